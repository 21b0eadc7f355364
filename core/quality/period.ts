/** Which years a figure is counted over: a year, a round of two, everything so far, or the newest that is whole. */
import { addMonths, type Day, day, yearOf } from '#core/kernel/day';

/** The last calendar year that is over at the data cut, and whose last day has been followed for so many months. */
export function lastWholeYear(dataCut: Day, followUpMonths = 0): number {
  let year = yearOf(dataCut);
  while (addMonths(day(`${year}-12-31`), followUpMonths) > dataCut) year--;
  return year;
}

/**
 * The years of a period as it stands in an address: "2024", "2023-2024", "newest" or "all". `newest` moves back as far as
 * an indicator must be followed up; `all` ends there too, so that no year is half counted. First and last included.
 */
export function periodYears(
  period: string,
  known: { readonly dataCut: Day; readonly first: number; readonly followUpMonths?: number | undefined },
): readonly number[] {
  const newest = lastWholeYear(known.dataCut, known.followUpMonths);
  if (period === 'newest') return [newest];
  const [from = newest, to = from] = period === 'all' ? [known.first, newest] : period.split('-').map(Number);
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
}
