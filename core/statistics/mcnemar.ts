/** Two ways of judging the same cases: is one of them right (or positive) more often than the other? */
import { binomialCdf } from './discrete.ts';
import { exactProportion, type Interval, wilson } from './intervals.ts';
import { logGamma } from './special-functions.ts';
import { normalTwoSided } from './tails.ts';

export type McNemar = {
  /** Cases that only the first, and only the second, counts. */
  readonly onlyFirst: number;
  readonly onlySecond: number;
  /** Two-sided p-values: exact binomial; mid-p (recommended by Fagerland 2013); normal without continuity correction. */
  readonly exact: number;
  readonly midP: number;
  readonly asymptotic: number;
  /** With Edwards' continuity correction, as R's mcnemar.test gives by default. */
  readonly corrected: number;
};

/**
 * McNemar's test of paired proportions (McNemar 1947, Psychometrika 12:153; Fagerland, Lydersen and Laake 2013,
 * BMC Med Res Methodol 13:91). Every p-value is 1 when no case is discordant.
 * @param onlyFirst cases positive by the first only @param onlySecond by the second only; whole numbers >= 0
 */
export function mcnemar(onlyFirst: number, onlySecond: number): McNemar {
  const n = onlyFirst + onlySecond;
  if (n === 0) return { onlyFirst, onlySecond, exact: 1, midP: 1, asymptotic: 1, corrected: 1 };
  const fewer = Math.min(onlyFirst, onlySecond);
  const exact = Math.min(1, 2 * binomialCdf(fewer, n, 0.5));
  const point = Math.exp(logGamma(n + 1) - logGamma(fewer + 1) - logGamma(n - fewer + 1) - n * Math.LN2);
  const midP = onlyFirst === onlySecond ? 1 - point / 2 : exact - point;
  const distance = Math.abs(onlyFirst - onlySecond);
  return {
    onlyFirst,
    onlySecond,
    exact,
    midP,
    asymptotic: normalTwoSided(distance / Math.sqrt(n)),
    corrected: normalTwoSided(Math.max(0, distance - 1) / Math.sqrt(n)),
  };
}

/**
 * Difference of two proportions in the same `total` cases, first minus second, with Newcombe's square-and-add interval
 * (Newcombe 1998, Stat Med 17:2635, method 10). `both` = cases positive by both.
 */
export function pairedDifference(
  both: number,
  onlyFirst: number,
  onlySecond: number,
  total: number,
  level = 0.95,
): Interval & { readonly difference: number } {
  const neither = total - both - onlyFirst - onlySecond;
  const [p1, p2] = [(both + onlyFirst) / total, (both + onlySecond) / total];
  const [a, b] = [wilson(both + onlyFirst, total, level), wilson(both + onlySecond, total, level)];
  const margins = (both + onlyFirst) * (neither + onlySecond) * (both + onlySecond) * (neither + onlyFirst);
  const product = both * neither - onlyFirst * onlySecond;
  // Newcombe's method 10: the correlation is continuity corrected towards 0 when it is positive.
  const corrected = product > total / 2 ? product - total / 2 : Math.min(product, 0);
  const phi = margins === 0 ? 0 : corrected / Math.sqrt(margins);
  const half = (d1: number, d2: number) => Math.sqrt(Math.max(0, d1 * d1 - 2 * phi * d1 * d2 + d2 * d2));
  const difference = p1 - p2;
  return {
    difference,
    lower: difference - half(p1 - a.lower, b.upper - p2),
    upper: difference + half(a.upper - p1, p2 - b.lower),
  };
}

/** Odds ratio of discordant pairs with its exact interval; undefined without discordant pairs. Infinite when onlySecond is 0. */
export function pairedOddsRatio(
  onlyFirst: number,
  onlySecond: number,
  level = 0.95,
): (Interval & { readonly ratio: number }) | undefined {
  const n = onlyFirst + onlySecond;
  if (n === 0) return undefined;
  const { lower, upper } = exactProportion(onlyFirst, n, level);
  return { ratio: onlyFirst / onlySecond, lower: lower / (1 - lower), upper: upper / (1 - upper) };
}
