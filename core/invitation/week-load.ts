/** What each week asks for and what it has room for: the calendar of capacity. */
import { addDays, type Day, dayNumber, weekStart } from '#core/kernel/day';

/** Mondays of so many weeks from the week of a day. */
export function weeksFrom(day: Day, count: number): readonly Day[] {
  const first = weekStart(day);
  return Array.from({ length: count }, (_, i) => addDays(first, 7 * i));
}

/**
 * How many fall in each week. What lies before the first week is counted in it when `before` says so (who is due already
 * must be examined as well), else left out; what lies after the last is left out.
 */
export function countByWeek(
  days: Iterable<{ readonly day: Day; readonly count: number }>,
  weeks: readonly Day[],
  before: 'in-first' | 'left-out',
): number[] {
  const counts = weeks.map(() => 0);
  const [first] = weeks;
  if (!first) return counts;
  const start = dayNumber(first);
  for (const { day, count } of days) {
    const week = Math.floor((dayNumber(day) - start) / 7);
    const index = week < 0 && before === 'in-first' ? 0 : week;
    if (counts[index] !== undefined) counts[index] += count;
  }
  return counts;
}
