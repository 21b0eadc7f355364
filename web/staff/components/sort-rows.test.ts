import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filterRows, plainValue, sheetValue, sortRows } from './sort-rows.ts';

type Row = { readonly name: string; readonly n: number | null };
const columns = [
  { key: 'name', value: (row: Row) => row.name },
  { key: 'n', value: (row: Row) => row.n },
];
const anyRows = fc.array(
  fc.record({ name: fc.string({ maxLength: 6 }), n: fc.option(fc.integer({ min: -9, max: 9 })) }),
);

describe('sorting', () => {
  it('keeps every row, puts the lowest first and turns round with a minus', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const up = sortRows(rows, columns, 'n');
        expect(up).toHaveLength(rows.length);
        for (const [i, row] of up.slice(1).entries()) {
          expect(row.n ?? -Infinity).toBeGreaterThanOrEqual(up[i]?.n ?? -Infinity);
        }
        expect(sortRows(rows, columns, '-n')).toEqual([...up].reverse());
      }),
    );
  });
  it('leaves the order as it came for a column that is not there', () => {
    const rows = [
      { name: 'b', n: 1 },
      { name: 'a', n: 2 },
    ];
    expect(sortRows(rows, columns, 'other')).toBe(rows);
    expect(sortRows(rows, columns, undefined)).toBe(rows);
  });
});

describe('the plain value of a cell', () => {
  it('is its value, else its words, and nothing when it holds more than words', () => {
    const row = { name: 'Kari', n: 3 };
    expect(plainValue({ key: 'n', value: (one: Row) => one.n, cell: () => 'three' }, row)).toBe(3);
    expect(plainValue({ key: 'n', cell: (one: Row) => `${one.n} days` }, row)).toBe('3 days');
    expect(plainValue({ key: 'n', cell: () => ({ type: 'button' }) }, row)).toBeNull();
  });
});

describe('filtering', () => {
  const rows = [
    { name: 'Kari Demodal', n: 12 },
    { name: 'Liv Prøvevik', n: 3 },
  ];
  it('asks for every word, in any column and any case', () => {
    expect(filterRows(rows, columns, 'demo 12')).toEqual([rows[0]]);
    expect(filterRows(rows, columns, 'PRØVE')).toEqual([rows[1]]);
    expect(filterRows(rows, columns, 'demo 3')).toEqual([]);
    expect(filterRows(rows, columns, '  ')).toBe(rows);
  });
});

it('a file gets ten figures of a fraction, and whole numbers and words as they are', () => {
  const of = (n: number | string) => sheetValue({ key: 'n', value: () => n }, undefined);
  expect([0.1 + 0.2, 1 / 3, 12_345_678_901, -0.5, '0,30'].map(of)).toEqual([
    0.3,
    0.3333333333,
    12_345_678_901,
    -0.5,
    '0,30',
  ]);
});
