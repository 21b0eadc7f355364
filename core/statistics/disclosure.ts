/**
 * What must be hidden in a table of counts so that nobody can be picked out: small counts (primary), and as many others
 * as it takes that no hidden count can be worked out from the totals (complementary). The rule of Statistics Norway is
 * fewer than 3; the threshold is policy (Norwegian health statistics often use 5).
 */
export type RateCell = {
  /** Women counted. */
  readonly numerator: number;
  /** Women they are counted among; always shown. */
  readonly denominator: number;
};

/** Rows by columns; the sums of each row and each column are published beside it. */
export type RateTable = readonly (readonly RateCell[])[];

/**
 * A count that tells about fewer women than the threshold: those it counts, or those it leaves out. A count of nobody
 * is shown, because it points at nobody (a policy choice that is stated on the page).
 */
export function isSmall({ numerator, denominator }: RateCell, threshold: number): boolean {
  const rest = denominator - numerator;
  return (numerator > 0 && numerator < threshold) || (rest > 0 && rest < threshold);
}

/**
 * Which cells to hide: same shape as the table, true = hidden. Every hidden numerator can have at least two values that
 * agree with everything shown: row sums, column sums, the other numerators, and that a numerator lies between 0 and its
 * denominator. When that cannot be had (a table of one row), its small cells stay hidden and so does everything else.
 */
export function hideSmall(table: RateTable, threshold: number): boolean[][] {
  const hidden = table.map((row) => row.map((cell) => isSmall(cell, threshold)));
  for (;;) {
    const open = firstDerivable(table, hidden);
    if (!open) return hidden;
    const partner = bestPartner(table, hidden, open);
    if (!partner) return table.map((row) => row.map(() => true));
    for (const [i, j] of partner) set(hidden, i, j);
  }
}

type Place = readonly [row: number, column: number];

function set(hidden: boolean[][], i: number, j: number): void {
  const row = hidden[i];
  if (row) row[j] = true;
}

function firstDerivable(table: RateTable, hidden: readonly (readonly boolean[])[]): Place | undefined {
  for (const [i, row] of hidden.entries())
    for (const [j, isHidden] of row.entries()) if (isHidden && isDerivable(table, hidden, [i, j])) return [i, j];
  return undefined;
}

/**
 * Whether a hidden numerator has one possible value only. It can be another iff the hidden cells hold a circuit through it
 * along which counts can be moved: up in one cell, down in the next of the same column, up in the next of that row, and
 * so on, within 0 and the denominators (the circulation argument for transportation tables; cf. Gusfield 1988,
 * SIAM J Comput 17:552).
 */
export function isDerivable(table: RateTable, hidden: readonly (readonly boolean[])[], [i, j]: Place): boolean {
  return !circuit(table, hidden, [i, j], 'up') && !circuit(table, hidden, [i, j], 'down');
}

function circuit(
  table: RateTable,
  hidden: readonly (readonly boolean[])[],
  [i, j]: Place,
  first: 'up' | 'down',
): boolean {
  const may = (row: number, column: number, way: 'up' | 'down') => {
    const cell = table[row]?.[column];
    if (!cell || !hidden[row]?.[column] || (row === i && column === j)) return false;
    return way === 'up' ? cell.numerator < cell.denominator : cell.numerator > 0;
  };
  const start = table[i]?.[j];
  if (!start || (first === 'up' ? start.numerator >= start.denominator : start.numerator <= 0)) return false;
  const back = first === 'up' ? 'down' : 'up';
  // From column j, along cells that go the other way, to rows; from rows, along cells that go the first way, to columns.
  const rowsSeen = new Set<number>();
  const columns = [j];
  const columnsSeen = new Set(columns);
  for (let column = columns.pop(); column !== undefined; column = columns.pop()) {
    for (const row of table.keys()) {
      if (rowsSeen.has(row) || !may(row, column, back)) continue;
      if (row === i) return true;
      rowsSeen.add(row);
      for (const [next] of (table[row] ?? []).entries()) {
        if (columnsSeen.has(next) || !may(row, next, first)) continue;
        columnsSeen.add(next);
        columns.push(next);
      }
    }
  }
  return false;
}

/** The cheapest rectangle through an open cell: the three other corners, hidden together, close a circuit. */
function bestPartner(table: RateTable, hidden: readonly (readonly boolean[])[], [i, j]: Place): Place[] | undefined {
  let best: { readonly corners: Place[]; readonly cost: number } | undefined;
  for (const row of table.keys()) {
    if (row === i) continue;
    for (const [column] of (table[i] ?? []).entries()) {
      if (column === j) continue;
      const corners: Place[] = [
        [i, column],
        [row, j],
        [row, column],
      ];
      const after = hidden.map((line) => [...line]);
      for (const [a, b] of corners) set(after, a, b);
      if (isDerivable(table, after, [i, j])) continue;
      const cost = corners.reduce(
        (sum, [a, b]) => sum + (hidden[a]?.[b] ? 0 : 1 + (table[a]?.[b]?.denominator ?? 0)),
        0,
      );
      if (!best || cost < best.cost) best = { corners, cost };
    }
  }
  return best?.corners;
}
