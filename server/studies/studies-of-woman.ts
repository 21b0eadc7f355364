import type { OutputOf } from '#contracts/endpoint';
import type { studiesOfWoman as contract } from '#contracts/studies';
import { ageOn, type Day } from '#core/kernel/day';
import { ok, type Result, refuse } from '#core/kernel/result';
import { formInUse, formLanguages, takesPart } from '#core/studies/consent';
import { type Inputs, mayBecomeEligible } from '#core/studies/eligibility';
import type { StudyPlan } from '#core/studies/study';
import type { Tx } from '#server/db/transaction';
import { isHeld } from './held-sites.ts';
import { studiesRecruiting, parsePlan } from './studies-recruiting.ts';

type Shown = OutputOf<typeof contract>['studies'];

/**
 * The studies that ask a woman now, and those she has answered. She is asked once: when a study recruits at her centre, nothing
 * that is known before the images keeps her out, and she has not answered. Refuses `not-found`.
 */
export async function studiesOfWoman(
  tx: Tx,
  { personId }: { readonly personId: string },
): Promise<Result<{ readonly studies: Shown }>> {
  const woman = await tx.q
    .selectFrom('person')
    .select(['birth_date', 'centre_id'])
    .where('person_id', '=', personId)
    .executeTakeFirst();
  if (!woman) return refuse('not-found', 'The woman is not known here');
  const asking = woman.centre_id === null ? [] : await studiesAsking(tx, woman.centre_id);
  if (tx.actor.role !== 'participant') tx.look(personId, 'studies');
  const answers = await answersOf(tx, personId);
  const plans = [
    ...asking,
    ...(await plansOf(
      tx,
      [...answers.keys()].filter((id) => !asking.some((p) => p.id === id)),
    )),
  ];
  const known: Inputs = plans.length === 0 ? {} : await knownBefore(tx, personId, woman.birth_date as Day);
  return ok({
    studies: plans.map((plan) => {
      const latest = answers.get(plan.id);
      const form = formInUse(plan.consent, tx.today);
      const ask =
        latest === undefined &&
        asking.includes(plan) &&
        form !== undefined &&
        mayBecomeEligible(plan.eligibility, known);
      return {
        studyId: plan.id,
        title: plan.title,
        ask: ask && plan.consent.design === 'consent',
        design: plan.consent.design,
        takesPart: takesPart(plan.consent.design, latest?.answer),
        since: latest?.day ?? null,
        form: form ? { version: form.version, languages: formLanguages.filter((one) => form.texts[one]) } : null,
      };
    }),
  });
}

/** The studies that recruit at her centre, but for those that are held there. */
async function studiesAsking(tx: Tx, centreId: string): Promise<readonly StudyPlan[]> {
  const here = { centreId, day: tx.today };
  const asking: StudyPlan[] = [];
  for (const plan of await studiesRecruiting(tx, here)) if (!(await isHeld(tx, plan, here))) asking.push(plan);
  return asking;
}

async function answersOf(tx: Tx, personId: string) {
  const rows = await tx.q
    .selectFrom('study_consent')
    .select(['study_id', 'answer', 'day'])
    .where('person_id', '=', personId)
    .orderBy('recorded_at')
    .execute();
  return new Map(rows.map((row) => [row.study_id, row]));
}

async function plansOf(tx: Tx, studyIds: readonly string[]): Promise<readonly StudyPlan[]> {
  if (studyIds.length === 0) return [];
  const rows = await tx.q
    .selectFrom('study as s')
    .innerJoin('study_version as v', (j) =>
      j.onRef('v.study_id', '=', 's.study_id').onRef('v.version', '=', 's.version'),
    )
    .select(['v.plan', 'v.signature'])
    .where('s.study_id', 'in', [...studyIds])
    .orderBy('s.study_id')
    .execute();
  return rows.map((row) => parsePlan(row.plan, row.signature));
}

/** What the rules may ask that is known before the images; implants as they were last time. */
async function knownBefore(tx: Tx, personId: string, birthDate: Day): Promise<Inputs> {
  const cancer = await tx.q
    .selectFrom('cancer')
    .select('cancer_id')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  const last = await tx.q
    .selectFrom('examination')
    .select('implants')
    .where('person_id', '=', personId)
    .orderBy('day', 'desc')
    .executeTakeFirst();
  return {
    age: ageOn(birthDate, tx.today),
    earlierBreastCancer: cancer !== undefined,
    // Implants do not go away by themselves; that she had none says nothing about today.
    implants: last?.implants ? true : null,
  };
}
