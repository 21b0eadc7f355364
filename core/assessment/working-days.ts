/** Working days (Monday to Friday that are no public holiday) and time limits counted in them. */
import { addDays, type Day, weekday } from '#core/kernel/day';

export type IsHoliday = (day: Day) => boolean;

export const isWorkingDay = (day: Day, holiday: IsHoliday): boolean => weekday(day) <= 5 && !holiday(day);

/** Working days after `from` up to and including `to`; 0 when `to` is not later. */
export function workingDaysBetween(from: Day, to: Day, holiday: IsHoliday): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day, holiday)) count++;
  return count;
}

/** The day `count` working days after `from`. */
export function addWorkingDays(from: Day, count: number, holiday: IsHoliday): Day {
  let day = from;
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day, holiday)) left--;
  }
  return day;
}
