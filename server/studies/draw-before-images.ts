import { randomUUID } from 'node:crypto';
import { ok, type Result } from '#core/kernel/result';
import { type ArmImages, imagesOf } from '#core/studies/images';
import type { Tx } from '#server/db/transaction';
import { lockCheckedIn } from '#server/examination/lock-checked-in';
import { allocate, assessNow, keepAssessment } from './assess-and-draw.ts';
import { imagesToTake, loadInputsBefore, studiesDrawingFor } from './images-to-take.ts';

export type DrawBeforeImages = {
  readonly personId: string;
  readonly appointmentId: string;
  /** What she has answered in the interview. */
  readonly implants: boolean;
  readonly symptoms: boolean;
};

/**
 * The draw of a study whose arms take different images: made at check-in, when she has consented and been interviewed. Gives which
 * images to take, and nothing else of the arm; null when no study takes her, and she is examined as usual (what kept her out is then
 * decided and kept with the examination). Once for a round, however often it is asked: after a technical recall it still holds.
 * Refuses as lockCheckedIn.
 */
export async function drawBeforeImages(
  tx: Tx,
  { personId, appointmentId, implants, symptoms }: DrawBeforeImages,
): Promise<Result<{ readonly modality: ArmImages | null }>> {
  const appointment = await lockCheckedIn(tx, { personId, appointmentId });
  if (!appointment.ok) return appointment;
  const { episode_id: episodeId, centre_id: centreId, unit_id: unitId } = appointment.value;
  const before = await imagesToTake(tx, { personId, episodeId });
  if (before) return ok({ modality: before.modality });
  const here = { personId, episodeId, centreId, unitId };
  for (const plan of await studiesDrawingFor(tx, here, { implants, symptoms })) {
    const drawnFor = { personId, examinationId: randomUUID(), centreId, unitId, day: tx.today };
    const inputs = { ...(await loadInputsBefore(tx, here)), implants, symptoms };
    const found = await assessNow(tx, plan, drawnFor, inputs);
    if (!found.eligible) continue;
    await keepAssessment(tx, plan, drawnFor, found);
    const modality = imagesOf(plan.protocol, await allocate(tx, plan, drawnFor, inputs));
    await tx.q
      .insertInto('images_to_take')
      .values({
        person_id: personId,
        episode_id: episodeId,
        examination_id: drawnFor.examinationId,
        study_id: plan.id,
        centre_id: centreId,
        modality,
        day: tx.today,
        drawn_by: tx.actor.userId,
      })
      .execute();
    return ok({ modality });
  }
  return ok({ modality: null });
}
