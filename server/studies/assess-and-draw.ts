import { randomUUID } from 'node:crypto';
import type { Day } from '#core/kernel/day';
import { takesPart } from '#core/studies/consent';
import { assess, type Inputs } from '#core/studies/eligibility';
import { levelsOf, stratumOf, subjectOf } from '#core/studies/stratum';
import type { StudyPlan } from '#core/studies/study';
import type { Tx } from '#server/db/transaction';
import { isHeld } from './held-sites.ts';
import { latestAnswer } from './latest-answer.ts';
import { takeDraw } from './take-draw.ts';

/** An examination, or the one that will be made. */
export type DrawnFor = {
  readonly personId: string;
  readonly examinationId: string;
  readonly centreId: string;
  readonly unitId: string;
  readonly day: Day;
};

export type Assessment = {
  readonly eligible: boolean;
  readonly reasons: readonly string[];
  readonly inputs: Inputs;
  readonly consentId: string | null;
};

/** Whether an examination may be drawn for now. `missed`: the study draws before the images, and they are taken. */
export async function assessNow(
  tx: Tx,
  plan: StudyPlan,
  where: Omit<DrawnFor, 'examinationId'>,
  inputs: Inputs,
  missed = false,
): Promise<Assessment> {
  const latest = await latestAnswer(tx, where.personId, plan.id);
  const held = await isHeld(tx, plan, where);
  const standing = { takesPart: takesPart(plan.consent.design, latest?.answer), held, missed };
  return { ...assess(plan.eligibility, inputs, standing), inputs, consentId: latest?.consentId ?? null };
}

/** Keeps what eligibility was decided from. False: it was decided for this examination before, and stands. */
export async function keepAssessment(
  tx: Tx,
  plan: StudyPlan,
  drawnFor: DrawnFor,
  { eligible, reasons, inputs, consentId }: Assessment,
): Promise<boolean> {
  const kept = await tx.q
    .insertInto('study_assessment')
    .values({
      person_id: drawnFor.personId,
      study_id: plan.id,
      examination_id: drawnFor.examinationId,
      version: plan.version,
      centre_id: drawnFor.centreId,
      day: drawnFor.day,
      eligible,
      rule_version: plan.eligibility.version,
      inputs: JSON.stringify(inputs),
      reasons: [...reasons],
      consent_id: consentId,
    })
    .onConflict((c) => c.doNothing())
    .returning('person_id')
    .executeTakeFirst();
  if (kept && !eligible)
    tx.record('study.not-eligible', drawnFor.personId, { study: plan.id, version: plan.version, reasons });
  return kept !== undefined;
}

/** Draws, or finds the draw that she, her day or her site has, and writes that the examination is in that arm. */
export async function allocate(tx: Tx, plan: StudyPlan, drawnFor: DrawnFor, inputs: Inputs): Promise<string> {
  const levels = levelsOf(plan, inputs, drawnFor.day);
  const subject = (await subjectBefore(tx, plan, drawnFor.personId)) ?? subjectOf(plan, drawnFor, randomUUID());
  const drawn = await takeDraw(tx, plan, { stratum: stratumOf(plan, levels), subject, levels, day: drawnFor.day });
  const { stratum, position, arm, first } = drawn;
  await tx.q
    .insertInto('allocation')
    .values({
      person_id: drawnFor.personId,
      allocation_id: randomUUID(),
      study_id: plan.id,
      examination_id: drawnFor.examinationId,
      version: plan.version,
      centre_id: drawnFor.centreId,
      unit_id: drawnFor.unitId,
      day: drawnFor.day,
      subject,
      stratum,
      position,
      arm,
      first,
    })
    .execute();
  // Without the arm: the log is read by many.
  tx.record('study.allocated', drawnFor.personId, { study: plan.id, version: plan.version, stratum, position, first });
  return arm;
}

/** A woman who was drawn in an earlier round keeps that draw, where the study draws by woman. */
async function subjectBefore(tx: Tx, plan: StudyPlan, personId: string): Promise<string | undefined> {
  if (plan.unit !== 'woman') return undefined;
  const row = await tx.q
    .selectFrom('allocation')
    .select('subject')
    .where('person_id', '=', personId)
    .where('study_id', '=', plan.id)
    .orderBy('recorded_at')
    .executeTakeFirst();
  return row?.subject;
}
