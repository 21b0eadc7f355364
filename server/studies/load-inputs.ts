import { ageOn, type Day } from '#core/kernel/day';
import type { Inputs } from '#core/studies/eligibility';
import type { Tx } from '#server/db/transaction';

/** What a study's rules may ask about an examination (core/studies/eligibility.ts), as it stands now. */
export async function loadInputs(
  tx: Tx,
  { personId, examinationId }: { readonly personId: string; readonly examinationId: string },
): Promise<Inputs> {
  const row = await tx.q
    .selectFrom('examination as x')
    .innerJoin('person as p', 'p.person_id', 'x.person_id')
    .innerJoin('episode as e', (j) =>
      j.onRef('e.person_id', '=', 'x.person_id').onRef('e.episode_id', '=', 'x.episode_id'),
    )
    .select((q) => [
      'p.birth_date',
      'x.day',
      'x.implants',
      'x.modality',
      'x.symptoms',
      'x.result',
      'x.unit_id',
      'x.centre_id',
      'e.prevalent',
      q
        .exists(
          q
            .selectFrom('cancer as c')
            .select('c.cancer_id')
            .whereRef('c.person_id', '=', 'x.person_id')
            .whereRef('c.diagnosed_on', '<', 'x.day'),
        )
        .as('cancer'),
    ])
    .where('x.person_id', '=', personId)
    .where('x.examination_id', '=', examinationId)
    .executeTakeFirstOrThrow();
  return {
    age: row.birth_date === null ? null : ageOn(row.birth_date as Day, row.day as Day),
    implants: row.implants,
    earlierBreastCancer: Boolean(row.cancer),
    modality: row.modality,
    round: row.prevalent ? 'first' : 'later',
    symptoms: row.symptoms,
    result: row.result,
    unit: row.unit_id,
    centre: row.centre_id,
  };
}
