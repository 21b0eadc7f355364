import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthsFrom, outsideTable, paste, shareEvenly, withWomen, womenAt } from './planned-table.ts';

const grid = { sites: ['C01', 'C02', 'C03'], months: monthsFrom('2026-11', 4) };
const sum = (rows: readonly { readonly women: number }[]) => rows.reduce((all, { women }) => all + women, 0);

describe('planned recruitment', () => {
  it('goes over the turn of the year', () => {
    expect(grid.months).toEqual(['2026-11', '2026-12', '2027-01', '2027-02']);
  });

  it('shared evenly adds up, and no cell has more than one woman over another', () => {
    fc.assert(
      fc.property(fc.nat(100_000), (total) => {
        const planned = shareEvenly(total, grid);
        const cells = grid.months.flatMap((month) => grid.sites.map((site) => womenAt(planned, site, month)));
        expect(sum(planned)).toBe(total);
        expect(Math.max(...cells) - Math.min(...cells)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('every woman planned at a site is in the table or outside it, whatever months it is cut to', () => {
    const sites = ['C01', 'C02'];
    fc.assert(
      fc.property(fc.nat(10_000), fc.integer({ min: 1, max: 4 }), (total, count) => {
        const planned = shareEvenly(total, grid);
        const cut = { sites, months: grid.months.slice(0, count) };
        const inside = planned.filter(({ centreId, month }) => sites.includes(centreId) && cut.months.includes(month));
        const all = planned.filter(({ centreId }) => sites.includes(centreId));
        expect(sum(inside) + sum(outsideTable(planned, cut))).toBe(sum(all));
      }),
    );
    expect(outsideTable(shareEvenly(100, grid), grid)).toEqual([]);
  });

  it('takes a piece of a spreadsheet from a cell on, with its spaces, empty cells and line ends', () => {
    const before = withWomen([], 'C02', '2026-12', 7);
    const pasted = paste(before, '1 200\t30\r\n\t5\r\n', grid, { row: 1, column: 1 });
    expect(pasted).toMatchObject({ count: 4 });
    if (!('planned' in pasted)) return;
    expect(womenAt(pasted.planned, 'C02', '2026-12')).toBe(1200);
    expect(womenAt(pasted.planned, 'C03', '2026-12')).toBe(30);
    expect(womenAt(pasted.planned, 'C02', '2027-01')).toBe(0);
    expect(womenAt(pasted.planned, 'C03', '2027-01')).toBe(5);
  });

  it('names the cell that is no number, and a piece that is too large', () => {
    expect(paste([], '1\t2\n3\t4,5', grid, { row: 0, column: 0 })).toEqual({
      wrong: 'not-a-number',
      about: { row: 2, column: 2, value: '4,5' },
    });
    expect(paste([], '1\t2', grid, { row: 0, column: 2 })).toEqual({
      wrong: 'outside-table',
      about: { rows: 1, columns: 2, fitsRows: 4, fitsColumns: 1 },
    });
  });
});
