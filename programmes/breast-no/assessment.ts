import type { TimeLimits } from '#core/assessment/time-limits';
import type { AssessmentHours, AssessmentRules } from '#core/assessment/times';

const guideline = 'European guidelines, 4th ed. 2006, key performance indicators (time limits in working days)';

/** Working days, acceptable and desirable. */
export const timeLimits: TimeLimits = {
  'screening-to-result': { acceptable: 15, desirable: 10, source: guideline },
  'recall-to-assessment': { acceptable: 5, desirable: 3, source: guideline },
  'assessment-to-result': { acceptable: 5, desirable: 5, source: guideline },
  'decision-to-operation': { acceptable: 15, desirable: 10, source: guideline },
};

const times = ['08:30', '09:15', '10:00', '10:45', '12:00', '12:45', '13:30'];

const mondayToThursday: readonly AssessmentHours[] = [1, 2, 3, 4].map((weekday) => ({ weekday, times, places: 2 }));

/** All configuration: each centre sets its own days and hours. */
export const assessmentRules: AssessmentRules = {
  hours: { standard: mondayToThursday },
  noticeWorkingDays: 2,
  horizonDays: 60,
  offers: 2,
  closeAfterDays: 30,
};
