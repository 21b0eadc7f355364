/** Two methods read by the same readers on the same cases, by analysis of variance with correlated errors. */
import { influences } from './delong.ts';
import type { Interval } from './intervals.ts';
import type { Modality } from './mrmc.ts';
import { placements } from './placements.ts';
import type { ScoreSet } from './score-set.ts';
import { studentQuantile, studentTwoSided } from './tails.ts';

export type ObuchowskiRockette = {
  /** Mean AUC of the readers by each method. */
  readonly first: number;
  readonly second: number;
  /** First minus second; F is t squared. */
  readonly difference: Interval & {
    readonly value: number;
    readonly variance: number;
    readonly df: number;
    readonly f: number;
    readonly p: number;
  };
  /**
   * Mean squares of method and of method by reader; error variance, and covariances: same reader by the other method (cov1),
   * other reader by the same (cov2), other reader by the other (cov3).
   */
  readonly components: {
    readonly msMethod: number;
    readonly msMethodReader: number;
    readonly error: number;
    readonly cov1: number;
    readonly cov2: number;
    readonly cov3: number;
  };
};

/**
 * Random readers and random cases (Obuchowski and Rockette 1995, Commun Stat Simul Comput 24:285), error covariances of
 * DeLong, denominator degrees of freedom of Hillis (2007, Stat Med 26:596). Every reader reads every case by both methods;
 * two readers at least.
 */
export function obuchowskiRockette(first: Modality, second: Modality, level = 0.95): ObuchowskiRockette {
  const readers = [...first.keys()].filter((name) => second.has(name));
  const r = readers.length;
  const read = [first, second].map((method) => readers.map((name) => curveOf(method, name)));
  const auc = (method: number, reader: number) => read[method]?.[reader]?.auc ?? 0;
  const means = [0, 1].map((method) => mean(readers.map((_, j) => auc(method, j))));
  const whole = mean(means);
  const msMethod = r * means.reduce((sum, one) => sum + (one - whole) ** 2, 0);
  let msMethodReader = 0;
  const sums = { error: [0, 0], cov1: [0, 0], cov2: [0, 0], cov3: [0, 0] };
  for (let i = 0; i < 2; i++)
    for (let j = 0; j < r; j++) {
      const ofReader = (auc(0, j) + auc(1, j)) / 2;
      msMethodReader += (auc(i, j) - (means[i] ?? 0) - ofReader + whole) ** 2 / (r - 1);
      for (let k = 0; k < 2; k++)
        for (let l = 0; l < r; l++) {
          const kind = j === l ? (i === k ? sums.error : sums.cov1) : i === k ? sums.cov2 : sums.cov3;
          kind[0] = (kind[0] ?? 0) + covariance(read[i]?.[j], read[k]?.[l]);
          kind[1] = (kind[1] ?? 0) + 1;
        }
    }
  const of = ([sum = 0, count = 1]: readonly number[]) => sum / Math.max(1, count);
  const [error, cov1, cov2, cov3] = [of(sums.error), of(sums.cov1), of(sums.cov2), of(sums.cov3)];
  const denominator = msMethodReader + Math.max(r * (cov2 - cov3), 0);
  const df = denominator ** 2 / (msMethodReader ** 2 / (r - 1));
  const variance = (2 * denominator) / r;
  const value = (means[0] ?? 0) - (means[1] ?? 0);
  const t = value / Math.sqrt(variance);
  const half = studentQuantile(1 - level, df) * Math.sqrt(variance);
  return {
    first: means[0] ?? 0,
    second: means[1] ?? 0,
    difference: {
      value,
      variance,
      df,
      f: msMethod / denominator,
      p: studentTwoSided(t, df),
      lower: value - half,
      upper: value + half,
    },
    components: { msMethod, msMethodReader, error, cov1, cov2, cov3 },
  };
}

function curveOf(method: Modality, reader: string) {
  const scores = method.get(reader);
  if (!scores) throw new Error(`reader ${reader} has no scores`);
  const { negatives, positives } = scores;
  const set: ScoreSet = {
    scores: Float64Array.of(...negatives, ...positives),
    positive: Uint8Array.from({ length: negatives.length + positives.length }, (_, i) =>
      i < negatives.length ? 0 : 1,
    ),
  };
  const placed = placements(set);
  return { auc: placed.auc, moved: influences(set, placed), negatives: negatives.length, positives: positives.length };
}

type Read = ReturnType<typeof curveOf>;

/** DeLong's covariance of two AUCs on the same cases. */
function covariance(a: Read | undefined, b: Read | undefined): number {
  if (!a || !b) return 0;
  let [ofNegatives, ofPositives] = [0, 0];
  for (let i = 0; i < a.moved.length; i++) {
    const product = (a.moved[i] as number) * (b.moved[i] as number);
    if (i < a.negatives) ofNegatives += product;
    else ofPositives += product;
  }
  return (ofNegatives * a.negatives) / (a.negatives - 1) + (ofPositives * a.positives) / (a.positives - 1);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
