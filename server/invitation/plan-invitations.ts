import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { predictAttendance } from '#core/invitation/attendance';
import { type PlanCounts, planCounts } from '#core/invitation/plan-counts';
import { planRound } from '#core/invitation/plan-round';
import type { PlanWoman } from '#core/invitation/round-plan';
import { addDays, type Day } from '#core/kernel/day';
import { ok, type Result, refuse } from '#core/kernel/result';
import { invitationRules } from '#programmes/breast-no/invitation';
import type { Tx } from '#server/db/transaction';
import { type DueWoman, loadDueWomen } from './due-women.ts';
import { ensureSlots } from './ensure-slots.ts';
import { loadSites } from './load-sites.ts';
import { loadUnits } from './load-units.ts';
import { attendanceFacts } from './load-women.ts';
import { openEpisodes } from './open-episodes.ts';

export type PlanOutcome = {
  readonly planId: string;
  readonly from: Day;
  readonly to: Day;
  readonly state: 'dry-run' | 'carried-out';
  readonly counts: PlanCounts;
};

/**
 * Plans the next window of invitations in one area or all: loads everyone due at once, calls `planRound` once, and keeps
 * counts and reasons as a round plan. A dry run stops there. Carrying out opens each woman's episode with its timed
 * appointment and decides her invitation, all in the caller's transaction. Refuses with `no-such-centre`.
 */
export async function planInvitations(
  tx: Tx,
  input: { readonly centreId?: string | undefined; readonly dryRun: boolean },
): Promise<Result<PlanOutcome>> {
  const { timing, plan: rules } = invitationRules;
  const from = addDays(tx.today, timing.noticeDays);
  const to = addDays(from, timing.windowDays - 1);
  const centres = await tx.q
    .selectFrom('centre')
    .select(['id', 'paused_on'])
    .$if(input.centreId !== undefined, (query) => query.where('id', '=', input.centreId ?? ''))
    .execute();
  if (input.centreId !== undefined && centres.length === 0) {
    return refuse('no-such-centre', `There is no breast centre ${input.centreId}`, { centre: input.centreId });
  }
  // One carrying-out at a time; a second one then sees the first one's episodes and plans the rest.
  if (!input.dryRun) await sql`select pg_advisory_xact_lock(hashtext('plan-invitations'))`.execute(tx.q);
  const centreIds = input.centreId === undefined ? undefined : [input.centreId];
  const units = await loadUnits(tx, tx.today, { centreIds });
  if (!input.dryRun) await ensureSlots(tx, units, tx.today, to);
  const sites = await loadSites(tx, units, { from, to }, !input.dryRun);
  const women = await loadDueWomen(tx, { dueUntil: addDays(to, rules.earlyDays), centreIds });
  const pausedCentres = centres
    .filter((each) => each.paused_on !== null && each.paused_on <= from)
    .map((each) => each.id);
  const plan = planRound({
    from,
    to,
    women: women.map((each) => planWoman(each, tx.today)),
    sites,
    pausedCentres,
    rules,
  });
  const counts = planCounts(plan, women.map(countedWoman), to, invitationRules.due);
  const state = input.dryRun ? 'dry-run' : 'carried-out';
  const planId = randomUUID();
  await tx.q
    .insertInto('round_plan')
    .values({
      plan_id: planId,
      centre_id: input.centreId ?? null,
      made_on: tx.today,
      from_day: from,
      to_day: to,
      state,
      counts: JSON.stringify(counts),
      made_by: tx.actor.userId,
    })
    .execute();
  tx.record(`round-plan.${state}`, null, { plan: planId, centre: input.centreId ?? 'all', placed: counts.placed });
  if (!input.dryRun) await openEpisodes(tx, planId, plan.assignments, women);
  return ok({ planId, from, to, state, counts });
}

export function planWoman(woman: DueWoman, today: Day): PlanWoman {
  return {
    id: woman.personId,
    centreId: woman.centreId,
    point: woman.point,
    dueOn: woman.due.on,
    attendance: predictAttendance(attendanceFacts(woman, today, false), invitationRules.attendance),
    ...woman.requires,
  };
}

const countedWoman = (woman: DueWoman) => ({
  id: woman.personId,
  centreId: woman.centreId,
  dueOn: woman.due.on,
  because: woman.due.because,
});
