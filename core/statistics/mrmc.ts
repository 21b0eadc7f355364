/**
 * Multi-reader multi-case studies: several readers read the same cases by two methods. Readers and cases both are samples, so
 * that the variance has a part for each and for each together.
 */
import type { Interval } from './intervals.ts';
import { moments, type ReaderScores, sumsOf, unbiased } from './mrmc-moments.ts';
import { normalQuantile } from './special-functions.ts';
import { normalTwoSided, studentQuantile, studentTwoSided } from './tails.ts';

/** One method's readers by name. */
export type Modality = ReadonlyMap<string, ReaderScores>;

export type ReaderMean = {
  /** AUC over readers, its variance over readers and cases, and degrees of freedom. */
  readonly auc: number;
  readonly variance: number;
  readonly df: number;
  readonly components: Components;
};

/** Parts of the variance of one reading of one pair of cases: Barrett, Clarkson and Kupinski's, as estimated without bias. */
export type Components = {
  readonly negatives: number;
  readonly positives: number;
  readonly cases: number;
  readonly readers: number;
  readonly readersNegatives: number;
  readonly readersPositives: number;
  readonly all: number;
};

export type MrmcComparison = {
  readonly first: ReaderMean;
  readonly second: ReaderMean;
  /** First minus second. */
  readonly difference: Interval & {
    readonly value: number;
    readonly variance: number;
    readonly df: number;
    readonly t: number;
    readonly p: number;
  };
};

/**
 * U-statistics of Bandos, Dunn and Gallas (Gallas 2006, Acad Radiol 13:353; Gallas, Bandos, Samuelson and Wagner 2009, Commun
 * Stat Theory Methods 38:2586), with the degrees of freedom and the test as in FDA's iMRMC: t with df rounded down, the
 * normal above 50. Not every reader need have read every case: a missing score is NaN. Two readers at least: one says
 * nothing about how readers differ (then `compareAuc` is the test).
 */
export function compareModalities(first: Modality, second: Modality, level = 0.95): MrmcComparison {
  const [a, b, ab] = [analyse(first, first), analyse(second, second), analyse(first, second)];
  const value = a.auc - b.auc;
  const variance = a.variance + b.variance - 2 * ab.variance;
  const sizes = a.sizes.map((size, i) => Math.min(size, b.sizes[i] ?? size));
  const biased = [0, 1, 3].map((i) => part(a.biased, i) + part(b.biased, i) - 2 * part(ab.biased, i));
  const df = degrees(variance, biased, sizes);
  const t = value / Math.sqrt(variance);
  const whole = Math.floor(df);
  const quantile = df > 50 ? normalQuantile((1 + level) / 2) : studentQuantile(1 - level, whole);
  const half = quantile * Math.sqrt(variance);
  return {
    first: readerMean(a),
    second: readerMean(b),
    difference: {
      value,
      variance,
      df,
      t,
      p: df > 50 ? normalTwoSided(t) : studentTwoSided(t, whole),
      lower: value - half,
      upper: value + half,
    },
  };
}

type Analysis = {
  readonly auc: number;
  readonly variance: number;
  /** Seven components from the unbiased and from the biased moments, and degrees of freedom of negatives, positives, readers. */
  readonly unbiased: readonly number[];
  readonly biased: readonly number[];
  readonly sizes: readonly number[];
};

function analyse(first: Modality, second: Modality): Analysis {
  const sums = sumsOf(first, second);
  const biasedMoments = moments(sums);
  const { values, coefficients } = unbiased(sums);
  const variance = values.reduce((sum, value, i) => sum + value * (coefficients[i] ?? 0), 0);
  // Coefficient of a component: the sum of those of the moments that share its index (Gallas 2009, eq. 19).
  const sizes = [
    [0, 2, 4, 6],
    [0, 1, 4, 5],
    [0, 1, 2, 3],
  ].map((shared) => {
    const coefficient = shared.reduce((sum, i) => sum + (coefficients[i] ?? 0), 0);
    return Math.round(1 / coefficient - 1);
  });
  return { auc: sums.auc, variance, unbiased: components(values), biased: components(biasedMoments), sizes };
}

/** Moments to components (Gallas 2009, eq. 19): negatives, positives, both; readers alone and with each. */
function components(m: readonly number[]): readonly number[] {
  const [m1, m2, m3, m4, m5, m6, m7, m8] = [0, 1, 2, 3, 4, 5, 6, 7].map((i) => part(m, i)) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return [
    m7 - m8,
    m6 - m8,
    m5 - m6 - m7 + m8,
    m4 - m8,
    m3 - m4 - m7 + m8,
    m2 - m4 - m6 + m8,
    m1 - m2 - m3 + m4 - m5 + m6 + m7 - m8,
  ];
}

/** Satterthwaite's degrees of freedom, no fewer than of the smallest sample (Gaylor and Hopper 1969, Technometrics 11:691). */
function degrees(variance: number, biased: readonly number[], sizes: readonly number[]): number {
  const spread = biased.reduce((sum, component, i) => sum + component ** 2 / part(sizes, i) ** 3, 0);
  return Math.max(variance ** 2 / spread, Math.min(...sizes));
}

function readerMean({ auc, variance, unbiased: c, biased, sizes }: Analysis): ReaderMean {
  return {
    auc,
    variance,
    df: degrees(
      variance,
      [0, 1, 3].map((i) => part(biased, i)),
      sizes,
    ),
    components: {
      negatives: part(c, 0),
      positives: part(c, 1),
      cases: part(c, 2),
      readers: part(c, 3),
      readersNegatives: part(c, 4),
      readersPositives: part(c, 5),
      all: part(c, 6),
    },
  };
}

function part(values: readonly number[], i: number): number {
  return values[i] ?? 0;
}
