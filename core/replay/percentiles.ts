import type { ProductColumns } from './history.ts';

/**
 * Fills the percentiles that a history lacks from its own scores: 100 times the share of its results that score lower, half
 * of those alike counted (as core/ai/percentile.ts). True when any was filled. The calibration population is then the
 * history itself, which the result must say.
 */
export function fillPercentiles(columns: ProductColumns | undefined): boolean {
  if (!columns) return false;
  const { score, pct } = columns;
  const known = score.filter((value) => !Number.isNaN(value));
  const lacks = score.some((value, row) => !Number.isNaN(value) && Number.isNaN(pct[row]));
  if (!lacks) return false;
  const sorted = known.sort();
  const rank = new Map<number, number>();
  for (let from = 0; from < sorted.length; ) {
    let to = from;
    while (to < sorted.length && sorted[to] === sorted[from]) to++;
    rank.set(sorted[from] as number, (50 * (from + to)) / sorted.length);
    from = to;
  }
  for (let row = 0; row < score.length; row++) {
    const value = score[row] as number;
    if (!Number.isNaN(value) && Number.isNaN(pct[row])) pct[row] = rank.get(value) as number;
  }
  return true;
}
