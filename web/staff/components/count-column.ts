import type { Column } from './data-table.tsx';

/** A column of numbers, written in the page's language and sorted as numbers. */
export function countColumn<Row>(
  key: string,
  header: string,
  value: (row: Row) => number,
  formatNumber: (value: number) => string,
): Column<Row> {
  return { key, header, align: 'end', cell: (row) => formatNumber(value(row)), value };
}
