/** Two protocols over the same examinations: who is found by one and not by the other. */
import { mcnemar, type McNemar, pairedDifference } from '#core/statistics/mcnemar';
import { normalQuantile } from '#core/statistics/special-functions';
import type { Cells } from './cells.ts';
import type { Expected } from './decide.ts';
import { cancerOutcomes, type History } from './history.ts';

export const pairedIds = ['recalls', 'sdcKept', 'intervalSelected'] as const;
export type PairedId = (typeof pairedIds)[number];

/** A yes or no of each examination, second protocol against the first. Counts may be expected ones, rounded for the test. */
export type PairedShare = {
  readonly id: PairedId;
  readonly total: number;
  readonly both: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
  /** Second minus first, as a share of `total`, with Newcombe's paired interval; null when `total` is 0. */
  readonly difference: { readonly value: number; readonly lower: number; readonly upper: number } | null;
  readonly test: Pick<McNemar, 'exact' | 'midP'>;
};

/** Second minus first, per examination, with a paired normal interval. */
export type PairedMean = {
  readonly id: 'reads' | 'consensus';
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
};

export type Comparison = { readonly shares: readonly PairedShare[]; readonly means: readonly PairedMean[] };

/**
 * Compares two protocols decided over the same cells. A recall that either takes with a probability counts with it, and
 * both are taken to meet the same luck: the one that recalls more often recalls also all that the other does.
 */
export function compare(
  history: History,
  cells: Cells,
  first: readonly Expected[],
  second: readonly Expected[],
): Comparison {
  const outcomeOf = (cell: number) => cancerOutcomes[history.outcome[cells.example[cell] as number] as number];
  const every = () => true;
  const found = (outcome: string) => (cell: number) => outcomeOf(cell) === outcome;
  const shares = [
    paired('recalls', cells, first, second, (e) => e.recall, every),
    paired('sdcKept', cells, first, second, (e) => e.recall, found('screen-detected')),
    paired('intervalSelected', cells, first, second, (e) => e.selected, found('interval')),
  ];
  const means = [
    mean('reads', cells, first, second, (e) => e.reads),
    mean('consensus', cells, first, second, (e) => e.consensus),
  ];
  return { shares, means };
}

function paired(
  id: PairedId,
  { counts }: Cells,
  first: readonly Expected[],
  second: readonly Expected[],
  of: (e: Expected) => number,
  within: (cell: number) => boolean,
): PairedShare {
  let [total, both, onlyFirst, onlySecond] = [0, 0, 0, 0];
  for (const [cell, a] of first.entries()) {
    if (!within(cell)) continue;
    const n = counts[cell] as number;
    const [p, q] = [of(a), of(second[cell] as Expected)];
    total += n;
    both += n * Math.min(p, q);
    onlyFirst += n * Math.max(0, p - q);
    onlySecond += n * Math.max(0, q - p);
  }
  const [one, two] = [Math.round(onlyFirst), Math.round(onlySecond)];
  const { exact, midP } = mcnemar(one, two);
  const newcombe = total === 0 ? null : pairedDifference(both, onlySecond, onlyFirst, total);
  const difference = newcombe && { value: newcombe.difference, lower: newcombe.lower, upper: newcombe.upper };
  return { id, total, both, onlyFirst, onlySecond, difference, test: { exact, midP } };
}

function mean(
  id: PairedMean['id'],
  { counts }: Cells,
  first: readonly Expected[],
  second: readonly Expected[],
  of: (e: Expected) => number,
): PairedMean {
  let [n, sum, squares] = [0, 0, 0];
  for (const [cell, a] of first.entries()) {
    const difference = of(second[cell] as Expected) - of(a);
    const count = counts[cell] as number;
    n += count;
    sum += count * difference;
    squares += count * difference * difference;
  }
  if (n === 0) return { id, value: 0, lower: 0, upper: 0 };
  const value = sum / n;
  const half = normalQuantile(0.975) * Math.sqrt(Math.max(0, squares / n - value * value) / n);
  return { id, value, lower: value - half, upper: value + half };
}
