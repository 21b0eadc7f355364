/** Precision (positive predictive value) against recall (sensitivity): what a curve of specificity hides when cancer is rare. */
import type { Interval } from './intervals.ts';
import type { RocCurve } from './roc.ts';
import { normalQuantile } from './special-functions.ts';

/**
 * Average precision: precision at each threshold weighed by the recall that it adds; as scikit-learn's
 * average_precision_score. What a score without information gets is the share of cases with the outcome.
 */
export function averagePrecision(curve: RocCurve): number {
  let sum = 0;
  for (let i = 1; i < curve.thresholds.length; i++) {
    const found = curve.truePositives[i] as number;
    const gained = found - (curve.truePositives[i - 1] as number);
    if (gained > 0) sum += (gained * found) / (found + (curve.falsePositives[i] as number));
  }
  return sum / curve.positives;
}

/** Its interval on the logit scale (Boyd, Eng and Page 2013, ECML PKDD, LNCS 8190:451). 0 < value < 1. */
export function averagePrecisionInterval(value: number, positives: number, level = 0.95): Interval {
  if (value <= 0 || value >= 1) return { lower: value, upper: value };
  const centre = Math.log(value / (1 - value));
  const half = normalQuantile((1 + level) / 2) / Math.sqrt(positives * value * (1 - value));
  const back = (x: number) => 1 / (1 + Math.exp(-x));
  return { lower: back(centre - half), upper: back(centre + half) };
}

export type PrecisionPoint = { readonly threshold: number; readonly recall: number; readonly precision: number };

/** Points to draw, from the strictest threshold: one whenever recall has moved by `step` (a share), and the last. */
export function precisionPoints(curve: RocCurve, step = 0.005): readonly PrecisionPoint[] {
  const points: PrecisionPoint[] = [];
  const last = curve.thresholds.length - 1;
  for (let i = 1; i <= last; i++) {
    const found = curve.truePositives[i] as number;
    const recall = found / curve.positives;
    const before = points.at(-1);
    if (i !== last && (found === 0 || (before && recall - before.recall < step))) continue;
    points.push({
      threshold: curve.thresholds[i] as number,
      recall,
      precision: found / (found + (curve.falsePositives[i] as number)),
    });
  }
  return points;
}
