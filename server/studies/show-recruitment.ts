import { sql } from 'kysely';
import type { OutputOf } from '#contracts/endpoint';
import type { showRecruitment as contract } from '#contracts/study-monitoring';
import type { Result } from '#core/kernel/result';
import type { Actor } from '#core/people/access';
import { type ArmCount, blindBalance } from '#core/studies/balance';
import { later, type MonthCount, recruitmentCurve } from '#core/studies/recruitment';
import { heldBy } from '#core/studies/missing';
import { siteOf } from '#core/studies/steps';
import { armsOf, type StudyPlan } from '#core/studies/study';
import type { Database } from '#server/db/database';
import type { Tx } from '#server/db/transaction';
import { loadApprovals } from './load-study.ts';
import { headOf, type Monitored, withoutArms } from './monitored.ts';

type Shown = OutputOf<typeof contract>;

/** Recruitment against plan, of all sites for those who see all, and of each site; balance as sites may see it. */
export function showRecruitment(db: Database, actor: Actor, studyId: string): Promise<Shown | Result<never>> {
  return withoutArms(db, actor, studyId, async (tx, may) => {
    const { plan } = may.study.current;
    const ids = may.sight.centres === 'all' ? plan.sites : plan.sites.filter((id) => may.sight.centres.includes(id));
    const thisMonth = may.today.slice(0, 7);
    const counted = await drawsByMonth(tx, may);
    const recruited = byMonth(counted);
    const names = new Map(
      (await tx.q.selectFrom('centre').select(['id', 'short_name']).execute()).map((c) => [c.id, c.short_name]),
    );
    const approvals = await loadApprovals(tx, studyId);
    const register = { approvals, today: tx.today };
    const held = new Set(
      ids.filter((id) => siteOf(may.study.standing, id) === 'open' && heldBy(register, id).length > 0),
    );
    // Balance is of whole months that are over (core/studies/balance.ts says why).
    const over = counted.filter(({ month }) => month < thisMonth);
    const balance = (counts: readonly ArmCount[]) => blindBalance(counts, armsOf(plan));
    const curve = (id: string | null) =>
      withMonths(
        recruitmentCurve(
          plan.recruitment.planned.filter(({ centreId }) => id === null || centreId === id),
          recruited.filter(({ centreId }) => id === null || centreId === id),
          id === null ? plan.recruitment.total : targetOf(plan, id),
          thisMonth,
        ),
      );
    return {
      head: headOf(may),
      whole: may.sight.centres === 'all' ? curve(null) : null,
      sites: ids.map((id) => ({
        centreId: id,
        name: names.get(id) ?? id,
        state: held.has(id) ? 'held' : siteOf(may.study.standing, id),
        curve: curve(id),
        balance: balance(over.filter(({ centreId }) => centreId === id)),
      })),
      balance: balance(over.filter(({ centreId }) => ids.includes(centreId))),
      balanceMonth: later(thisMonth, -1),
    };
  });
}

const withMonths = (curve: ReturnType<typeof recruitmentCurve>) => ({ ...curve, months: [...curve.months] });

/** What the plan gives a site; where it says nothing, an equal part. */
function targetOf({ recruitment, sites }: StudyPlan, id: string): number {
  const own = recruitment.planned.filter(({ centreId }) => centreId === id).reduce((sum, { women }) => sum + women, 0);
  return own > 0 ? own : Math.ceil(recruitment.total / sites.length);
}

type Draw = ArmCount & { readonly centreId: string; readonly month: string };

async function drawsByMonth(tx: Tx, { study }: Monitored): Promise<readonly Draw[]> {
  const { rows } = await sql<Draw>`
    select centre_id as "centreId", to_char(day, 'YYYY-MM') as month, stratum, arm, count(*)::int as count
    from allocation where study_id = ${study.studyId} and first
    group by 1, 2, 3, 4`.execute(tx.q);
  return rows;
}

const byMonth = (draws: readonly Draw[]): readonly MonthCount[] =>
  draws.map(({ centreId, month, count }) => ({ centreId, month, women: count }));
