/**
 * Scores and the outcome that they are held against, in columns of typed arrays: one place for each examination (or other
 * case). A higher score means more suspicion; a case is called positive when its score is at least the threshold.
 */
import { ok, type Result, refuse } from '#core/kernel/result';

export type ScoreSet = {
  /** Any scale; no NaN. */
  readonly scores: Float64Array;
  /** 1 = the outcome is there (cancer), 0 = it is not. */
  readonly positive: Uint8Array;
  /** Inverse of each case's probability of having been drawn into an enriched sample; absent = all 1. */
  readonly weights?: Float64Array;
  /** Whose case it is: whole numbers from 0, without gaps; absent = each case is another woman's. */
  readonly clusters?: Int32Array;
};

/** The set, or why nothing can be said about it: the checks that every function here relies on. */
export function scoreSet(set: ScoreSet): Result<ScoreSet, 'different-lengths' | 'not-a-number' | 'one-outcome'> {
  const { scores, positive, weights, clusters } = set;
  const n = scores.length;
  if (positive.length !== n || (weights && weights.length !== n) || (clusters && clusters.length !== n))
    return refuse('different-lengths', 'scores, outcomes, weights and clusters must have the same length');
  let positives = 0;
  for (let i = 0; i < n; i++) {
    const weight = weights ? (weights[i] as number) : 1;
    if (Number.isNaN(scores[i]) || !(weight > 0) || weight === Number.POSITIVE_INFINITY)
      return refuse('not-a-number', `case ${i + 1}: a score must be a number and a weight above 0`, { case: i + 1 });
    if (positive[i] === 1) positives++;
  }
  if (positives === 0 || positives === n)
    return refuse('one-outcome', `of ${n} cases ${positives} have the outcome: some must have it and some not`, {
      cases: n,
      positives,
    });
  return ok(set);
}

/** Places of the cases from the lowest score to the highest; ties in the order of the set. */
export function ascending(scores: Float64Array): Uint32Array {
  const n = scores.length;
  // The bits of a double, read as a whole number, sort as the double does once negative numbers are turned over.
  const words = new Uint32Array(scores.buffer.slice(scores.byteOffset, scores.byteOffset + scores.byteLength));
  for (let i = 0; i < n; i++) {
    const high = words[2 * i + 1] as number;
    const flip = high >>> 31 === 1 ? 0xffffffff : 0;
    // -0 is 0: both must stand together.
    if (high === 0x80000000 && words[2 * i] === 0) words[2 * i + 1] = 0x80000000;
    else {
      words[2 * i] = ((words[2 * i] as number) ^ flip) >>> 0;
      words[2 * i + 1] = flip === 0 ? (high | 0x80000000) >>> 0 : (high ^ flip) >>> 0;
    }
  }
  let from = new Uint32Array(n);
  for (let i = 0; i < n; i++) from[i] = i;
  let to = new Uint32Array(n);
  // Least significant digit first, 16 bits at a time; a digit that all cases share is passed over.
  const starts = new Uint32Array(65_536);
  for (let digit = 0; digit < 4; digit++) {
    const word = digit >> 1;
    const shift = (digit & 1) * 16;
    starts.fill(0);
    for (let i = 0; i < n; i++) {
      const key = ((words[2 * i + word] as number) >>> shift) & 0xffff;
      starts[key] = (starts[key] as number) + 1;
    }
    if (starts.some((count) => count === n)) continue;
    let before = 0;
    for (let key = 0; key < 65_536; key++) {
      const count = starts[key] as number;
      starts[key] = before;
      before += count;
    }
    for (let i = 0; i < n; i++) {
      const at = from[i] as number;
      const key = ((words[2 * at + word] as number) >>> shift) & 0xffff;
      const place = starts[key] as number;
      to[place] = at;
      starts[key] = place + 1;
    }
    [from, to] = [to, from];
  }
  return from;
}
