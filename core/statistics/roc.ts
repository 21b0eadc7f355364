/** The ROC curve: what share of cases with and without the outcome is called positive, at every threshold. */
import { ascending, type ScoreSet } from './score-set.ts';

/**
 * Points from the strictest threshold to the laxest. The first is above every score (nothing is positive), the last at the
 * lowest (everything is). Counts are sums of weights where the set has weights.
 */
export type RocCurve = {
  /** Each distinct score, highest first, after Infinity: a case is positive when its score is at least this. */
  readonly thresholds: Float64Array;
  readonly truePositives: Float64Array;
  readonly falsePositives: Float64Array;
  readonly positives: number;
  readonly negatives: number;
};

/** All points of the curve. The set must have passed `scoreSet`. */
export function rocCurve(set: ScoreSet): RocCurve {
  const walk = set.weights ? weighted(set, set.weights) : counted(set);
  const n = set.scores.length;
  const [thresholds, truePositives, falsePositives] = [0, 1, 2].map(() => new Float64Array(n + 1)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  thresholds[0] = Number.POSITIVE_INFINITY;
  let [points, positives, negatives] = [1, 0, 0];
  walk((score, ofPositives, ofNegatives) => {
    positives += ofPositives;
    negatives += ofNegatives;
    if (score !== thresholds[points - 1] || points === 1) thresholds[points++] = score;
    truePositives[points - 1] = positives;
    falsePositives[points - 1] = negatives;
  });
  return {
    thresholds: thresholds.slice(0, points),
    truePositives: truePositives.slice(0, points),
    falsePositives: falsePositives.slice(0, points),
    positives,
    negatives,
  };
}

type Walk = (visit: (score: number, positives: number, negatives: number) => void) => void;

/** Without weights each group is sorted by itself, as the platform sorts numbers, and the two are walked together. */
function counted({ scores, positive }: ScoreSet): Walk {
  let count = 0;
  for (const one of positive) count += one;
  const yes = new Float64Array(count);
  const no = new Float64Array(scores.length - count);
  let [i, j] = [0, 0];
  for (let k = 0; k < scores.length; k++) {
    if (positive[k] === 1) yes[i++] = scores[k] as number;
    else no[j++] = scores[k] as number;
  }
  yes.sort();
  no.sort();
  return (visit) => {
    let [a, b] = [yes.length - 1, no.length - 1];
    while (a >= 0 || b >= 0) {
      const score =
        b < 0 || (a >= 0 && (yes[a] as number) >= (no[b] as number)) ? (yes[a] as number) : (no[b] as number);
      let [ofPositives, ofNegatives] = [0, 0];
      for (; a >= 0 && yes[a] === score; a--) ofPositives++;
      for (; b >= 0 && no[b] === score; b--) ofNegatives++;
      visit(score, ofPositives, ofNegatives);
    }
  };
}

function weighted({ scores, positive }: ScoreSet, weights: Float64Array): Walk {
  const order = ascending(scores);
  return (visit) => {
    for (let k = order.length - 1; k >= 0; k--) {
      const at = order[k] as number;
      const weight = weights[at] as number;
      if (positive[at] === 1) visit(scores[at] as number, weight, 0);
      else visit(scores[at] as number, 0, weight);
    }
  };
}

/** A point of the curve in words of shares. */
export type RocPoint = { readonly threshold: number; readonly sensitivity: number; readonly specificity: number };

export function rocPoint(curve: RocCurve, index: number): RocPoint {
  return {
    threshold: curve.thresholds[index] as number,
    sensitivity: (curve.truePositives[index] as number) / curve.positives,
    specificity: 1 - (curve.falsePositives[index] as number) / curve.negatives,
  };
}

/** The last point whose threshold is at least `threshold`: what that threshold gives. Binary search. */
export function indexAt({ thresholds }: RocCurve, threshold: number): number {
  let [from, to] = [0, thresholds.length - 1];
  while (from < to) {
    const middle = (from + to + 1) >> 1;
    if ((thresholds[middle] as number) >= threshold) from = middle;
    else to = middle - 1;
  }
  return from;
}

/** First point at which the rising column `values` has reached `target`; the last when none has. */
export function firstReaching(values: Float64Array, target: number): number {
  let [from, to] = [0, values.length - 1];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((values[middle] as number) >= target) to = middle;
    else from = middle + 1;
  }
  return from;
}

/**
 * Few enough points to draw: one is kept when sensitivity or specificity has moved by `tolerance` (a share) since the one
 * before, and the ends always.
 */
export function thinned(curve: RocCurve, tolerance = 0.002): readonly RocPoint[] {
  const last = curve.thresholds.length - 1;
  const kept: RocPoint[] = [];
  let before: RocPoint | undefined;
  for (let i = 0; i <= last; i++) {
    const point = rocPoint(curve, i);
    const moved =
      !before ||
      point.sensitivity - before.sensitivity >= tolerance ||
      before.specificity - point.specificity >= tolerance;
    if (!moved && i !== last) continue;
    kept.push(point);
    before = point;
  }
  return kept;
}
