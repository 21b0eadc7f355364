/** A plan in figures: what the office sees before anything is sent. */
import { type Due, type DueRules, timeliness } from '#core/invitation/due';
import type { RoundPlan, UnplacedReason } from '#core/invitation/round-plan';
import type { Day } from '#core/kernel/day';

export type DueBecause = Extract<Due, { kind: 'due' }>['because'];

export type CountedWoman = {
  readonly id: string;
  readonly centreId: string;
  readonly dueOn: Day;
  readonly because: DueBecause;
};

export type PlanCounts = {
  /** Due up to the end of the window; women who are only looked at for a bus leaving early are not counted. */
  readonly due: number;
  readonly placed: number;
  readonly because: Readonly<Record<DueBecause, number>>;
  readonly early: number;
  readonly onTime: number;
  readonly late: number;
  readonly unplaced: Readonly<Partial<Record<UnplacedReason, number>>>;
  readonly centres: readonly CentreCounts[];
  readonly units: readonly { readonly unitId: string; readonly placed: number }[];
  /** Kilometres as the crow flies, over those whose place is known; null when there are none. */
  readonly km: { readonly median: number; readonly longest: number } | null;
};

export type CentreCounts = {
  readonly centreId: string;
  readonly due: number;
  readonly placed: number;
  readonly late: number;
  readonly unplaced: Readonly<Partial<Record<UnplacedReason, number>>>;
};

/** Counts and reasons of a plan. `to` is the last day of its window. */
export function planCounts(plan: RoundPlan, women: readonly CountedWoman[], to: Day, rules: DueRules): PlanCounts {
  const byId = new Map(women.map((woman) => [woman.id, woman]));
  const total = new Tally();
  const centres = new Map<string, Tally>();
  const units = new Map<string, number>();
  const because = { first: 0, 'after-screening': 0, 'after-invitation': 0 };
  const time = { early: 0, 'on-time': 0, late: 0 };
  const km: number[] = [];
  for (const { womanId, unitId, day, km: away } of plan.assignments) {
    const woman = byId.get(womanId);
    if (!woman) continue;
    const when = timeliness(woman.dueOn, day, rules);
    for (const tally of [total, tallyOf(centres, woman.centreId)]) tally.place(when === 'late');
    because[woman.because] += 1;
    time[when] += 1;
    units.set(unitId, (units.get(unitId) ?? 0) + 1);
    if (away !== null) km.push(away);
  }
  for (const { womanId, reason } of plan.unplaced) {
    const woman = byId.get(womanId);
    if (!woman || (reason === 'not-yet' && woman.dueOn > to)) continue;
    for (const tally of [total, tallyOf(centres, woman.centreId)]) tally.leave(reason);
  }
  km.sort((a, b) => a - b);
  const [median, longest] = [km[Math.floor((km.length - 1) / 2)], km[km.length - 1]];
  return {
    due: total.due,
    placed: total.placed,
    because,
    early: time.early,
    onTime: time['on-time'],
    late: time.late,
    unplaced: total.unplaced,
    centres: [...centres]
      .map(([centreId, { due, placed, late, unplaced }]) => ({ centreId, due, placed, late, unplaced }))
      .sort((a, b) => (a.centreId < b.centreId ? -1 : 1)),
    units: [...units].map(([unitId, placed]) => ({ unitId, placed })).sort((a, b) => (a.unitId < b.unitId ? -1 : 1)),
    km: median === undefined || longest === undefined ? null : { median, longest },
  };
}

class Tally {
  due = 0;
  placed = 0;
  late = 0;
  readonly unplaced: Partial<Record<UnplacedReason, number>> = {};

  place(late: boolean): void {
    this.due += 1;
    this.placed += 1;
    if (late) this.late += 1;
  }

  leave(reason: UnplacedReason): void {
    this.due += 1;
    this.unplaced[reason] = (this.unplaced[reason] ?? 0) + 1;
  }
}

function tallyOf(tallies: Map<string, Tally>, id: string): Tally {
  const known = tallies.get(id);
  if (known) return known;
  const made = new Tally();
  tallies.set(id, made);
  return made;
}
