import { ok, type Result, refuse } from '#core/kernel/result';
import { type Actor, system } from '#core/people/access';
import { type Sight, sightOf } from '#core/studies/sight';
import type { Database } from '#server/db/database';
import { inTransaction, type Tx } from '#server/db/transaction';
import { type LoadedStudy, loadStudy } from './load-study.ts';
import { rolesOf } from './roles-of.ts';

export type Monitored = { readonly study: LoadedStudy; readonly sight: Sight; readonly today: string };

type NotShown = 'not-found' | 'no-role' | 'not-unblinded';

/** A study with what the actor may see of it. Refuses `not-found` also for those who may neither follow nor plan it. */
export async function monitored(tx: Tx, studyId: string): Promise<Result<Monitored, 'not-found'>> {
  const study = await loadStudy(tx, studyId);
  if (!study.ok) return study;
  const { plan } = study.value.current;
  const held = (await rolesOf(tx)).filter((one) => one.studyId === studyId).map(({ role }) => role);
  const sight = sightOf(tx.actor, held, plan.sites, plan.board);
  if (sight.centres === 'none' && !sight.plans) return refuse('not-found', `There is no study ${studyId}`);
  return ok({ study: study.value, sight, today: tx.today });
}

/** As monitored, for one who may count women of it: who only plans it may not. Refuses `not-found` and `no-role`. */
export async function followed(tx: Tx, studyId: string): Promise<Result<Monitored, 'not-found' | 'no-role'>> {
  const may = await monitored(tx, studyId);
  if (may.ok && may.value.sight.centres === 'none')
    return refuse('no-role', 'Women of a study are counted for those who have a role in it');
  return may;
}

/**
 * The one door to what tells arms apart. In a transaction of the actor's it is decided whether she may and written down that she
 * did; then the programme's own hand does the work, because no request role can read an arm. `board`: what the safety board may see
 * besides. Refuses `not-found`, `no-role`, `not-unblinded`.
 */
export async function withArms<T>(
  db: Database,
  actor: Actor,
  asked: { readonly studyId: string; readonly what: string; readonly board?: true },
  work: (tx: Tx, may: Monitored) => Promise<T>,
): Promise<T | Result<never, NotShown>> {
  const may = await inTransaction(db, actor, async (tx): Promise<Result<Monitored, NotShown>> => {
    const found = await followed(tx, asked.studyId);
    if (!found.ok) return found;
    const { arms, board } = found.value.sight;
    if (!arms && !(asked.board && board))
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
): Promise<T | Result<never, 'not-found' | 'no-role'>> {
  const may = await inTransaction(db, actor, (tx) => followed(tx, studyId));
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
    mayFollow: sight.centres !== 'none',
    mayArms: sight.arms,
    mayBoard: sight.board !== null,
    mayPlan: sight.plans,
    mayEnter: sight.enters,
  };
}
