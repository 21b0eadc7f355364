import { addDays, type Day } from '#core/kernel/day';
import { type Ending, endingSoon } from '#core/studies/ending';
import { type Approval, heldBy, heldSince } from '#core/studies/missing';
import type { StudyPlan } from '#core/studies/study';
import { approvalWarningDays } from '#programmes/breast-no/study-monitoring';
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
  return (await openSites(tx)).flatMap(({ studyId, centreId, approvals }) => {
    const since = heldSince({ approvals, today: tx.today }, centreId);
    return since === null ? [] : [{ studyId, centreId, since }];
  });
}

/** Approvals that open sites need and that end soon, each once, of the centres that the actor may see; `toldSince`: when the warning began. */
export async function endingApprovals(tx: Tx): Promise<readonly (Ending & { readonly toldSince: Day })[]> {
  const found = new Map<string, Ending & { readonly toldSince: Day }>();
  for (const { studyId, centreId, approvals } of await openSites(tx))
    for (const one of endingSoon({ approvals, today: tx.today }, centreId, approvalWarningDays))
      found.set(`${studyId} ${one.what} ${one.centreId}`, {
        ...one,
        toldSince: addDays(one.lastDay, -approvalWarningDays),
      });
  return [...found.values()];
}

type OpenSite = { readonly studyId: string; readonly centreId: string; readonly approvals: readonly Approval[] };

async function openSites(tx: Tx): Promise<readonly OpenSite[]> {
  const rows = await tx.q
    .selectFrom('study_site as t')
    .innerJoin('study as s', 's.study_id', 't.study_id')
    .select(['t.study_id as studyId', 't.centre_id as centreId'])
    .where('s.state', '=', 'open')
    .where('t.state', '=', 'open')
    .orderBy('t.study_id')
    .orderBy('t.centre_id')
    .execute();
  const seen = rows.filter(({ centreId }) => tx.actor.centres === 'all' || tx.actor.centres.includes(centreId));
  const approvals = new Map<string, readonly Approval[]>();
  for (const { studyId } of seen) if (!approvals.has(studyId)) approvals.set(studyId, await loadApprovals(tx, studyId));
  return seen.map((site) => ({ ...site, approvals: approvals.get(site.studyId) ?? [] }));
}
