/**
 * For each case the share of the cases of the other outcome that it is placed rightly against: a positive's share of
 * negatives with a lower score, a negative's share of positives with a higher; ties count half. Their mean is the AUC, and
 * all its variances are built from them (DeLong 1988).
 *
 * The scores are never all sorted: the smaller group is, and each case of the larger finds its place there through a table
 * of equal steps, so that 1.3 million negatives beside 10,000 positives cost one pass.
 */
import type { ScoreSet } from './score-set.ts';

export type Placements = {
  /** One a case, in the order of the set, 0-1. */
  readonly shares: Float64Array;
  /** Sum of weights of the positives and of the negatives; without weights, how many they are. */
  readonly positives: number;
  readonly negatives: number;
  readonly auc: number;
};

/** Placements of all cases. Weights make each share, and the AUC, weighted. */
export function placements(set: ScoreSet): Placements {
  const { scores, positive, weights } = set;
  const n = scores.length;
  let count = 0;
  for (let i = 0; i < n; i++) count += positive[i] as number;
  const few = count <= n - count ? 1 : 0;
  const steps = stepsOf(set, few, few === 1 ? count : n - count);
  const { values, weightAt, total: fewTotal } = steps;
  const k = values.length;
  const shares = new Float64Array(n);
  // Weight of the larger group strictly below each value of the smaller and at it: 2k + 1 places between and on the values.
  const between = new Float64Array(2 * k + 1);
  const placeOf = new Int32Array(n);
  let manyTotal = 0;
  for (let i = 0; i < n; i++) {
    const place = steps.place(scores[i] as number);
    placeOf[i] = place;
    if (positive[i] === few) continue;
    const weight = weights ? (weights[i] as number) : 1;
    between[place] = (between[place] as number) + weight;
    manyTotal += weight;
  }
  // Below each place: of the larger group (for the smaller's shares) and of the smaller (for the larger's).
  const manyBelow = new Float64Array(2 * k + 1);
  const fewBelow = new Float64Array(2 * k + 1);
  let many = 0;
  let seen = 0;
  for (let place = 0; place <= 2 * k; place++) {
    const here = place % 2 === 1 ? (weightAt[(place - 1) / 2] as number) : 0;
    manyBelow[place] = many + (between[place] as number) / 2;
    fewBelow[place] = seen + here / 2;
    many += between[place] as number;
    seen += here;
  }
  let sum = 0;
  for (let i = 0; i < n; i++) {
    const place = placeOf[i] as number;
    const own = positive[i] as number;
    const below = own === few ? (manyBelow[place] as number) / manyTotal : (fewBelow[place] as number) / fewTotal;
    const share = own === 1 ? below : 1 - below;
    shares[i] = share;
    if (own === few) sum += share * (weights ? (weights[i] as number) : 1);
  }
  return {
    shares,
    positives: few === 1 ? fewTotal : manyTotal,
    negatives: few === 1 ? manyTotal : fewTotal,
    auc: sum / fewTotal,
  };
}

/** The distinct scores of one group with their weight, and where any score falls: 2j below the j-th value, 2j + 1 on it. */
function stepsOf({ scores, positive, weights }: ScoreSet, group: number, size: number) {
  const all = new Float64Array(size);
  let next = 0;
  for (let i = 0; i < scores.length; i++) if (positive[i] === group) all[next++] = scores[i] as number;
  all.sort();
  let k = 0;
  for (let i = 0; i < size; i++) if (i === 0 || all[i] !== all[i - 1]) all[k++] = all[i] as number;
  const values = all.slice(0, k);
  const low = values[0] as number;
  const high = values[k - 1] as number;
  const cells = Math.max(1, Math.min(1 << 18, 8 * k));
  const scale = high > low && Number.isFinite(high - low) ? cells / (high - low) : 0;
  // First value that is at or after the start of each step.
  const first = new Int32Array(cells + 2);
  let at = 0;
  for (let cell = 0; cell <= cells; cell++) {
    while (at < k && ((values[at] as number) - low) * scale < cell) at++;
    first[cell] = at;
  }
  first[cells + 1] = k;
  const place = (score: number): number => {
    if (score < low) return 0;
    if (score > high) return 2 * k;
    const cell = Math.floor((score - low) * scale);
    let from = scale === 0 ? 0 : (first[cell] as number);
    let to = scale === 0 ? k : (first[cell + 1] as number);
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((values[middle] as number) < score) from = middle + 1;
      else to = middle;
    }
    return from < k && values[from] === score ? 2 * from + 1 : 2 * from;
  };
  const weightAt = new Float64Array(k);
  let total = 0;
  for (let i = 0; i < scores.length; i++) {
    if (positive[i] !== group) continue;
    const weight = weights ? (weights[i] as number) : 1;
    const index = (place(scores[i] as number) - 1) / 2;
    weightAt[index] = (weightAt[index] as number) + weight;
    total += weight;
  }
  return { values, weightAt, total, place };
}
