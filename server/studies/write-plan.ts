import { sql } from 'kysely';
import { ok, type Result, refuse } from '#core/kernel/result';
import type { PlanFault } from '#core/studies/plan-fault';
import { planFaults } from '#core/studies/plan-faults';
import { planSchema, type StudyPlan } from '#core/studies/study';
import { protocolPolicy } from '#programmes/breast-no/reading';
import type { Tx } from '#server/db/transaction';
import { type LoadedStudy, loadStudy } from './load-study.ts';

type Written = {
  readonly studyId: string;
  readonly version: string;
  readonly protocol: StudyPlan['protocol'];
  readonly faults: PlanFault[];
};

/**
 * Stores a version of a study's plan that is not signed yet: the first makes the study, a later one is a draft of it or of an
 * amendment. It may have faults (they are given back, and stand in the way of signing). Refuses `bad-plan` (no plan at all),
 * `signed-already` (an amendment has a version of its own) and `study-closed`.
 */
export async function writePlan(tx: Tx, value: unknown): Promise<Result<Written>> {
  const read = planSchema.safeParse(value);
  if (!read.success) {
    const [issue] = read.error.issues;
    return refuse('bad-plan', `This is no plan of a study. ${issue?.path.join('.') || 'the whole'}: ${issue?.message}`);
  }
  const plan = read.data;
  const known = await loadStudy(tx, plan.id);
  if (known.ok && known.value.standing.state === 'closed') return refuse('study-closed', 'The study is closed');
  if (known.ok && known.value.versions.some((one) => one.plan.version === plan.version && one.signature !== null))
    return refuse('signed-already', `Version ${plan.version} is signed; an amendment needs a version of its own`);
  if (!known.ok) await createStudy(tx, plan);
  const version = { plan: JSON.stringify(plan), written_on: tx.today, written_by: tx.actor.userId };
  await tx.q
    .insertInto('study_version')
    .values({ study_id: plan.id, version: plan.version, ...version })
    .onConflict((c) =>
      c.columns(['study_id', 'version']).doUpdateSet({ ...version, edit: sql`study_version.edit + 1` }),
    )
    .execute();
  tx.record('study.plan-written', null, { study: plan.id, version: plan.version });
  return ok({
    studyId: plan.id,
    version: plan.version,
    protocol: plan.protocol,
    faults: [...planFaults(plan, protocolPolicy, known.ok ? amends(known.value, plan.version) : undefined)],
  });
}

async function createStudy(tx: Tx, plan: StudyPlan): Promise<void> {
  const row = { study_id: plan.id, version: plan.version, created_on: tx.today, created_by: tx.actor.userId };
  await tx.q
    .insertInto('study')
    .values({ ...row, state: 'draft' })
    .execute();
}

/** The signed version that a version of a study amends: none while the study is a draft. */
export function amends({ standing, current }: LoadedStudy, version: string): StudyPlan | undefined {
  if (standing.version === null || standing.state === 'draft') return undefined;
  return current.plan.version === version ? undefined : current.plan;
}
