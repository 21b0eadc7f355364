import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hideSmall, isDerivable, isSmall, type RateTable } from './disclosure.ts';

/** Tables small enough that every way of filling the hidden cells can be tried. */
const table: fc.Arbitrary<RateTable> = fc
  .tuple(fc.integer({ min: 2, max: 3 }), fc.integer({ min: 2, max: 3 }))
  .chain(([rows, columns]) =>
    fc.array(
      fc.array(
        fc
          .integer({ min: 0, max: 7 })
          .chain((denominator) =>
            fc.integer({ min: 0, max: denominator }).map((numerator) => ({ numerator, denominator })),
          ),
        { minLength: columns, maxLength: columns },
      ),
      { minLength: rows, maxLength: rows },
    ),
  );

/** By brute force: the values that each hidden cell can have, given row sums, column sums and what is shown. */
function possible(of: RateTable, hidden: readonly (readonly boolean[])[]): Map<string, Set<number>> {
  const cells = of.flatMap((row, i) => row.map((cell, j) => ({ i, j, cell, hidden: hidden[i]?.[j] ?? false })));
  const open = cells.filter((c) => c.hidden);
  const rowLeft = of.map((row, i) => row.reduce((n, cell, j) => n + (hidden[i]?.[j] ? cell.numerator : 0), 0));
  const columnLeft = (of[0] ?? []).map((_, j) =>
    of.reduce((n, row, i) => n + (hidden[i]?.[j] ? (row[j]?.numerator ?? 0) : 0), 0),
  );
  const found = new Map(open.map(({ i, j }) => [`${i},${j}`, new Set<number>()]));
  const values: number[] = [];
  const fill = (k: number): void => {
    const one = open[k];
    if (!one) {
      if (rowLeft.every((n) => n === 0) && columnLeft.every((n) => n === 0))
        for (const [index, { i, j }] of open.entries()) found.get(`${i},${j}`)?.add(values[index] ?? -1);
      return;
    }
    const most = Math.min(one.cell.denominator, rowLeft[one.i] ?? 0, columnLeft[one.j] ?? 0);
    for (let value = 0; value <= most; value++) {
      values[k] = value;
      rowLeft[one.i] = (rowLeft[one.i] ?? 0) - value;
      columnLeft[one.j] = (columnLeft[one.j] ?? 0) - value;
      fill(k + 1);
      rowLeft[one.i] = (rowLeft[one.i] ?? 0) + value;
      columnLeft[one.j] = (columnLeft[one.j] ?? 0) + value;
    }
  };
  fill(0);
  return found;
}

describe('hiding small counts', () => {
  it('hides every small count, of women counted and of women left out', () => {
    fc.assert(
      fc.property(table, fc.integer({ min: 2, max: 5 }), (of, threshold) => {
        const hidden = hideSmall(of, threshold);
        for (const [i, row] of of.entries())
          for (const [j, cell] of row.entries()) if (isSmall(cell, threshold)) expect(hidden[i]?.[j]).toBe(true);
      }),
    );
  });

  it('leaves no hidden count that can be worked out from row and column totals', () => {
    fc.assert(
      fc.property(table, fc.integer({ min: 2, max: 5 }), (of, threshold) => {
        const hidden = hideSmall(of, threshold);
        // Everything hidden is the last way out; then the totals are not published either.
        if (hidden.every((row) => row.every(Boolean))) return;
        for (const [cell, values] of possible(of, hidden)) expect([cell, values.size > 1]).toEqual([cell, true]);
      }),
      { numRuns: 300 },
    );
  });

  it('knows what can be worked out: the same as trying every way', () => {
    fc.assert(
      fc.property(table, fc.integer({ min: 0, max: 511 }), (of, bits) => {
        const hidden = of.map((row, i) => row.map((_, j) => ((bits >> (i * 3 + j)) & 1) === 1));
        const values = possible(of, hidden);
        for (const [i, row] of hidden.entries())
          for (const [j, isHidden] of row.entries())
            if (isHidden) expect(isDerivable(of, hidden, [i, j])).toBe(values.get(`${i},${j}`)?.size === 1);
      }),
      { numRuns: 300 },
    );
  });

  it('hides nothing where nothing is small, and three more where one is', () => {
    const large = Array.from({ length: 4 }, () =>
      Array.from({ length: 4 }, () => ({ numerator: 40, denominator: 1000 })),
    );
    expect(hideSmall(large, 5).flat().filter(Boolean)).toHaveLength(0);
    const one = large.map((row, i) => row.map((cell, j) => (i === 1 && j === 2 ? { ...cell, numerator: 2 } : cell)));
    expect(hideSmall(one, 5).flat().filter(Boolean)).toHaveLength(4);
  });
});
