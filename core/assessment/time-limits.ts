/** How long a woman has waited against the limit of the guideline. */
import { type CalendarRules, isWorkingDay } from '#core/invitation/calendar';
import { addDays, type Day } from '#core/kernel/day';

export type TimeLimit = {
  /** Working days. */
  readonly acceptable: number;
  readonly desirable: number;
  readonly source: string;
};

export const timeLimitIds = [
  'screening-to-result',
  'recall-to-assessment',
  'assessment-to-result',
  'decision-to-operation',
] as const;
export type TimeLimitId = (typeof timeLimitIds)[number];
export type TimeLimits = Readonly<Record<TimeLimitId, TimeLimit>>;

export const waitingGrades = ['desirable', 'acceptable', 'late'] as const;
export type WaitingGrade = (typeof waitingGrades)[number];

export type Waiting = { readonly workingDays: number; readonly grade: WaitingGrade };

/** Working days after `from` up to and including `to`; 0 when `to` is not later. */
export function workingDaysBetween(from: Day, to: Day, calendar: CalendarRules): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day, calendar)) count++;
  return count;
}

/** Working days from `from` to `to`, and whether they are within the desirable limit, the acceptable one, or late. */
export function waiting(from: Day, to: Day, limit: TimeLimit, calendar: CalendarRules): Waiting {
  const workingDays = workingDaysBetween(from, to, calendar);
  const grade = workingDays <= limit.desirable ? 'desirable' : workingDays <= limit.acceptable ? 'acceptable' : 'late';
  return { workingDays, grade };
}
