import type { PlanCounts } from '#core/invitation/plan-counts';
import type { Tx } from '#server/db/transaction';

/** The latest planning runs, the newest first; a centre's own people see its runs and those for all. */
export async function listPlans(tx: Tx) {
  const centres = tx.actor.centres;
  const rows = await tx.q
    .selectFrom('round_plan')
    .leftJoin('centre', 'centre.id', 'round_plan.centre_id')
    .leftJoin('staff_user', 'staff_user.id', 'round_plan.made_by')
    .selectAll('round_plan')
    .select(['centre.short_name as area', 'staff_user.name as maker'])
    .$if(centres !== 'all', (query) =>
      query.where((e) =>
        e.or([
          e('round_plan.centre_id', 'is', null),
          e('round_plan.centre_id', 'in', centres === 'all' ? [] : [...centres]),
        ]),
      ),
    )
    .orderBy('made_on', 'desc')
    .orderBy('plan_id')
    .limit(20)
    .execute();
  return rows.map((row) => {
    const { due, placed } = row.counts as PlanCounts;
    const { plan_id, area, made_on, from_day, to_day, state, made_by, maker } = row;
    return {
      planId: plan_id,
      area,
      madeOn: made_on,
      from: from_day,
      to: to_day,
      state,
      madeBy: maker ?? made_by,
      due,
      placed,
    };
  });
}
