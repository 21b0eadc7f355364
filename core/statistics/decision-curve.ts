/** Is acting on the score worth it? Net benefit, for every price one may put on a needless recall. */
import type { RocCurve } from './roc.ts';

export type DecisionPoint = {
  /** Threshold probability: the risk of cancer at which one would just recall; its odds are the price of a false positive in true positives. */
  readonly probability: number;
  /** True positives per case, less the false positives at that price. */
  readonly netBenefit: number;
  /** The same when everybody, or nobody, is called positive. */
  readonly all: number;
  readonly none: 0;
  /** What score gives the highest net benefit at this price. */
  readonly threshold: number;
};

/**
 * Decision curve (Vickers and Elkin 2006, Med Decis Making 26:565): net benefit = TP/n - FP/n * p/(1 - p). A score that is not a
 * probability is read at its best threshold for each p, which is the net benefit of the score once it is calibrated (the
 * isotonic envelope: every other threshold gives less).
 * @param probabilities 0 < p < 1 @param atThreshold one threshold for all p, as in a fixed rule; absent = the best
 */
export function decisionCurve(
  curve: RocCurve,
  probabilities: readonly number[],
  atThreshold?: (curve: RocCurve) => number,
): readonly DecisionPoint[] {
  const n = curve.positives + curve.negatives;
  const fixed = atThreshold?.(curve);
  const hull = fixed === undefined ? upperHull(curve) : [fixed];
  return probabilities.map((probability) => {
    const price = probability / (1 - probability);
    const benefit = (i: number) =>
      ((curve.truePositives[i] as number) - price * (curve.falsePositives[i] as number)) / n;
    const best = hull.reduce((top, i) => (benefit(i) > benefit(top) ? i : top), hull[0] ?? 0);
    return {
      probability,
      netBenefit: benefit(best),
      all: (curve.positives - price * curve.negatives) / n,
      none: 0,
      threshold: curve.thresholds[best] as number,
    };
  });
}

/** Points of the curve's upper convex hull: the only thresholds that are best at any price. */
function upperHull({ truePositives, falsePositives }: RocCurve): readonly number[] {
  const hull: number[] = [];
  for (let i = 0; i < truePositives.length; i++) {
    for (let size = hull.length; size >= 2; size = hull.length) {
      const [a, b] = [hull[size - 2] as number, hull[size - 1] as number];
      const across =
        ((falsePositives[b] as number) - (falsePositives[a] as number)) *
          ((truePositives[i] as number) - (truePositives[a] as number)) -
        ((truePositives[b] as number) - (truePositives[a] as number)) *
          ((falsePositives[i] as number) - (falsePositives[a] as number));
      if (across < 0) break;
      hull.pop();
    }
    hull.push(i);
  }
  return hull;
}
