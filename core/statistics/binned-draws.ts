/**
 * Bootstrap replicates of the AUC for millions of examinations. Women with cancer are few and are drawn one by one. Women
 * without are many: what a draw of them adds up to is, for each bin of scores, a sum over hundreds of thousands of women, and
 * such sums are normal to all practical purposes. So their bins are drawn together from the normal distribution that has the
 * mean and the covariance that multinomial draws of those very women have; a woman's examinations in several bins are in the
 * covariance. Within a bin a positive keeps its exact share of the negatives there below it, so that the data themselves
 * give the exact AUC.
 */
import { integer, normal, type Random } from '#core/kernel/random';
import { ascending, type ScoreSet } from './score-set.ts';

const BINS = 128;

/** One row of replicates for each column of scores; the same women are drawn for all columns. */
export function binnedDraws(
  set: ScoreSet,
  columns: readonly Float64Array[],
  random: Random,
  replicates: number,
): readonly Float64Array[] {
  const women = womenOf(set);
  const bins = columns.map((scores) => binned(set, scores));
  const width = bins.reduce((sum, { size }) => sum + size, 0);
  const { mean, root } = spreadOf(set, women, bins, width);
  const ofIll = bins.map((one) => casesOfIll(set, women, one));
  const drawn = columns.map(() => new Float64Array(replicates));
  const noise = new Float64Array(width);
  const negatives = new Float64Array(width);
  const positives = new Float64Array(width);
  const within = new Float64Array(width);
  const times = new Int32Array(women.ill.length);
  const most = women.ill.length - 1;
  const share = women.ill.length / women.count;
  const spread = Math.sqrt(women.count * share * (1 - share));
  for (let replicate = 0; replicate < replicates; replicate++) {
    const ill = Math.min(women.count, Math.max(1, Math.round(normal(random, women.ill.length, spread))));
    const healthy = women.count - ill;
    for (let i = 0; i < width; i++) noise[i] = normal(random);
    for (let i = 0; i < width; i++) {
      let sum = 0;
      const row = i * width;
      for (let j = 0; j <= i; j++) sum += (root[row + j] as number) * (noise[j] as number);
      negatives[i] = Math.max(0, healthy * (mean[i] as number) + Math.sqrt(healthy) * sum);
    }
    positives.fill(0);
    within.fill(0);
    times.fill(0);
    for (let k = 0; k < ill; k++) {
      const one = integer(random, 0, most);
      times[one] = (times[one] as number) + 1;
    }
    for (const cases of ofIll) addIll(cases, times, positives, within, negatives);
    for (const [column, { from, size }] of bins.entries())
      (drawn[column] as Float64Array)[replicate] = aucOf(positives, within, negatives, from, from + size);
  }
  return drawn;
}

function aucOf(
  positives: Float64Array,
  within: Float64Array,
  negatives: Float64Array,
  from: number,
  to: number,
): number {
  let right = 0;
  let before = 0;
  let all = 0;
  for (let bin = from; bin < to; bin++) {
    right += (positives[bin] as number) * before + (within[bin] as number) * (negatives[bin] as number);
    before += negatives[bin] as number;
    all += positives[bin] as number;
  }
  return right / (all * before);
}

/** Cases of women with the outcome, woman by woman: her place among them, the bin, and what the case is worth. */
type IllCases = {
  readonly woman: Int32Array;
  readonly bin: Int32Array;
  readonly positive: Float64Array;
  readonly within: Float64Array;
  readonly negative: Float64Array;
};

function casesOfIll(set: ScoreSet, { ill, starts, cases }: Women, { of, below, from }: Bins): IllCases {
  const all: { woman: number; at: number }[] = [];
  for (let k = 0; k < ill.length; k++) {
    const woman = ill[k] as number;
    for (let at = starts[woman] as number; at < (starts[woman + 1] as number); at++)
      all.push({ woman: k, at: cases[at] as number });
  }
  const worth = (at: number, outcome: number) =>
    set.positive[at] === outcome ? (set.weights ? (set.weights[at] as number) : 1) : 0;
  return {
    woman: Int32Array.from(all, ({ woman }) => woman),
    bin: Int32Array.from(all, ({ at }) => from + (of[at] as number)),
    positive: Float64Array.from(all, ({ at }) => worth(at, 1)),
    within: Float64Array.from(all, ({ at }) => worth(at, 1) * (below[at] as number)),
    negative: Float64Array.from(all, ({ at }) => worth(at, 0)),
  };
}

function addIll(
  cases: IllCases,
  times: Int32Array,
  positives: Float64Array,
  within: Float64Array,
  negatives: Float64Array,
): void {
  const { woman, bin } = cases;
  for (let k = 0; k < woman.length; k++) {
    const drawn = times[woman[k] as number] as number;
    if (drawn === 0) continue;
    const at = bin[k] as number;
    positives[at] = (positives[at] as number) + drawn * (cases.positive[k] as number);
    within[at] = (within[at] as number) + drawn * (cases.within[k] as number);
    negatives[at] = (negatives[at] as number) + drawn * (cases.negative[k] as number);
  }
}

type Women = {
  readonly count: number;
  /** Cases woman by woman: those of woman w at starts[w]..starts[w + 1]. */
  readonly cases: Int32Array;
  readonly starts: Int32Array;
  /** Women with the outcome in any case. */
  readonly ill: Int32Array;
  readonly isIll: Uint8Array;
};

function womenOf({ positive, clusters }: ScoreSet): Women {
  const n = positive.length;
  let count = n;
  if (clusters) {
    count = 0;
    for (const cluster of clusters) count = Math.max(count, cluster + 1);
  }
  const starts = new Int32Array(count + 1);
  const isIll = new Uint8Array(count);
  for (let i = 0; i < n; i++) {
    const woman = clusters ? (clusters[i] as number) : i;
    starts[woman + 1] = (starts[woman + 1] as number) + 1;
    if (positive[i] === 1) isIll[woman] = 1;
  }
  for (let woman = 0; woman < count; woman++)
    starts[woman + 1] = (starts[woman + 1] as number) + (starts[woman] as number);
  const next = starts.slice();
  const cases = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    const woman = clusters ? (clusters[i] as number) : i;
    const place = next[woman] as number;
    cases[place] = i;
    next[woman] = place + 1;
  }
  const ill = new Int32Array(isIll.reduce((sum, one) => sum + one, 0));
  let k = 0;
  for (let woman = 0; woman < count; woman++) if (isIll[woman] === 1) ill[k++] = woman;
  return { count, cases, starts, ill, isIll };
}

type Bins = {
  /** Bin of each case, and for a positive the share of the negatives of its bin that lie below it (ties half). */
  readonly of: Uint16Array;
  readonly below: Float64Array;
  readonly size: number;
  from: number;
};

/** Bins with about as many negatives each; a score that many share is a bin of its own. */
function binned(set: ScoreSet, scores: Float64Array): Bins {
  const { values, upTo } = negativesOf(set, scores);
  const count = values.length;
  const edges: number[] = [];
  for (let bin = 1; bin < BINS; bin++) {
    const edge = values[Math.floor((bin * count) / BINS)] as number;
    if (edge !== edges.at(-1) && edge > (values[0] as number)) edges.push(edge);
  }
  const cuts = Float64Array.from(edges);
  const starts = [0, ...edges.map((edge) => firstNotBelow(values, edge)), count];
  const n = scores.length;
  const of = new Uint16Array(n);
  const below = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const score = scores[i] as number;
    const bin = firstAbove(cuts, score);
    of[i] = bin;
    if (set.positive[i] === 0) continue;
    const [from, to] = [upTo(starts[bin] ?? 0), upTo(starts[bin + 1] ?? count)];
    const [lower, tied] = [upTo(firstNotBelow(values, score)), upTo(firstAbove(values, score))];
    below[i] = to > from ? ((lower + tied) / 2 - from) / (to - from) : 0.5;
  }
  return { of, below, size: edges.length + 1, from: 0 };
}

/** Scores of the negatives from the lowest, and the weight of the first so many of them. */
function negativesOf({ positive, weights }: ScoreSet, scores: Float64Array) {
  let count = 0;
  for (const one of positive) count += 1 - one;
  const values = new Float64Array(count);
  let k = 0;
  if (!weights) {
    for (let i = 0; i < scores.length; i++) if (positive[i] === 0) values[k++] = scores[i] as number;
    return { values: values.sort(), upTo: (first: number) => first };
  }
  const sums = new Float64Array(count + 1);
  for (const at of ascending(scores)) {
    if (positive[at] === 1) continue;
    values[k] = scores[at] as number;
    sums[k + 1] = (sums[k] as number) + (weights[at] as number);
    k++;
  }
  return { values, upTo: (first: number) => sums[first] as number };
}

function firstNotBelow(values: Float64Array, score: number): number {
  let from = 0;
  let to = values.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((values[middle] as number) < score) from = middle + 1;
    else to = middle;
  }
  return from;
}

function firstAbove(values: Float64Array, score: number): number {
  let from = 0;
  let to = values.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((values[middle] as number) <= score) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Mean of a healthy woman's counts by bin, and the Cholesky root of their covariance. */
function spreadOf({ weights }: ScoreSet, women: Women, bins: readonly Bins[], width: number) {
  let from = 0;
  for (const one of bins) {
    one.from = from;
    from += one.size;
  }
  const mean = new Float64Array(width);
  const root = new Float64Array(width * width);
  let healthy = 0;
  for (let woman = 0; woman < women.count; woman++) {
    if (women.isIll[woman] === 1) continue;
    healthy++;
    const [start, end] = [women.starts[woman] as number, women.starts[woman + 1] as number];
    for (let at = start; at < end; at++) {
      const one = women.cases[at] as number;
      const weight = weights ? (weights[one] as number) : 1;
      for (const a of bins) {
        const i = a.from + (a.of[one] as number);
        mean[i] = (mean[i] as number) + weight;
        for (let other = start; other < end; other++) {
          const two = women.cases[other] as number;
          const product = weight * (weights ? (weights[two] as number) : 1);
          for (const b of bins) {
            const place = i * width + b.from + (b.of[two] as number);
            root[place] = (root[place] as number) + product;
          }
        }
      }
    }
  }
  for (let i = 0; i < width; i++) mean[i] = (mean[i] as number) / Math.max(1, healthy);
  for (let i = 0; i < width; i++)
    for (let j = 0; j < width; j++)
      root[i * width + j] =
        (root[i * width + j] as number) / Math.max(1, healthy) - (mean[i] as number) * (mean[j] as number);
  cholesky(root, width);
  return { mean, root };
}

/** In place; a direction without spread (the last bin, when all women have as many examinations) gets none. */
function cholesky(matrix: Float64Array, width: number): void {
  for (let j = 0; j < width; j++) {
    const original = matrix[j * width + j] as number;
    let diagonal = original;
    for (let k = 0; k < j; k++) diagonal -= (matrix[j * width + k] as number) ** 2;
    const length = diagonal > 1e-12 * original ? Math.sqrt(diagonal) : 0;
    matrix[j * width + j] = length;
    for (let i = j + 1; i < width; i++) {
      let sum = matrix[i * width + j] as number;
      for (let k = 0; k < j; k++) sum -= (matrix[i * width + k] as number) * (matrix[j * width + k] as number);
      matrix[i * width + j] = length > 0 ? sum / length : 0;
    }
  }
}
