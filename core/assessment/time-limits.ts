/** How long a woman has waited against the limit of the guideline. */
import type { Day } from '#core/kernel/day';
import { type IsHoliday, workingDaysBetween } from './working-days.ts';

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

/** Working days from `from` to `to`, and whether they are within the desirable limit, the acceptable one, or late. */
export function waiting(from: Day, to: Day, limit: TimeLimit, holiday: IsHoliday): Waiting {
  const workingDays = workingDaysBetween(from, to, holiday);
  const grade = workingDays <= limit.desirable ? 'desirable' : workingDays <= limit.acceptable ? 'acceptable' : 'late';
  return { workingDays, grade };
}
