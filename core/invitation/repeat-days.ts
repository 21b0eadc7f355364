/** Days of a pattern (every second Friday until summer), so that exceptions are kept day by day and can be lifted one by one. */
import { addDays, type Day, daysBetween, weekday, weekStart } from '#core/kernel/day';

export type DayPattern = {
  readonly from: Day;
  readonly to: Day;
  /** ISO weekdays. */
  readonly weekdays: readonly number[];
  /** 1 = every week, 2 = every second, counted from the week of `from`. */
  readonly everyWeeks: number;
};

/** The days of a pattern in calendar order; none when it ends before it begins. */
export function daysOf(pattern: DayPattern): readonly Day[] {
  const days: Day[] = [];
  const first = weekStart(pattern.from);
  for (let day = pattern.from; day <= pattern.to; day = addDays(day, 1)) {
    const week = Math.floor(daysBetween(first, day) / 7);
    if (pattern.weekdays.includes(weekday(day)) && week % pattern.everyWeeks === 0) days.push(day);
  }
  return days;
}
