/** The part of the area under the ROC curve that matters, such as where specificity is above 90 %. */
import type { RocCurve } from './roc.ts';

export type PartialAuc = {
  /** Area within the part; at most the width of the part. */
  readonly area: number;
  /** McClish's standardisation: 0.5 for chance, 1 for the best possible (McClish 1989, Med Decis Making 9:190). */
  readonly standardised: number;
};

/**
 * Area where specificity (or sensitivity) lies between two shares, 0 <= from < to <= 1, the curve drawn with straight lines
 * between its points; as pROC's partial.auc.
 */
export function partialAuc(
  curve: RocCurve,
  { from, to, of = 'specificity' }: { from: number; to: number; of?: 'specificity' | 'sensitivity' },
): PartialAuc {
  const n = curve.thresholds.length;
  const tpr = (i: number) => (curve.truePositives[i] as number) / curve.positives;
  const fpr = (i: number) => (curve.falsePositives[i] as number) / curve.negatives;
  // Along the axis that is limited (specificity runs backwards), the height of the other.
  const [along, height] = of === 'specificity' ? [fpr, tpr] : [tpr, (i: number) => 1 - fpr(i)];
  const [low, high] = of === 'specificity' ? [1 - to, 1 - from] : [from, to];
  let area = 0;
  for (let i = 1; i < n; i++) {
    const [a, b] = [along(i - 1), along(i)];
    if (b <= low || a >= high || b === a) continue;
    const [ya, yb] = [height(i - 1), height(i)];
    const [left, right] = [Math.max(a, low), Math.min(b, high)];
    const at = (x: number) => ya + ((yb - ya) * (x - a)) / (b - a);
    area += ((at(left) + at(right)) / 2) * (right - left);
  }
  // What chance gets in that part: the diagonal.
  const chance = of === 'specificity' ? (high ** 2 - low ** 2) / 2 : ((1 - low) ** 2 - (1 - high) ** 2) / 2;
  return { area, standardised: (1 + (area - chance) / (high - low - chance)) / 2 };
}
