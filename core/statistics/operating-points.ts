/** Where to set the threshold, by what it should match, and what it then gives. */
import { exactProportion, type Interval, wilson } from './intervals.ts';
import { firstReaching, indexAt, type RocCurve } from './roc.ts';

export type ThresholdRule =
  /** The score itself. */
  | { readonly by: 'score'; readonly value: number }
  /**
   * As many positive as something else calls positive, such as consensus or one reader: the threshold whose share of
   * positives is nearest, the stricter when two are as near.
   */
  | { readonly by: 'rate'; readonly value: number }
  /** The strictest threshold with at least this sensitivity. */
  | { readonly by: 'sensitivity'; readonly value: number }
  /** The laxest threshold with at least this specificity. */
  | { readonly by: 'specificity'; readonly value: number };

export type Share = Interval & {
  readonly events: number;
  readonly total: number;
  readonly value: number;
  /** Clopper-Pearson, beside Wilson in `lower` and `upper`. */
  readonly exact: Interval;
};

export type OperatingPoint = {
  /** A case is positive when its score is at least this; Infinity = none is. */
  readonly threshold: number;
  /** Called positive, of all cases. */
  readonly selected: Share;
  readonly sensitivity: Share;
  readonly specificity: Share;
  /** Positive predictive value; null when nothing is called positive. */
  readonly ppv: Share | null;
};

/** A share with Wilson's and the exact interval. `total` > 0. */
export function share(events: number, total: number): Share {
  return { events, total, value: events / total, ...wilson(events, total), exact: exactProportion(events, total) };
}

/** The threshold that a rule gives on a curve (of whole counts or of weights). */
export function thresholdFor(curve: RocCurve, rule: ThresholdRule): number {
  const { thresholds, truePositives, falsePositives, positives, negatives } = curve;
  if (rule.by === 'score') return rule.value;
  // The smallest slack lets 0.3 of ten cases be three of them, though 0.3 * 10 is not 3 in binary.
  if (rule.by === 'sensitivity')
    return thresholds[firstReaching(truePositives, rule.value * positives * (1 - 1e-12))] as number;
  if (rule.by === 'specificity') {
    const most = (1 - rule.value) * negatives * (1 + 1e-12);
    const beyond = firstReaching(falsePositives, most + Math.max(Number.MIN_VALUE, most * Number.EPSILON));
    return thresholds[(falsePositives[beyond] as number) > most ? beyond - 1 : beyond] as number;
  }
  const all = positives + negatives;
  const selected = (i: number) => (truePositives[i] as number) + (falsePositives[i] as number);
  let [from, to] = [0, thresholds.length - 1];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (selected(middle) >= rule.value * all) to = middle;
    else from = middle + 1;
  }
  const nearer =
    from > 0 && rule.value * all - selected(from - 1) <= selected(from) - rule.value * all ? from - 1 : from;
  return thresholds[nearer] as number;
}

/** What a threshold gives, counted on a curve without weights. */
export function operatingPoint(curve: RocCurve, threshold: number): OperatingPoint {
  const index = indexAt(curve, threshold);
  const found = curve.truePositives[index] as number;
  const wrong = curve.falsePositives[index] as number;
  return {
    threshold,
    selected: share(found + wrong, curve.positives + curve.negatives),
    sensitivity: share(found, curve.positives),
    specificity: share(curve.negatives - wrong, curve.negatives),
    ppv: found + wrong > 0 ? share(found, found + wrong) : null,
  };
}
