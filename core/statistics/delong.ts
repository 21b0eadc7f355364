/** Area under the ROC curve with its interval, and the paired comparison of two scores on the same cases. */
import type { Interval } from './intervals.ts';
import { type Placements, placements } from './placements.ts';
import type { ScoreSet } from './score-set.ts';
import { normalQuantile } from './special-functions.ts';
import { normalTwoSided } from './tails.ts';

export type Auc = Interval & {
  /** Probability that a case with the outcome scores higher than one without, 0-1; ties count half. */
  readonly auc: number;
  readonly variance: number;
  /** Number of cases with and without the outcome. */
  readonly positives: number;
  readonly negatives: number;
};

export type PairedAuc = {
  readonly first: Auc;
  readonly second: Auc;
  /** First minus second, its interval and the two-sided test that it is 0. */
  readonly difference: Interval & { readonly value: number; readonly variance: number };
  readonly covariance: number;
  readonly z: number;
  readonly p: number;
};

/**
 * AUC with DeLong's variance (DeLong, DeLong and Clarke-Pearson 1988, Biometrics 44:837; in O(n log n) after Sun and Xu 2014,
 * IEEE Signal Process Lett 21:1389) and a normal interval cut to 0-1. With clusters the variance lets cases of one woman go
 * together (Obuchowski 1997, Biometrics 53:567); with weights it is that of the weighted AUC as if cases were drawn with
 * replacement. The set must have passed `scoreSet`.
 */
export function auc(set: ScoreSet, level = 0.95): Auc {
  const placed = placements(set);
  return estimate(set, placed, variance(set, placed, placed), level);
}

/**
 * Paired test of two scores on the same cases (DeLong 1988, as pROC's roc.test). Outcome, weights and clusters are those of the
 * first set.
 */
export function compareAuc(set: ScoreSet, others: Float64Array, level = 0.95): PairedAuc {
  const second = { ...set, scores: others };
  const [a, b] = [placements(set), placements(second)];
  const [va, vb, covariance] = [variance(set, a, a), variance(set, b, b), variance(set, a, b)];
  const value = a.auc - b.auc;
  const spread = Math.max(0, va + vb - 2 * covariance);
  const half = normalQuantile((1 + level) / 2) * Math.sqrt(spread);
  const z = spread > 0 ? value / Math.sqrt(spread) : 0;
  return {
    first: estimate(set, a, va, level),
    second: estimate(set, b, vb, level),
    difference: { value, variance: spread, lower: value - half, upper: value + half },
    covariance,
    z,
    p: normalTwoSided(z),
  };
}

/** How much each case moves the AUC: what jackknife, clusters and acceleration are made of. They add up to 0. */
export function influences({ positive, weights }: ScoreSet, placed: Placements): Float64Array {
  const { shares, auc: mean, positives, negatives } = placed;
  const moved = new Float64Array(shares.length);
  for (let i = 0; i < moved.length; i++) {
    const weight = weights ? (weights[i] as number) : 1;
    moved[i] = (weight * ((shares[i] as number) - mean)) / (positive[i] === 1 ? positives : negatives);
  }
  return moved;
}

function estimate(set: ScoreSet, { auc: value }: Placements, spread: number, level: number): Auc {
  const half = normalQuantile((1 + level) / 2) * Math.sqrt(spread);
  let positives = 0;
  for (const one of set.positive) positives += one;
  return {
    auc: value,
    variance: spread,
    lower: Math.max(0, value - half),
    upper: Math.min(1, value + half),
    positives,
    negatives: set.positive.length - positives,
  };
}

/** Covariance of two AUCs on the same cases; of one with itself, its variance. */
function variance(set: ScoreSet, a: Placements, b: Placements): number {
  return set.clusters ? clustered(set, set.clusters, a, b) : unclustered(set, a, b);
}

function unclustered({ positive, weights }: ScoreSet, a: Placements, b: Placements): number {
  let [ofPositives, ofNegatives] = [0, 0];
  let count = 0;
  const n = positive.length;
  for (let i = 0; i < n; i++) {
    const weight = weights ? (weights[i] as number) : 1;
    const product = weight * weight * ((a.shares[i] as number) - a.auc) * ((b.shares[i] as number) - b.auc);
    if (positive[i] === 1) {
      ofPositives += product;
      count++;
    } else ofNegatives += product;
  }
  return (
    ((count / (count - 1 || 1)) * ofPositives) / a.positives ** 2 +
    (((n - count) / (n - count - 1 || 1)) * ofNegatives) / a.negatives ** 2
  );
}

function clustered(set: ScoreSet, clusters: Int32Array, a: Placements, b: Placements): number {
  const [one, other] = [byCluster(influences(set, a), clusters), byCluster(influences(set, b), clusters)];
  let sum = 0;
  for (let i = 0; i < one.length; i++) sum += (one[i] as number) * (other[i] as number);
  return (one.length / (one.length - 1 || 1)) * sum;
}

/** Sums by cluster. */
export function byCluster(values: Float64Array, clusters: Int32Array): Float64Array {
  let most = -1;
  for (const cluster of clusters) if (cluster > most) most = cluster;
  const sums = new Float64Array(most + 1);
  for (let i = 0; i < values.length; i++) {
    const cluster = clusters[i] as number;
    sums[cluster] = (sums[cluster] as number) + (values[i] as number);
  }
  return sums;
}
