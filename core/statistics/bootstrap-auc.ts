/**
 * Bootstrap of the AUC by woman: women are drawn with replacement, each with all her examinations, so that what goes together
 * in a woman stays together. A million examinations a thousand times in a second or two: see `binnedDraws`.
 */
import type { Random } from '#core/kernel/random';
import { binnedDraws } from './binned-draws.ts';
import { byCluster, influences } from './delong.ts';
import { exactDraws } from './exact-draws.ts';
import type { Interval } from './intervals.ts';
import { placements } from './placements.ts';
import type { ScoreSet } from './score-set.ts';
import { normalQuantile } from './special-functions.ts';
import { normalUpper } from './tails.ts';

export type Bootstrapped = {
  readonly value: number;
  readonly standardError: number;
  readonly percentile: Interval;
  /** Bias-corrected and accelerated (Efron 1987, J Am Stat Assoc 82:171). */
  readonly bca: Interval;
};

export type BootstrapAuc = {
  readonly replicates: number;
  /** Whether every woman was drawn, or women without cancer in bins of scores. */
  readonly how: 'exact' | 'binned';
  readonly first: Bootstrapped;
  /** With a second score on the same cases: its AUC and the difference, first minus second. */
  readonly second?: Bootstrapped;
  readonly difference?: Bootstrapped;
};

/** Up to so many cases every woman is drawn; beyond, the bins differ from that by less than the bootstrap's own chance. */
const EXACT_UP_TO = 60_000;

/**
 * @param random seeded, so that the same data give the same interval @param others a second score on the same cases
 * @param how for tests: normally chosen by size
 */
export function bootstrapAuc(
  set: ScoreSet,
  random: Random,
  {
    others,
    replicates = 1000,
    level = 0.95,
    how = set.scores.length <= EXACT_UP_TO ? 'exact' : 'binned',
  }: {
    others?: Float64Array;
    replicates?: number;
    level?: number;
    how?: 'exact' | 'binned';
  } = {},
): BootstrapAuc {
  const columns = others ? [set.scores, others] : [set.scores];
  const draw = how === 'exact' ? exactDraws : binnedDraws;
  const drawn = draw(set, columns, random, replicates);
  const moved = columns.map((scores) => {
    const one = { ...set, scores };
    const placed = placements(one);
    const each = influences(one, placed);
    return { auc: placed.auc, influence: set.clusters ? byCluster(each, set.clusters) : each };
  });
  const of = (i: number) =>
    summary(drawn[i] ?? new Float64Array(), moved[i]?.auc ?? 0, moved[i]?.influence ?? new Float64Array(), level);
  const first = of(0);
  if (!others) return { replicates, how, first };
  const [a, b] = [moved[0], moved[1]];
  const difference = summary(
    (drawn[0] ?? new Float64Array()).map((value, i) => value - (drawn[1]?.[i] ?? 0)),
    (a?.auc ?? 0) - (b?.auc ?? 0),
    (a?.influence ?? new Float64Array()).map((value, i) => value - (b?.influence[i] ?? 0)),
    level,
  );
  return { replicates, how, first, second: of(1), difference };
}

function summary(drawn: Float64Array, value: number, influence: Float64Array, level: number): Bootstrapped {
  const sorted = drawn.toSorted();
  const n = sorted.length;
  const mean = sorted.reduce((sum, one) => sum + one, 0) / n;
  const variance = sorted.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (n - 1);
  const tail = (1 - level) / 2;
  const below = sorted.reduce((count, one) => count + (one < value ? 1 : one === value ? 0.5 : 0), 0) / n;
  const bias = normalQuantile(Math.min(1 - 0.5 / n, Math.max(0.5 / n, below)));
  let [squares, cubes] = [0, 0];
  for (const one of influence) {
    squares += one * one;
    cubes += one * one * one;
  }
  const acceleration = squares > 0 ? cubes / (6 * squares ** 1.5) : 0;
  const corrected = (share: number) => {
    const z = bias + normalQuantile(share);
    return at(sorted, 1 - normalUpper(bias + z / (1 - acceleration * z)));
  };
  return {
    value,
    standardError: Math.sqrt(variance),
    percentile: { lower: at(sorted, tail), upper: at(sorted, 1 - tail) },
    bca: { lower: corrected(tail), upper: corrected(1 - tail) },
  };
}

/** Quantile by linear interpolation between the ordered values (R's type 7). */
function at(sorted: Float64Array, share: number): number {
  const place = Math.min(sorted.length - 1, Math.max(0, (sorted.length - 1) * share));
  const below = sorted[Math.floor(place)] as number;
  const above = sorted[Math.ceil(place)] as number;
  return below + (above - below) * (place - Math.floor(place));
}
