import { addDays, type Day, daysBetween } from '#core/kernel/day';

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
 * the time, at least a day. Never done counts from the day the equipment came into use.
 */
export function dueOf(lastDone: Day | null, everyDays: number, inUseFrom: Day, today: Day): Due {
  if (lastDone === null) return { state: 'never', on: null, daysLate: Math.max(0, daysBetween(inUseFrom, today)) };
  const on = addDays(lastDone, everyDays);
  const left = daysBetween(today, on);
  if (left < 0) return { state: 'overdue', on, daysLate: -left };
  return { state: left <= Math.max(1, Math.floor(everyDays / 5)) ? 'soon' : 'fine', on, daysLate: 0 };
}
