/** Two independent proportions: test and intervals of their difference and ratio. Events and total of each group. */
import { rootDown } from './root-down.ts';
import { type Interval, wilson } from './intervals.ts';
import { normalQuantile } from './special-functions.ts';

export type Count = { readonly events: number; readonly total: number };

/**
 * The two proportions that fit the counts best among those whose difference is `difference`: the cubic's closed solution of
 * Miettinen and Nurminen 1985 (Stat Med 4:213, appendix), used by Farrington and Manning 1990 (Stat Med 9:1447). The
 * counts need not be whole.
 */
export function fitWithDifference(first: Count, second: Count, difference: number): readonly [number, number] {
  const theta = second.total / first.total;
  const [p1, p2] = [first.events / first.total, second.events / second.total];
  const a = 1 + theta;
  const b = -(1 + theta + p1 + theta * p2 + difference * (theta + 2));
  const c = difference * difference + difference * (2 * p1 + theta + 1) + p1 + theta * p2;
  const d = -p1 * difference * (1 + difference);
  const v = b ** 3 / (3 * a) ** 3 - (b * c) / (6 * a * a) + d / (2 * a);
  const u = (v < 0 ? -1 : 1) * Math.sqrt(Math.max(0, b ** 2 / (3 * a) ** 2 - c / (3 * a)));
  const w = u === 0 ? 0 : (Math.PI + Math.acos(Math.min(1, Math.max(-1, v / u ** 3)))) / 3;
  const low = Math.max(0, difference);
  const high = Math.min(1, 1 + difference);
  const fitted = Math.min(high, Math.max(low, 2 * u * Math.cos(w) - b / (3 * a)));
  return [fitted, Math.min(1, Math.max(0, fitted - difference))];
}

/**
 * z of the score test that first - second is above `difference` (Farrington and Manning 1990); with difference 0 the
 * ordinary test with pooled variance. Large and positive speaks for a larger difference.
 */
export function differenceScore(first: Count, second: Count, difference = 0): number {
  const gap = first.events / first.total - second.events / second.total - difference;
  const [q1, q2] = fitWithDifference(first, second, difference);
  const variance = (q1 * (1 - q1)) / first.total + (q2 * (1 - q2)) / second.total;
  return variance <= 0 ? Math.sign(gap) * (gap === 0 ? 0 : Number.POSITIVE_INFINITY) : gap / Math.sqrt(variance);
}

/** Newcombe's interval of first - second by the two Wilson intervals (Newcombe 1998, Stat Med 17:873, method 10). */
export function newcombe(first: Count, second: Count, level = 0.95): Interval {
  const [p1, p2] = [first.events / first.total, second.events / second.total];
  const [w1, w2] = [wilson(first.events, first.total, level), wilson(second.events, second.total, level)];
  return {
    lower: p1 - p2 - Math.hypot(p1 - w1.lower, w2.upper - p2),
    upper: p1 - p2 + Math.hypot(w1.upper - p1, p2 - w2.lower),
  };
}

/** Miettinen and Nurminen's score interval of first - second (Stat Med 1985, 4:213; Newcombe's method 6), with their N/(N-1). */
export function miettinenNurminen(first: Count, second: Count, level = 0.95): Interval {
  const z = normalQuantile(1 - (1 - level) / 2);
  const all = first.total + second.total;
  const score = (difference: number) => differenceScore(first, second, difference) * Math.sqrt((all - 1) / all);
  return { lower: rootDown(score, z, -1, 1), upper: rootDown(score, -z, -1, 1) };
}

/**
 * Interval of the ratio first / second on the log scale (Katz and others 1978, Biometrics 34:469). Undefined where either
 * has no event.
 */
export function katz(first: Count, second: Count, level = 0.95): Interval | undefined {
  if (first.events === 0 || second.events === 0) return undefined;
  const z = normalQuantile(1 - (1 - level) / 2);
  const ratio = first.events / first.total / (second.events / second.total);
  const sd = Math.sqrt(1 / first.events - 1 / first.total + 1 / second.events - 1 / second.total);
  return { lower: ratio * Math.exp(-z * sd), upper: ratio * Math.exp(z * sd) };
}
