/** Bootstrap replicates of the AUC with every woman drawn: one walk along the sorted scores for each replicate and score. */
import { integer, type Random } from '#core/kernel/random';
import { ascending, type ScoreSet } from './score-set.ts';

/** Cases from the lowest score: whose, what each is worth (below 0 for a negative), and whether its score ends there. */
type Walk = { readonly woman: Int32Array; readonly worth: Float64Array; readonly last: Uint8Array };

/** One row of replicates for each column of scores; the same women are drawn for all columns. */
export function exactDraws(
  set: ScoreSet,
  columns: readonly Float64Array[],
  random: Random,
  replicates: number,
): readonly Float64Array[] {
  const { positive, weights, clusters } = set;
  const n = positive.length;
  let women = n;
  if (clusters) {
    women = 0;
    for (const cluster of clusters) women = Math.max(women, cluster + 1);
  }
  const walks = columns.map((scores) => {
    const order = ascending(scores);
    const woman = new Int32Array(n);
    const worth = new Float64Array(n);
    const last = new Uint8Array(n);
    for (let k = 0; k < n; k++) {
      const at = order[k] as number;
      woman[k] = clusters ? (clusters[at] as number) : at;
      const weight = weights ? (weights[at] as number) : 1;
      worth[k] = positive[at] === 1 ? weight : -weight;
      last[k] = k === n - 1 || scores[order[k + 1] as number] !== scores[at] ? 1 : 0;
    }
    return { woman, worth, last };
  });
  const drawn = columns.map(() => new Float64Array(replicates));
  const times = new Int32Array(women);
  for (let replicate = 0; replicate < replicates; ) {
    times.fill(0);
    for (let i = 0; i < women; i++) {
      const one = integer(random, 0, women - 1);
      times[one] = (times[one] as number) + 1;
    }
    const values = walks.map((walk) => walked(walk, times));
    // A draw without any cancer, or without any healthy woman, has no AUC; it is drawn again.
    if (values.some(Number.isNaN)) continue;
    for (const [column, value] of values.entries()) (drawn[column] as Float64Array)[replicate] = value;
    replicate++;
  }
  return drawn;
}

function walked({ woman, worth, last }: Walk, times: Int32Array): number {
  let negatives = 0;
  let positives = 0;
  let right = 0;
  let tiedPositive = 0;
  let tiedNegative = 0;
  for (let k = 0; k < woman.length; k++) {
    const weight = (times[woman[k] as number] as number) * (worth[k] as number);
    if (weight > 0) tiedPositive += weight;
    else tiedNegative -= weight;
    if (last[k] === 0) continue;
    right += tiedPositive * (negatives + tiedNegative / 2);
    positives += tiedPositive;
    negatives += tiedNegative;
    tiedPositive = 0;
    tiedNegative = 0;
  }
  return right / (positives * negatives);
}
