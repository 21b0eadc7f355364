import { randomUUID } from 'node:crypto';
import type { Modality } from '#core/studies/images';
import type { Tx } from '#server/db/transaction';
import type { ImagesToTake } from './images-to-take.ts';

type OtherImages = {
  readonly personId: string;
  readonly centreId: string;
  readonly drawn: ImagesToTake;
  readonly taken: Modality;
  readonly because: string;
};

/** Other images were taken than those that were drawn: a departure from the protocol, entered by the examination itself. */
export async function noteOtherImages(
  tx: Tx,
  { personId, centreId, drawn, taken, because }: OtherImages,
): Promise<void> {
  await tx.q
    .insertInto('study_deviation')
    .values({
      person_id: personId,
      deviation_id: randomUUID(),
      study_id: drawn.studyId,
      examination_id: drawn.examinationId,
      centre_id: centreId,
      kind: 'images',
      words: `${drawn.modality} → ${taken}: ${because}`,
      happened_on: tx.today,
      recorded_on: tx.today,
      recorded_by: tx.actor.userId,
    })
    .execute();
  tx.record('study.deviation', personId, { study: drawn.studyId, kind: 'images' });
}
