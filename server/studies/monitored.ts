import { ok, type Result, refuse } from '#core/kernel/result';
import { type Actor, system } from '#core/people/access';
import { serves } from '#core/studies/missing';
import { type Sight, sightOf } from '#core/studies/sight';
import type { Database } from '#server/db/database';
import { inTransaction, type Tx } from '#server/db/transaction';
import { type LoadedStudy, loadInPlace, loadStudy } from './load-study.ts';

export type Monitored = { readonly study: LoadedStudy; readonly sight: Sight; readonly today: string };

/** A study with what the actor may see of it. Refuses `not-found` also for those who may neither follow nor plan it. */
export async function monitored(tx: Tx, studyId: string): Promise<Result<Monitored, 'not-found'>> {
  const study = await loadStudy(tx, studyId);
  if (!study.ok) return study;
  const { plan } = study.value.current;
  const { members } = await loadInPlace(tx, plan);
  const held = members.filter((one) => one.userId === tx.actor.userId && serves(one, tx.today)).map((one) => one.role);
  const sight = sightOf(tx.actor, held, plan.sites, plan.board);
  if (sight.centres === 'none' && !sight.plans) return refuse('not-found', `There is no study ${studyId}`);
  return ok({ study: study.value, sight, today: tx.today });
}

/**
 * The one door to what tells arms apart. In a transaction of the actor's it is decided whether she may and written down that she
 * did; then the programme's own hand does the work, because no request role can read an arm. Refuses `not-found`, `not-unblinded`.
 */
export async function withArms<T>(
  db: Database,
  actor: Actor,
  asked: { readonly studyId: string; readonly what: string },
  work: (tx: Tx, may: Monitored) => Promise<T>,
): Promise<T | Result<never, 'not-found' | 'not-unblinded'>> {
  const may = await inTransaction(db, actor, async (tx): Promise<Result<Monitored, 'not-found' | 'not-unblinded'>> => {
    const found = await monitored(tx, asked.studyId);
    if (!found.ok) return found;
    if (!found.value.sight.arms)
      return refuse('not-unblinded', 'Only the unblinded statistician of the study sees what tells the arms apart');
    tx.record('study.arms-seen', null, { study: asked.studyId, what: asked.what });
    return found;
  });
  if (!may.ok) return may;
  return inTransaction(db, system, (tx) => work(tx, may.value));
}

/** As withArms for what does not tell arms apart though it is counted from them: no arm may be in what `work` gives. */
export async function withoutArms<T>(
  db: Database,
  actor: Actor,
  studyId: string,
  work: (tx: Tx, may: Monitored) => Promise<T>,
): Promise<T | Result<never, 'not-found'>> {
  const may = await inTransaction(db, actor, (tx) => monitored(tx, studyId));
  if (!may.ok) return may;
  return inTransaction(db, system, (tx) => work(tx, may.value));
}

/** What stands at the head of each page of monitoring. */
export function headOf({ study, sight, today }: Monitored) {
  const { plan } = study.current;
  return {
    studyId: study.studyId,
    title: plan.title,
    invented: plan.invented,
    state: study.standing.state,
    version: plan.version,
    today,
    centres: sight.centres === 'all' || sight.centres === 'none' ? null : [...sight.centres],
    mayArms: sight.arms,
    mayPlan: sight.plans,
    mayEnter: sight.enters,
  };
}
