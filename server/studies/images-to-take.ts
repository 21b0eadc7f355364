import { ageOn, type Day } from '#core/kernel/day';
import { takesPart } from '#core/studies/consent';
import { type Inputs, mayBecomeEligible } from '#core/studies/eligibility';
import type { ArmImages } from '#core/studies/images';
import type { StudyPlan, Words } from '#core/studies/study';
import type { Tx } from '#server/db/transaction';
import { isHeld } from './held-sites.ts';
import { latestAnswer } from './latest-answer.ts';
import { parsePlan, studiesRecruiting } from './studies-recruiting.ts';

type InRound = { readonly personId: string; readonly episodeId: string };

export type ImagesToTake = {
  readonly studyId: string;
  readonly title: Words;
  readonly examinationId: string;
  readonly modality: ArmImages;
};

/** The images that a woman was drawn to have taken in this round; undefined when she was not. */
export async function imagesToTake(tx: Tx, { personId, episodeId }: InRound): Promise<ImagesToTake | undefined> {
  const row = await tx.q
    .selectFrom('images_to_take as t')
    .innerJoin('study as s', 's.study_id', 't.study_id')
    .innerJoin('study_version as v', (j) =>
      j.onRef('v.study_id', '=', 's.study_id').onRef('v.version', '=', 's.version'),
    )
    .select(['t.study_id', 't.examination_id', 't.modality', 'v.plan', 'v.signature'])
    .where('t.person_id', '=', personId)
    .where('t.episode_id', '=', episodeId)
    .executeTakeFirst();
  return (
    row && {
      studyId: row.study_id,
      title: parsePlan(row.plan, row.signature).title,
      examinationId: row.examination_id,
      modality: row.modality,
    }
  );
}

export type Here = InRound & { readonly centreId: string; readonly unitId: string };

/** The studies that draw at check-in and would draw for her now, by what is known before the images. */
export async function studiesDrawingFor(tx: Tx, here: Here, answers: Inputs = {}): Promise<readonly StudyPlan[]> {
  const plans = (await studiesRecruiting(tx, { centreId: here.centreId, day: tx.today })).filter(
    ({ moment }) => moment === 'check-in',
  );
  if (plans.length === 0) return [];
  const known = { ...(await loadInputsBefore(tx, here)), ...answers };
  const drawing: StudyPlan[] = [];
  for (const plan of plans) {
    const latest = await latestAnswer(tx, here.personId, plan.id);
    const willing = takesPart(plan.consent.design, latest?.answer) === 'yes';
    const free = willing && !(await isHeld(tx, plan, { centreId: here.centreId, day: tx.today }));
    if (free && mayBecomeEligible(plan.eligibility, known)) drawing.push(plan);
  }
  return drawing;
}

/** What a study's rules may ask about an examination before its images; what the interview says of her comes with it. */
export async function loadInputsBefore(tx: Tx, { personId, episodeId, centreId, unitId }: Here): Promise<Inputs> {
  const row = await tx.q
    .selectFrom('person as p')
    .innerJoin('episode as e', 'e.person_id', 'p.person_id')
    .select((q) => [
      'p.birth_date',
      'e.prevalent',
      q
        .exists(
          q
            .selectFrom('cancer as c')
            .select('c.cancer_id')
            .whereRef('c.person_id', '=', 'p.person_id')
            .where('c.diagnosed_on', '<', tx.today),
        )
        .as('cancer'),
    ])
    .where('p.person_id', '=', personId)
    .where('e.episode_id', '=', episodeId)
    .executeTakeFirstOrThrow();
  return {
    age: row.birth_date === null ? null : ageOn(row.birth_date as Day, tx.today),
    earlierBreastCancer: Boolean(row.cancer),
    round: row.prevalent ? 'first' : 'later',
    unit: unitId,
    centre: centreId,
  };
}
