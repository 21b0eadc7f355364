import { idnr } from '@navikt/fnrvalidator';
import { z } from 'zod';
import { type DeliveryFile, deliveryFiles } from '#core/registry/delivery';
import type { ReportWriter } from './delivery-report.ts';
import type { DeriveId } from './derive-id.ts';
import { idsOfRows } from './derived-columns.ts';

/** The columns of a delivery file, in the order of its schema. */
export function columnsOf(file: DeliveryFile): readonly string[] {
  return Object.keys(deliveryFiles[file].shape);
}

/** Columns that came to the format later; a file without them is as whole as it was. */
export function mayBeLeftOut(file: DeliveryFile, column: string): boolean {
  return (deliveryFiles[file].shape as Record<string, z.ZodType>)[column] instanceof z.ZodExactOptional;
}

/** A column that the file does not have: its values are empty. */
const LEFT_OUT = -1;

/**
 * Compares a heading with the schema and gives the place of each of the schema's columns in a row (-1 = left out);
 * undefined, with the faults in the report, when one is missing, unknown or there twice. Columns may come in any order.
 */
export function headingOf(
  file: DeliveryFile,
  name: string,
  heading: readonly string[],
  report: ReportWriter,
): readonly number[] | undefined {
  const columns = columnsOf(file);
  const before = report.total();
  const fault = (rule: string, column: string, expected: string) =>
    report.add({ file: name, row: 0, column, rule, value: column, expected });
  for (const column of columns) {
    if (!heading.includes(column) && !mayBeLeftOut(file, column)) fault('missing-column', column, 'this column');
  }
  heading.forEach((column, i) => {
    if (!columns.includes(column)) fault('unknown-column', column, `one of ${columns.join(', ')}`);
    if (heading.indexOf(column) !== i) fault('column-twice', column, 'each column once');
  });
  return report.total() > before ? undefined : columns.map((column) => heading.indexOf(column));
}

/** Checks a row and gives its line for COPY (text format, numbered, derived ids last), or undefined with the faults in the report. */
export type RowCheck = (values: readonly string[], row: number) => string | undefined;

/**
 * The check of each row of a file, made of its schema's columns. The schema decides; its answer for a text is
 * remembered, because most columns hold few different texts, and that makes millions of rows affordable.
 */
export function rowCheck(
  file: DeliveryFile,
  name: string,
  places: readonly number[],
  report: ReportWriter,
  derive: DeriveId,
): RowCheck {
  const columns = columnsOf(file).map((column, i) => ({
    column,
    place: places[i] ?? i,
    check: columnCheck(file, column),
  }));
  const idsOf = idsOfRows(file, (column) => columns.find((each) => each.column === column)?.place ?? 0, derive);
  const inFile = columns.filter(({ place }) => place !== LEFT_OUT).length;
  return (values, row) => {
    if (values.length !== inFile) {
      const expected = `${inFile} values, as in the heading`;
      report.add({ file: name, row, column: '', rule: 'columns', value: String(values.length), expected });
      return undefined;
    }
    const line = [String(row)];
    for (const { column, place, check } of columns) {
      const value = values[place] ?? '';
      const checked = check(value);
      if (typeof checked === 'string') line.push(checked);
      else report.add({ file: name, row, column, value, ...checked });
    }
    if (line.length <= columns.length) return undefined;
    line.push(...idsOf(values));
    return line.join('\t');
  };
}

type Fault = { readonly rule: string; readonly expected: string };
/** The text for COPY, or what is wrong. */
type Checked = string | Fault;
type ColumnCheck = (value: string) => Checked;

const REMEMBERED = 5000;

function columnCheck(file: DeliveryFile, column: string): ColumnCheck {
  const schema = (deliveryFiles[file].shape as Record<string, z.ZodType>)[column];
  if (!schema) throw new Error(`${file} has no column ${column}`);
  const digits = column === 'identity_number' || column === 'former_identity_number';
  const known = new Map<string, Checked>();
  let remembers = true;
  let asked = 0;
  let last: string | undefined;
  let lastChecked: Checked = '';
  const remembered = (value: string): Checked => {
    asked += 1;
    let checked = known.get(value);
    if (checked !== undefined) return checked;
    checked = checkValue(schema, value, digits);
    if (known.size < REMEMBERED) known.set(copyOf(value), checked);
    // A column of texts that seldom come again, such as references, costs more to remember than to check.
    else if (asked < 4 * REMEMBERED) {
      remembers = false;
      known.clear();
    }
    return checked;
  };
  return (value) => {
    if (value === last) return lastChecked;
    last = value;
    lastChecked = remembers ? remembered(value) : checkValue(schema, value, digits);
    return lastChecked;
  };
}

/** The text by itself: a piece of a text keeps the whole of what it was cut from in memory. */
const copyOf = (value: string) => Buffer.from(value).toString();

// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what it looks for, and what decoding wrong bytes leaves
const UNPRINTABLE = /[\u0000-\u001f\u007f\ufffd]/;

function checkValue(schema: z.ZodType, value: string, digits: boolean): Checked {
  if (UNPRINTABLE.test(value)) return { rule: 'characters', expected: 'UTF-8 text without control characters' };
  const parsed = schema.safeParse(value);
  if (!parsed.success) return { rule: 'value', expected: expectation(parsed.error) };
  if (parsed.data === null) return '\\N';
  if (digits && idnr(value).status !== 'valid') {
    return { rule: 'identity-number', expected: 'an identity number with right check digits and date' };
  }
  return value.includes('\\') ? value.replaceAll('\\', '\\\\') : value;
}

/** The schema's own words; of a union (an optional column) those of what it holds when it is not empty. */
function expectation(error: z.ZodError): string {
  const [issue] = error.issues;
  if (issue?.code === 'invalid_union') return issue.errors.at(-1)?.[0]?.message ?? issue.message;
  return issue?.message ?? 'another value';
}
