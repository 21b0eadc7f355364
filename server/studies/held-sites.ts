import type { Day } from '#core/kernel/day';
import { heldBy, heldSince } from '#core/studies/missing';
import type { StudyPlan } from '#core/studies/study';
import type { Tx } from '#server/db/transaction';
import { loadApprovals } from './load-study.ts';

/**
 * Whether an approval that a site needs has ended, on the day of the images or today, when they come in afterwards: it draws nobody
 * until a new one is registered (core/studies/missing.ts).
 */
export async function isHeld(
  tx: Tx,
  plan: StudyPlan,
  { centreId, day }: { readonly centreId: string; readonly day: Day },
): Promise<boolean> {
  const approvals = await loadApprovals(tx, plan.id);
  return [day, tx.today].some((today) => heldBy({ approvals, today }, centreId).length > 0);
}

export type HeldSite = { readonly studyId: string; readonly centreId: string; readonly since: Day };

/** The open sites of open studies that are held today, of the centres that the actor may see. */
export async function heldSites(tx: Tx): Promise<readonly HeldSite[]> {
  const rows = await tx.q
    .selectFrom('study_site as t')
    .innerJoin('study as s', 's.study_id', 't.study_id')
    .select(['t.study_id', 't.centre_id'])
    .where('s.state', '=', 'open')
    .where('t.state', '=', 'open')
    .orderBy('t.study_id')
    .orderBy('t.centre_id')
    .execute();
  const held: HeldSite[] = [];
  for (const { study_id: studyId, centre_id: centreId } of rows) {
    if (tx.actor.centres !== 'all' && !tx.actor.centres.includes(centreId)) continue;
    const approvals = await loadApprovals(tx, studyId);
    const since = heldSince({ approvals, today: tx.today }, centreId);
    if (since !== null) held.push({ studyId, centreId, since });
  }
  return held;
}
