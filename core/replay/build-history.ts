/**
 * A history built from counts: so many examinations of each kind. For files that satisfy a published table; it is not
 * individual data, and says nothing beyond the counts it was built to.
 */
import { blankHistory, type CancerOutcome, cancerOutcomes, type History } from './history.ts';

/** One kind of examination. Scores are the highest of the two breasts; the other breast scores 1. */
export type HistoryCell = {
  readonly count: number;
  readonly first: number;
  readonly second: number;
  readonly consensus: boolean;
  readonly recalled: boolean;
  readonly outcome: CancerOutcome;
  readonly score?: number;
  readonly pct?: number;
};

/** The examinations, one row each, in the order of the cells. `product` has the cells' score and pct. */
export function historyOfCells(cells: readonly HistoryCell[], product: string): History {
  const size = cells.reduce((sum, { count }) => sum + count, 0);
  const history = blankHistory(size, [product]);
  const machine = history.products[product];
  let row = 0;
  for (const cell of cells) {
    const to = row + cell.count;
    const set = (column: Uint8Array | Float32Array | undefined, value: number) => column?.fill(value, row, to);
    set(history.first.left, cell.first);
    set(history.first.right, Math.min(1, cell.first));
    set(history.second.left, cell.second);
    set(history.second.right, Math.min(1, cell.second));
    set(history.consensus, Number(cell.consensus));
    set(history.recalled, Number(cell.recalled));
    set(history.outcome, cancerOutcomes.indexOf(cell.outcome));
    if (cell.score !== undefined) set(machine?.score, cell.score);
    if (cell.pct !== undefined) set(machine?.pct, cell.pct);
    row = to;
  }
  return history;
}
