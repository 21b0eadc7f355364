import writeExcelFile, { type CellObject, type SheetData } from 'write-excel-file/universal';
import { parseDay } from '#core/kernel/day';

/**
 * A table as an Excel sheet: the title and `notes` (the filter, the time) above, then the headers, which stay in sight,
 * then the rows; numbers as numbers and ISO days as dates, so that they can be counted with. Fetched only when asked for.
 */
export async function toXlsx(
  title: string,
  headers: readonly string[],
  rows: readonly (readonly (string | number)[])[],
  notes: readonly string[],
): Promise<Blob> {
  const above: SheetData = [[{ value: title, type: String, fontWeight: 'bold' }], ...notes.map((note) => [note]), []];
  const data: SheetData = [
    ...above,
    headers.map((header) => ({ value: header, type: String, fontWeight: 'bold' }) as CellObject),
    ...rows.map((row) => row.map(cellOf)),
  ];
  const columns = headers.map((header, at) => ({
    width: Math.min(60, 2 + Math.max(header.length, ...rows.slice(0, 500).map((row) => String(row[at] ?? '').length))),
  }));
  return writeExcelFile(data, { columns, stickyRowsCount: above.length + 1, sheet: sheetName(title) }).toBlob();
}

function cellOf(value: string | number): CellObject | null {
  if (value === '') return null;
  if (typeof value === 'number') return { value, type: Number };
  if (parseDay(value)) return { value: new Date(`${value}T00:00:00Z`), type: Date, format: 'dd.mm.yyyy' };
  return { value, type: String };
}

/** Excel allows 31 characters in a sheet's name, and not these signs. */
function sheetName(title: string): string {
  return title
    .replace(/[\\/?*[\]:]/g, ' ')
    .slice(0, 31)
    .trim();
}
