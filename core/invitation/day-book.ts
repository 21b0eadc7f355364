/** One site's open days in the planning window: finds the nearest day with room, and the emptiest time on it. */
import { dayLoad, type DayLoad } from '#core/invitation/overbooking';
import { minutesOf } from '#core/invitation/opening';
import { type Day, dayNumber } from '#core/kernel/day';
import type { PlanDay, PlanRules } from './round-plan.ts';

type Open = { readonly day: Day; readonly number: number; readonly load: DayLoad; readonly slots: Times };
/** `alsoAt`: the time after, for who needs longer; null also on a day that has no two times in a row. */
export type Taken = { readonly day: Day; readonly at: string; readonly alsoAt: string | null; readonly off: number };
type Times = { readonly at: readonly string[]; readonly places: readonly number[]; readonly booked: number[] };

export class DayBook {
  /** Whether the site is open at all in the window. */
  readonly open: boolean;
  /** Day number of the last day of the window. */
  readonly lastDay: number;
  readonly #days: readonly Open[];
  readonly #limit: number;
  readonly #spread: number;
  /** Neighbours with room, by index: later[i] = first index >= i that is not full (days.length = none), earlier likewise. */
  readonly #later: Int32Array;
  readonly #earlier: Int32Array;

  constructor(days: readonly PlanDay[], to: Day, rules: PlanRules) {
    this.#days = days.filter((day) => day.slots.length > 0).map((day) => opened(day, rules));
    this.#limit = rules.overflowLimit;
    this.#spread = rules.spreadDays;
    this.open = this.#days.length > 0;
    this.lastDay = dayNumber(to);
    this.#later = Int32Array.from({ length: this.#days.length + 2 }, (_, i) => i);
    this.#earlier = Int32Array.from({ length: this.#days.length + 2 }, (_, i) => i);
  }

  /** Days between a due day and the nearest open day with room; Infinity when there is none. */
  offDue(due: number): number {
    const index = this.#nearest(due);
    const day = this.#days[index];
    return day ? Math.abs(day.number - due) : Number.POSITIVE_INFINITY;
  }

  /**
   * Takes a time near the due day, on a quiet day with room, if the limit holds with her on it. If it does not, the day is full for
   * everyone after her too (nobody is squeezed in because she is thought unlikely to come) and the answer is undefined.
   */
  take(due: number, attendance: number, longer: boolean): Taken | undefined {
    const index = this.#quietest(due);
    const open = this.#days[index];
    if (!open) return undefined;
    if (!open.load.add(attendance, this.#limit, longer ? 2 : 1)) {
      this.#close(index);
      return undefined;
    }
    return { day: open.day, ...emptiest(open.slots, longer), off: open.number - due };
  }

  #nearest(due: number): number {
    const after = firstFrom(this.#days, due);
    const later = find(this.#later, after);
    // `earlier` is shifted by one so that 0 means none.
    const earlier = find(this.#earlier, after) - 1;
    const next = this.#days[later];
    const previous = this.#days[earlier];
    if (!next) return previous ? earlier : -1;
    if (!previous) return later;
    return due - previous.number < next.number - due ? earlier : later;
  }

  /** Of the days with room that are hardly further off than the nearest, the one with the smallest share taken. */
  #quietest(due: number): number {
    const nearest = this.#nearest(due);
    const from = this.#days[nearest];
    if (!from) return -1;
    const reach = Math.abs(from.number - due) + this.#spread;
    let best = nearest;
    let least = shareTaken(from);
    for (let i = firstFrom(this.#days, due - reach); (this.#days[i]?.number ?? Infinity) <= due + reach; i++) {
      const day = this.#days[i];
      if (!day || this.#later[i] !== i) continue;
      const taken = shareTaken(day);
      if (taken < least) [best, least] = [i, taken];
    }
    return best;
  }

  #close(index: number): void {
    this.#later[index] = index + 1;
    this.#earlier[index + 1] = index;
  }
}

const shareTaken = (day: Open): number => day.load.booked / day.load.capacity;

function opened(day: PlanDay, rules: PlanRules): Open {
  // At least one place is planned for on an open day, else a small unit would never fill.
  const capacity = Math.max(1, Math.floor(day.capacity * rules.plannedShare));
  return {
    day: day.day,
    number: dayNumber(day.day),
    load: dayLoad(capacity, day.booked),
    slots: {
      at: day.slots.map((slot) => slot.at),
      places: day.slots.map((slot) => slot.places),
      booked: day.slots.map((slot) => slot.booked),
    },
  };
}

/**
 * Books the time with the smallest share taken, the earliest of equals; the choice knows nothing about the woman but
 * whether she needs two times in a row.
 */
function emptiest(times: Times, longer: boolean): { readonly at: string; readonly alsoAt: string | null } {
  const gap = shortestGap(times.at);
  const follows = (i: number) => minutesOf(times.at[i + 1] ?? '') - minutesOf(times.at[i] ?? '') === gap;
  const pairs = longer && times.at.some((_, i) => follows(i));
  const shareAt = (i: number) => (times.booked[i] ?? 0) / Math.max(1, times.places[i] ?? 1);
  let best = 0;
  let share = Number.POSITIVE_INFINITY;
  for (let i = 0; i < times.at.length; i++) {
    if (pairs && !follows(i)) continue;
    const taken = pairs ? Math.max(shareAt(i), shareAt(i + 1)) : shareAt(i);
    if (taken < share) [best, share] = [i, taken];
  }
  for (const i of pairs ? [best, best + 1] : [best]) times.booked[i] = (times.booked[i] ?? 0) + 1;
  return { at: times.at[best] ?? '', alsoAt: pairs ? (times.at[best + 1] ?? null) : null };
}

/** Minutes between two times that follow each other; a longer gap is a pause. */
function shortestGap(at: readonly string[]): number {
  let gap = Number.POSITIVE_INFINITY;
  for (let i = 0; i + 1 < at.length; i++) gap = Math.min(gap, minutesOf(at[i + 1] ?? '') - minutesOf(at[i] ?? ''));
  return gap;
}

/** Index of the first day on or after a day number. */
function firstFrom(days: readonly Open[], number: number): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle]?.number ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Follows the links to the first one that stands for itself, and shortens the way (union-find with path halving). */
function find(links: Int32Array, start: number): number {
  let at = start;
  for (let next = links[at] ?? at; next !== at; next = links[at] ?? at) {
    links[at] = links[next] ?? next;
    at = next;
  }
  return at;
}
