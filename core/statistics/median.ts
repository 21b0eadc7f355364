/** Medians of whole numbers such as days, with an interval that assumes nothing about how they are distributed. */
import { binomialQuantile } from './discrete.ts';
import type { Interval } from './intervals.ts';

/** How many times each value occurs. */
export type Histogram = ReadonlyMap<number, number>;

export type MedianEstimate = { readonly value: number; readonly limits: Interval; readonly n: number };

/**
 * The ranks (from 1) of the two ordered observations between which the median lies with at least the confidence asked
 * for (Conover 1999, Practical Nonparametric Statistics, 3.2; David and Nagaraja 2003, Order Statistics, 7.1). With
 * fewer than six observations no pair of ranks reaches 95 %: the whole range is given.
 */
export function medianRanks(n: number, level = 0.95): { readonly lower: number; readonly upper: number } {
  const lower = Math.max(1, binomialQuantile((1 - level) / 2, n, 0.5));
  return { lower, upper: n + 1 - lower };
}

/** The median, its interval and the number of observations; undefined of nothing. */
export function median(histogram: Histogram, level = 0.95): MedianEstimate | undefined {
  const steps = [...histogram].filter(([, count]) => count > 0).toSorted(([a], [b]) => a - b);
  const n = steps.reduce((sum, [, count]) => sum + count, 0);
  if (n === 0) return undefined;
  const at = (rank: number): number => {
    let passed = 0;
    for (const [value, count] of steps) {
      passed += count;
      if (passed >= rank) return value;
    }
    return steps.at(-1)?.[0] ?? 0;
  };
  const middle = (at(Math.ceil(n / 2)) + at(Math.floor(n / 2) + 1)) / 2;
  const { lower, upper } = medianRanks(n, level);
  return { value: middle, limits: { lower: at(lower), upper: at(upper) }, n };
}
