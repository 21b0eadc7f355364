/**
 * The watch over a product's scores: does this week's distribution at a unit look as its calibration population's? Three
 * figures over bins that each hold the same share of the calibration population.
 *
 * - Population stability index: sum over bins of (p - q) ln(p / q). When nothing has changed, PSI / (1/n + 1/m) follows a
 *   chi-squared distribution with bins - 1 degrees of freedom (Yurdakul and Naranjo 2020, Statistical properties of the
 *   population stability index, Journal of Risk Model Validation 14(4)): so the limit depends on how many there are, and
 *   the much-used 0.1 and 0.25 do not.
 * - Share in the highest bin: a p-chart with limits from the binomial distribution (Montgomery, Introduction to
 *   Statistical Quality Control, control charts for fraction nonconforming).
 * - Kolmogorov's largest distance between the two cumulative shares, over the bins: a lower bound of the unbinned one, so
 *   that its limit holds (Kolmogorov 1933; the asymptotic law with exact digits, Marsaglia, Tsang and Wang 2003).
 */
import { gammaQuantile, normalQuantile } from '#core/statistics/special-functions';
import { scoreAt } from './percentile.ts';

export type DriftRules = {
  readonly bins: number;
  /** Chance that one figure alarms at one unit in one week when nothing has changed. */
  readonly falseAlarm: number;
  /** A week with fewer says nothing. */
  readonly fewestExaminations: number;
  /** How far back is shown. */
  readonly weeks: number;
};

/** The limits between bins that each hold an equal share of the calibration population: one less than there are bins. */
export function binLimits(points: readonly number[], bins: number): readonly number[] {
  return Array.from({ length: bins - 1 }, (_, i) => scoreAt((i + 1) / bins, points));
}

/** The share of the calibration population in each bin; a score at a limit is in the bin above it. */
export function sharesOf(points: readonly number[], limits: readonly number[]): readonly number[] {
  const counts = Array.from({ length: limits.length + 1 }, () => 0);
  for (const point of points) {
    const bin = limits.filter((limit) => limit <= point).length;
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts.map((count) => count / points.length);
}

export type Drift = {
  readonly examinations: number;
  readonly psi: number;
  readonly psiLimit: number;
  /** Share of examinations in the most suspicious bin. */
  readonly top: number;
  readonly topLower: number;
  readonly topUpper: number;
  readonly distance: number;
  readonly distanceLimit: number;
  readonly alarms: readonly ('psi' | 'top' | 'distance')[];
};

/**
 * The watch against one calibration: gives a week's figures and what is beyond its limit, from the examinations in each
 * bin, least suspicious first; undefined when the week has too few. `expected`: the calibration population's shares of the
 * same bins (sum 1), which `calibrated` examinations were counted for.
 */
export function driftWatch(
  expected: readonly number[],
  calibrated: number,
  rules: DriftRules,
): (counts: readonly number[]) => Drift | undefined {
  const chiSquared = 2 * gammaQuantile(1 - rules.falseAlarm, (expected.length - 1) / 2);
  const normal = normalQuantile(1 - rules.falseAlarm / 2);
  const kolmogorov = kolmogorovLimit(rules.falseAlarm);
  const share = expected.at(-1) ?? 0;
  return (counts) => {
    const examinations = counts.reduce((a, b) => a + b, 0);
    if (examinations < rules.fewestExaminations) return undefined;
    const noise = 1 / examinations + 1 / calibrated;
    const [psi, psiLimit] = [stabilityIndex(counts, expected), chiSquared * noise];
    const top = (counts.at(-1) ?? 0) / examinations;
    const half = normal * Math.sqrt(share * (1 - share) * noise);
    const [topLower, topUpper] = [Math.max(0, share - half), Math.min(1, share + half)];
    const [distance, distanceLimit] = [largestDistance(counts, expected), kolmogorov * Math.sqrt(noise)];
    const beyond = { psi: psi > psiLimit, top: top < topLower || top > topUpper, distance: distance > distanceLimit };
    const alarms = (['psi', 'top', 'distance'] as const).filter((one) => beyond[one]);
    return { examinations, psi, psiLimit, top, topLower, topUpper, distance, distanceLimit, alarms };
  };
}

/** An empty bin counts as half an examination: the logarithm of nothing is not a figure. */
export function stabilityIndex(counts: readonly number[], expected: readonly number[]): number {
  const total = counts.reduce((a, b) => a + b, 0);
  return counts.reduce((sum, count, i) => {
    const p = Math.max(count, 0.5) / total;
    const q = Math.max(expected[i] ?? 0, 0.5 / total);
    return sum + (p - q) * Math.log(p / q);
  }, 0);
}

export function largestDistance(counts: readonly number[], expected: readonly number[]): number {
  const total = counts.reduce((a, b) => a + b, 0);
  let [ours, theirs, most] = [0, 0, 0];
  counts.forEach((count, i) => {
    ours += count / total;
    theirs += expected[i] ?? 0;
    most = Math.max(most, Math.abs(ours - theirs));
  });
  return most;
}

/** The k that the square root of n times the distance exceeds with probability `alpha`: 2 sum (-1)^(i-1) exp(-2 i^2 k^2). */
export function kolmogorovLimit(alpha: number): number {
  const beyond = (k: number) => {
    let sum = 0;
    for (let i = 1; i <= 100; i++) sum += (i % 2 === 1 ? 2 : -2) * Math.exp(-2 * i * i * k * k);
    return sum;
  };
  let [low, high] = [0.3, 5];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (beyond(middle) > alpha) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
