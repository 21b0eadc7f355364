/** Planned recruitment as a table of months and sites: what is typed, pasted from a spreadsheet, or shared out evenly. */
import { later, type Month } from './recruitment.ts';
import type { StudyPlan } from './study.ts';

type Planned = StudyPlan['recruitment']['planned'];
/** Months down, sites across. */
export type PlannedGrid = { readonly sites: readonly string[]; readonly months: readonly Month[] };

export function monthsFrom(first: Month, count: number): readonly Month[] {
  return Array.from({ length: count }, (_, i) => later(first, i));
}

export function womenAt(planned: Planned, centreId: string, month: Month): number {
  return planned.reduce((sum, row) => sum + (row.centreId === centreId && row.month === month ? row.women : 0), 0);
}

/** With another number in one cell; 0 takes it away. */
export function withWomen(planned: Planned, centreId: string, month: Month, women: number): Planned {
  const others = planned.filter((row) => row.centreId !== centreId || row.month !== month);
  return women > 0 ? [...others, { centreId, month, women }] : others;
}

/** What is planned at the sites in months that the table does not have: it counts, and so must be seen. */
export function outsideTable(planned: Planned, { sites, months }: PlannedGrid): Planned {
  return planned.filter(({ centreId, month }) => sites.includes(centreId) && !months.includes(month));
}

/** A total shared out as evenly as whole women can be, the first months getting what is left over. */
export function shareEvenly(total: number, { sites, months }: PlannedGrid): Planned {
  const cells = months.flatMap((month) => sites.map((centreId) => ({ centreId, month })));
  const [each, over] = [Math.floor(total / cells.length), total % cells.length];
  return cells.map((cell, i) => ({ ...cell, women: each + (i < over ? 1 : 0) })).filter(({ women }) => women > 0);
}

type Pasted =
  | { readonly planned: Planned; readonly count: number }
  | {
      readonly wrong: 'not-a-number' | 'outside-table';
      readonly about: Readonly<Record<string, string | number>>;
    };

/**
 * Rows of a spreadsheet (tab between cells) put in from a cell on. All or nothing: the first cell that is no whole number from 0,
 * and a piece that reaches outside the table, are named and nothing is put in. Spaces within a number and empty cells (0) are read.
 */
export function paste(
  planned: Planned,
  text: string,
  { sites, months }: PlannedGrid,
  at: { readonly row: number; readonly column: number },
): Pasted {
  const rows = text
    .replace(/\r/g, '')
    .replace(/\n+$/, '')
    .split('\n')
    .map((line) => line.split('\t'));
  const columns = Math.max(...rows.map((row) => row.length));
  const [fitsRows, fitsColumns] = [months.length - at.row, sites.length - at.column];
  if (rows.length > fitsRows || columns > fitsColumns)
    return { wrong: 'outside-table', about: { rows: rows.length, columns, fitsRows, fitsColumns } };
  let [now, count] = [planned, 0];
  for (const [i, row] of rows.entries())
    for (const [j, cell] of row.entries()) {
      const digits = cell.replace(/\s/g, '');
      if (!/^\d{0,7}$/.test(digits))
        return { wrong: 'not-a-number', about: { row: i + 1, column: j + 1, value: cell.slice(0, 40) } };
      now = withWomen(now, sites[at.column + j] ?? '', months[at.row + i] ?? '', Number(digits));
      count++;
    }
  return { planned: now, count };
}
