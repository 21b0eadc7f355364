import { addDays, type Day, daysBetween, weekday } from '#core/kernel/day';

export const dueStates = ['fine', 'soon', 'overdue', 'never'] as const;
export type DueState = (typeof dueStates)[number];

export type Due = {
  readonly state: DueState;
  /** When it is to be done next; null when it has never been done. */
  readonly on: Day | null;
  readonly daysLate: number;
};

/**
 * When a test is to be done again: so many days after it was last done, whatever it showed. `soon` in the last fifth of
 * the time, at least a day. Never done counts from the day the equipment came into use. A daily test is one of working
 * days: after Friday comes Monday.
 */
export function dueOf(lastDone: Day | null, everyDays: number, inUseFrom: Day, today: Day): Due {
  if (lastDone === null) return { state: 'never', on: null, daysLate: Math.max(0, daysBetween(inUseFrom, today)) };
  const next = addDays(lastDone, everyDays);
  const on = everyDays === 1 && weekday(next) > 5 ? addDays(next, 8 - weekday(next)) : next;
  const left = daysBetween(today, on);
  if (left < 0) return { state: 'overdue', on, daysLate: -left };
  return { state: left <= Math.max(1, Math.floor(everyDays / 5)) ? 'soon' : 'fine', on, daysLate: 0 };
}

/** How many times a test falls due from one day to another, both counted; a daily one on Mondays to Fridays. */
export function timesDue(from: Day, to: Day, everyDays: number): number {
  const days = Math.max(0, daysBetween(from, to) + 1);
  if (everyDays > 1) return Math.floor(days / everyDays);
  const beyondWeeks = Array.from({ length: days % 7 }, (_, i) => weekday(addDays(from, i)));
  return Math.floor(days / 7) * 5 + beyondWeeks.filter((one) => one <= 5).length;
}
