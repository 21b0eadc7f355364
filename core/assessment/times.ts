/** Times for assessment at a centre: days and hours as data, the first free one found by a pure function. */
import { addWorkingDays, type CalendarRules, isWorkingDay } from '#core/invitation/calendar';
import { addDays, type Day, weekday } from '#core/kernel/day';

/** One weekday on which a centre assesses. Times as 'HH:MM'. */
export type AssessmentHours = {
  /** ISO weekday, 1 Monday. */
  readonly weekday: number;
  readonly times: readonly string[];
  /** Women at the same time. */
  readonly places: number;
};

export type AssessmentTime = { readonly day: Day; readonly at: string };

export type AssessmentRules = {
  /** Days and hours of each centre; `standard` for a centre that has not given its own. */
  readonly hours: { readonly standard: readonly AssessmentHours[] } & Readonly<
    Record<string, readonly AssessmentHours[]>
  >;
  /** Working days that a woman is told before her time at the least. */
  readonly noticeWorkingDays: number;
  /** How far ahead a free time is looked for, days. */
  readonly horizonDays: number;
  /** Times offered to a woman who did not come, before the episode is closed. */
  readonly offers: number;
  /** Days after the last missed time until an episode without an answer closes. */
  readonly closeAfterDays: number;
};

export const hoursOf = (rules: AssessmentRules, centreId: string): readonly AssessmentHours[] =>
  rules.hours[centreId] ?? rules.hours.standard;

/** Times of a day with places; empty when the centre does not assess that day. */
export function timesOn(
  hours: readonly AssessmentHours[],
  day: Day,
  calendar: CalendarRules,
): readonly AssessmentHours[] {
  return isWorkingDay(day, calendar) ? hours.filter((h) => h.weekday === weekday(day)) : [];
}

/** Whether a centre assesses at the time, and with how many places. 0 = it does not. */
export function placesAt(hours: readonly AssessmentHours[], time: AssessmentTime, calendar: CalendarRules): number {
  let places = 0;
  for (const h of timesOn(hours, time.day, calendar)) if (h.times.includes(time.at)) places += h.places;
  return places;
}

/**
 * The free times from `from` on, earliest first, at most `count`. `taken` says how many women have the time already.
 */
export function freeTimes(
  hours: readonly AssessmentHours[],
  from: Day,
  horizonDays: number,
  taken: (time: AssessmentTime) => number,
  calendar: CalendarRules,
  count: number,
): readonly AssessmentTime[] {
  const free: AssessmentTime[] = [];
  for (let ahead = 0; ahead <= horizonDays; ahead++) {
    const day = addDays(from, ahead);
    const times = [...new Set(timesOn(hours, day, calendar).flatMap((h) => h.times))].sort();
    for (const at of times) {
      if (taken({ day, at }) >= placesAt(hours, { day, at }, calendar)) continue;
      free.push({ day, at });
      if (free.length === count) return free;
    }
  }
  return free;
}

/** The first day on which she may be asked to come, when the letter goes out today. */
export const firstDayWithNotice = (today: Day, rules: AssessmentRules, calendar: CalendarRules): Day =>
  addWorkingDays(today, rules.noticeWorkingDays, calendar);

/**
 * What to do with a recalled woman who has no time: book one, while offers are left; then wait for the centre to reach
 * her; after the rule's days without an answer the episode closes.
 */
export function recallStep(
  missed: number,
  missedOn: Day | null,
  today: Day,
  rules: Pick<AssessmentRules, 'offers' | 'closeAfterDays'>,
): 'book' | 'wait' | 'close' {
  if (missed < rules.offers || missedOn === null) return 'book';
  return today >= addDays(missedOn, rules.closeAfterDays) ? 'close' : 'wait';
}
