import { createHash, randomBytes } from 'node:crypto';
import { ok, type Result, refuse } from '#core/kernel/result';
import { missingBefore } from '#core/studies/missing';
import { planFaultsInWords } from '#core/studies/plan-fault';
import { planFaults } from '#core/studies/plan-faults';
import { planFaultsEn } from '#core/studies/plan-faults-en';
import { decide, evolve, type StudyStanding, type StudyStep, takenBy } from '#core/studies/steps';
import type { StudyPlan } from '#core/studies/study';
import { protocolPolicy } from '#programmes/breast-no/reading';
import { canonicalJson } from '#server/audit/chain';
import type { Tx } from '#server/db/transaction';
import { approveProtocol } from '#server/protocols/approve-protocol';
import { type LoadedStudy, loadInPlace, loadStudy } from './load-study.ts';

export type TakeStep = {
  readonly studyId: string /** The last step that the one who asks has seen. */;
  readonly seen: number;
  readonly step: StudyStep;
  /** Of a version that is signed: the edit of it that the one who signs has seen. */
  readonly edit?: number | undefined;
};
/** How the key is made: by chance, except in a demo, which can be made again. */
export type MakeKey = () => Buffer;

/**
 * Takes a step of a study: the tables of core/studies/steps.ts say whether it may be taken, missing.ts what must be in place.
 * Refuses `not-yours`, `not-found`, `stale-version`, as the tables, `not-in-place` (the list in words), `faulty-plan` and `no-version`.
 */
export async function takeStep(
  tx: Tx,
  input: TakeStep,
  makeKey: MakeKey = () => randomBytes(32),
): Promise<Result<{ readonly seq: number }>> {
  const { studyId, step } = input;
  if (tx.actor.role !== 'system' && !takenBy[step.kind].includes(tx.actor.role))
    return refuse('not-yours', `"${step.kind}" is for: ${takenBy[step.kind].join(', ')}`);
  const found = await loadStudy(tx, studyId);
  if (!found.ok) return found;
  const { standing } = found.value;
  if (standing.seq !== input.seen)
    return refuse('stale-version', 'Somebody else has taken a step meanwhile; look again');
  const decided = decide(standing, step);
  if (!decided.ok) return decided;
  const plan =
    'version' in step ? await signable(tx, found.value, step.version, input.edit) : ok(found.value.current.plan);
  if (!plan.ok) return plan;
  const ready = await nothingMissing(tx, plan.value, step);
  if (!ready.ok) return ready;
  if ('version' in step) await sign(tx, plan.value);
  if (step.kind === 'approved' || step.kind === 'amended') {
    const { protocol, title, sponsor, registration } = plan.value;
    const words = { title: title.nb, source: registration ? `${sponsor}, ${registration}` : sponsor };
    const approved = await approveProtocol(tx, protocol, words);
    if (!approved.ok) return approved;
  }
  if (step.kind === 'approved') await makeStudyKey(tx, studyId, makeKey);
  const now = evolve(standing, step);
  if (!(await append(tx, input, now)))
    return refuse('stale-version', 'Somebody else took a step at the same moment; look again');
  await writeStanding(tx, studyId, now, step);
  tx.record(`study.${step.kind}`, null, { study: studyId, seq: now.seq, ...detailOf(step) });
  return ok({ seq: now.seq });
}

/** The version to be signed, without faults. */
async function signable(
  tx: Tx,
  study: LoadedStudy,
  version: string,
  edit: number | undefined,
): Promise<Result<StudyPlan, 'no-version' | 'signed-already' | 'stale-version' | 'faulty-plan'>> {
  const found = study.versions.find(({ plan }) => plan.version === version);
  if (!found) return refuse('no-version', `There is no version ${version} of ${study.studyId}`);
  if (found.signature !== null) return refuse('signed-already', `Version ${version} is signed already`);
  if (edit !== undefined && edit !== found.edit)
    return refuse(
      'stale-version',
      `Version ${version} has been written again meanwhile; look again before it is signed`,
    );
  const before = study.standing.state === 'draft' ? undefined : study.current.plan;
  const faults = planFaultsInWords(planFaults(found.plan, protocolPolicy, before), planFaultsEn);
  if (faults.length > 0) return refuse('faulty-plan', `The plan cannot be signed: ${faults.join('; ')}`);
  const unknown = await unknownCentres(tx, found.plan.sites);
  return unknown.length > 0 ? refuse('faulty-plan', `There is no breast centre ${unknown.join(', ')}`) : ok(found.plan);
}

async function unknownCentres(tx: Tx, sites: readonly string[]): Promise<readonly string[]> {
  const rows = await tx.q
    .selectFrom('centre')
    .select('id')
    .where('id', 'in', [...sites])
    .execute();
  return sites.filter((site) => !rows.some(({ id }) => id === site));
}

async function nothingMissing(
  tx: Tx,
  plan: StudyPlan,
  step: StudyStep,
): Promise<Result<true, 'not-in-place' | 'no-site'>> {
  const centreId = 'centreId' in step ? step.centreId : null;
  if (centreId !== null && !plan.sites.includes(centreId))
    return refuse('no-site', `${centreId} is no site of version ${plan.version}`);
  const missing = missingBefore(step.kind, await loadInPlace(tx, plan), centreId);
  if (missing.length === 0) return ok(true);
  const words = missing.map(({ what, because }) => (because === 'none' ? what : `${what} (${because})`)).join(', ');
  return refuse('not-in-place', `Before "${step.kind}" this must be in place: ${words}`, { missing: words });
}

/** SHA-256 of the plan as it is stored, so that anyone can see that it is the one that was signed. */
async function sign(tx: Tx, plan: StudyPlan): Promise<void> {
  const signature = createHash('sha256').update(canonicalJson(plan)).digest('hex');
  await tx.q
    .updateTable('study_version')
    .set({ signed_on: tx.today, signed_by: tx.actor.userId, signature })
    .where('study_id', '=', plan.id)
    .where('version', '=', plan.version)
    .execute();
}

async function makeStudyKey(tx: Tx, studyId: string, makeKey: MakeKey): Promise<void> {
  await tx.q.insertInto('study_key').values({ study_id: studyId, key: makeKey(), made_on: tx.today }).execute();
}

async function append(tx: Tx, { studyId, step }: TakeStep, now: StudyStanding): Promise<boolean> {
  const row = await tx.q
    .insertInto('study_event')
    .values({ study_id: studyId, seq: now.seq, event: JSON.stringify(step), day: tx.today, by_user: tx.actor.userId })
    .onConflict((c) => c.doNothing())
    .returning('seq')
    .executeTakeFirst();
  return row !== undefined;
}

/** What is cached of the standing: found by the allocation of every examination. */
async function writeStanding(tx: Tx, studyId: string, now: StudyStanding, step: StudyStep): Promise<void> {
  await tx.q
    .updateTable('study')
    .set({ state: now.state, ...(now.version === null ? {} : { version: now.version }) })
    .where('study_id', '=', studyId)
    .execute();
  const changed = 'centreId' in step ? [step.centreId] : step.kind === 'closed' ? Object.keys(now.sites) : [];
  for (const centreId of changed) {
    const site = { state: now.sites[centreId] ?? 'closed', since: tx.today } as const;
    await tx.q
      .insertInto('study_site')
      .values({ study_id: studyId, centre_id: centreId, ...site })
      .onConflict((c) => c.columns(['study_id', 'centre_id']).doUpdateSet(site))
      .execute();
  }
}

function detailOf({ kind, ...detail }: StudyStep): Record<string, unknown> {
  return detail;
}
