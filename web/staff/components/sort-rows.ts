/** What a column of a table sorts, filters and exports by. */
export type Valued<Row> = {
  readonly key: string;
  readonly value?: (row: Row) => string | number | null;
  readonly cell?: (row: Row) => unknown;
};

/** What a column says of a row as plain data: its value, or its cell when that is only words or a number. */
export function plainValue<Row>(column: Valued<Row>, row: Row): string | number | null {
  if (column.value) return column.value(row);
  const cell = column.cell?.(row);
  return typeof cell === 'string' || typeof cell === 'number' ? cell : null;
}

/** The same for a file: a fraction with ten figures, since what follows them is of the arithmetic and not of the data. */
export function sheetValue<Row>(column: Valued<Row>, row: Row): string | number | null {
  const value = plainValue(column, row);
  return typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(10)) : value;
}

/** The rows by a column's value: 'name' from the lowest, '-name' from the highest; no value is lowest of all. */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly Valued<Row>[],
  sort: string | undefined,
): readonly Row[] {
  const down = sort?.startsWith('-') ?? false;
  const value = columns.find((column) => column.key === (down ? sort?.slice(1) : sort))?.value;
  if (!value) return rows;
  const order = [...rows].sort((a, b) => compare(value(a), value(b)));
  return down ? order.reverse() : order;
}

/** The rows in which each word of the filter stands in some column, whatever its case. */
export function filterRows<Row>(
  rows: readonly Row[],
  columns: readonly Valued<Row>[],
  filter: string | undefined,
): readonly Row[] {
  const words = (filter ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter((row) => {
    const text = columns
      .map((column) => plainValue(column, row) ?? '')
      .join('\n')
      .toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

function compare(a: string | number | null, b: string | number | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
  return typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'nb');
}
