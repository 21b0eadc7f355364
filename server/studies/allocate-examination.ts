import { randomUUID } from 'node:crypto';
import type { Day } from '#core/kernel/day';
import { ok, type Result } from '#core/kernel/result';
import type { Protocol } from '#core/protocols/protocol';
import { takesPart } from '#core/studies/consent';
import { assess } from '#core/studies/eligibility';
import { levelsOf, stratumOf, subjectOf } from '#core/studies/stratum';
import type { StudyPlan } from '#core/studies/study';
import type { Tx } from '#server/db/transaction';
import { takeDraw } from './take-draw.ts';
import { latestAnswer } from './latest-answer.ts';
import { loadInputs } from './load-inputs.ts';
import { studiesRecruiting } from './studies-recruiting.ts';

export type TakenImages = {
  readonly personId: string;
  readonly episodeId: string;
  readonly examinationId: string;
  readonly centreId: string;
  readonly unitId: string;
  readonly day: Day;
};

/** The arm of the study that a woman's images are read in, or null: they are read as routine. */
export type Allocated = { readonly protocol: Protocol; readonly arm: string };

/**
 * Asks the studies that recruit at the centre on that day, in order of id, whether the images belong in them; the first that
 * takes them decides how they are read. What eligibility was decided from is kept for every study asked. The draw is made once
 * for an examination, however often and by however many this is called: who comes second waits and gets the same answer.
 */
export async function allocateExamination(tx: Tx, images: TakenImages): Promise<Result<Allocated | null>> {
  for (const plan of await studiesRecruiting(tx, images)) {
    const arm = await allocateIn(tx, plan, images);
    if (arm !== null) return ok({ protocol: plan.protocol, arm });
  }
  return ok(null);
}

async function allocateIn(tx: Tx, plan: StudyPlan, images: TakenImages): Promise<string | null> {
  const { personId, examinationId } = images;
  const inputs = await loadInputs(tx, images);
  const latest = await latestAnswer(tx, personId, plan.id);
  const { eligible, reasons } = assess(plan.eligibility, inputs, takesPart(plan.consent.design, latest?.answer));
  const kept = await tx.q
    .insertInto('study_assessment')
    .values({
      person_id: personId,
      study_id: plan.id,
      examination_id: examinationId,
      version: plan.version,
      centre_id: images.centreId,
      day: images.day,
      eligible,
      rule_version: plan.eligibility.version,
      inputs: JSON.stringify(inputs),
      reasons: [...reasons],
      consent_id: latest?.consentId ?? null,
    })
    .onConflict((c) => c.doNothing())
    .returning('person_id')
    .executeTakeFirst();
  if (!kept) return armAlready(tx, plan, images);
  if (!eligible) {
    tx.record('study.not-eligible', personId, { study: plan.id, version: plan.version, reasons });
    return null;
  }
  return allocate(tx, plan, images, levelsOf(plan, inputs, images.day));
}

async function allocate(tx: Tx, plan: StudyPlan, images: TakenImages, levels: readonly string[]): Promise<string> {
  const before = await subjectBefore(tx, plan, images.personId);
  const subject = before ?? subjectOf(plan, images, randomUUID());
  const stratum = stratumOf(plan, levels);
  const drawn = await takeDraw(tx, plan, { stratum, subject, levels, day: images.day });
  await tx.q
    .insertInto('allocation')
    .values({
      person_id: images.personId,
      allocation_id: randomUUID(),
      study_id: plan.id,
      examination_id: images.examinationId,
      version: plan.version,
      centre_id: images.centreId,
      unit_id: images.unitId,
      day: images.day,
      subject,
      stratum: drawn.stratum,
      position: drawn.position,
      arm: drawn.arm,
      first: drawn.first,
    })
    .execute();
  // Without the arm: the log is read by many.
  const { position, first } = drawn;
  tx.record('study.allocated', images.personId, {
    study: plan.id,
    version: plan.version,
    stratum: drawn.stratum,
    position,
    first,
  });
  return drawn.arm;
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

/** The answer that was given for these images before: null when they were not eligible then. */
async function armAlready(tx: Tx, plan: StudyPlan, { personId, examinationId }: TakenImages): Promise<string | null> {
  const row = await tx.q
    .selectFrom('allocation')
    .select(['subject', 'stratum'])
    .where('person_id', '=', personId)
    .where('study_id', '=', plan.id)
    .where('examination_id', '=', examinationId)
    .executeTakeFirst();
  if (!row) return null;
  return (await takeDraw(tx, plan, { ...row, levels: [], day: tx.today })).arm;
}
