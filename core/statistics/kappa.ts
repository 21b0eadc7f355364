import type { Interval } from './intervals.ts';
import { normalQuantile } from './special-functions.ts';

/** How much two neighbouring grades agree: not at all, or in part by how far apart they are. */
export type KappaWeights = 'none' | 'linear' | 'quadratic';

export type Kappa = Interval & {
  readonly kappa: number;
  readonly standardError: number;
  /** Agreement seen, and that expected by chance from the two graders' own shares; with weights, weighted. */
  readonly observed: number;
  readonly expected: number;
  readonly n: number;
};

/**
 * Cohen's kappa of two graders (Cohen 1960, Educ Psychol Meas 20:37; weighted: Cohen 1968, Psychol Bull 70:213), with the
 * large-sample interval of Fleiss, Cohen and Everitt 1969, Psychol Bull 72:323.
 * @param table square; row = the first grader's grade, column = the second's, counts of cases
 * @returns undefined when it has no meaning: no cases, or both always gave the same one grade
 */
export function kappa(
  table: readonly (readonly number[])[],
  weights: KappaWeights = 'none',
  level = 0.95,
): Kappa | undefined {
  const size = table.length;
  const n = sum(table.map(sum));
  if (n === 0) return undefined;
  const share = (i: number, j: number) => (table[i]?.[j] ?? 0) / n;
  const all = Array.from({ length: size }, (_, i) => i);
  const rows = all.map((i) => sum(all.map((j) => share(i, j))));
  const columns = all.map((j) => sum(all.map((i) => share(i, j))));
  const weight = (i: number, j: number) => agreement(weights, Math.abs(i - j), size);
  const cells = all.flatMap((i) => all.map((j) => [i, j] as const));
  const observed = sum(cells.map(([i, j]) => weight(i, j) * share(i, j)));
  const expected = sum(cells.map(([i, j]) => weight(i, j) * (rows[i] ?? 0) * (columns[j] ?? 0)));
  if (1 - expected < 1e-12) return undefined;
  const rowMean = all.map((i) => sum(all.map((j) => weight(i, j) * (columns[j] ?? 0))));
  const columnMean = all.map((j) => sum(all.map((i) => weight(i, j) * (rows[i] ?? 0))));
  // How much one more case in a cell moves kappa; their mean square over n is the variance.
  const influence = ([i, j]: readonly [number, number]) =>
    (weight(i, j) - observed) / (1 - expected) -
    ((1 - observed) * ((rowMean[i] ?? 0) + (columnMean[j] ?? 0) - 2 * expected)) / (1 - expected) ** 2;
  const variance = sum(cells.map((cell) => share(cell[0], cell[1]) * influence(cell) ** 2)) / n;
  const standardError = Math.sqrt(variance);
  const value = (observed - expected) / (1 - expected);
  const half = normalQuantile(1 - (1 - level) / 2) * standardError;
  const limits = { lower: Math.max(-1, value - half), upper: Math.min(1, value + half) };
  return { kappa: value, standardError, observed, expected, n, ...limits };
}

function agreement(weights: KappaWeights, distance: number, size: number): number {
  if (weights === 'none' || size < 2) return distance === 0 ? 1 : 0;
  const share = distance / (size - 1);
  return 1 - (weights === 'linear' ? share : share * share);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
