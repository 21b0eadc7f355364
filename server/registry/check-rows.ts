import { idnr } from '@navikt/fnrvalidator';
import type { z } from 'zod';
import { type DeliveryFile, deliveryFiles } from '#core/registry/delivery';
import type { ReportWriter } from './delivery-report.ts';

/** The columns of a delivery file, in the order of its schema. */
export function columnsOf(file: DeliveryFile): readonly string[] {
  return Object.keys(deliveryFiles[file].shape);
}

/**
 * Compares a heading with the schema and gives the place of each of the schema's columns in a row; undefined, with the
 * faults in the report, when one is missing, unknown or there twice. Columns may come in any order.
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
  for (const column of columns) if (!heading.includes(column)) fault('missing-column', column, 'this column');
  heading.forEach((column, i) => {
    if (!columns.includes(column)) fault('unknown-column', column, `one of ${columns.join(', ')}`);
    if (heading.indexOf(column) !== i) fault('column-twice', column, 'each column once');
  });
  return report.total() > before ? undefined : columns.map((column) => heading.indexOf(column));
}

/** Checks a row and gives its line for COPY (text format, numbered), or undefined with the faults in the report. */
export type RowCheck = (values: readonly string[], row: number) => string | undefined;

/**
 * The check of each row of a file, made of its schema's columns. The schema decides; its answer for a text is
 * remembered, because most columns hold few different texts, and that makes millions of rows affordable.
 */
export function rowCheck(file: DeliveryFile, name: string, places: readonly number[], report: ReportWriter): RowCheck {
  const columns = columnsOf(file).map((column, i) => ({
    column,
    place: places[i] ?? i,
    check: columnCheck(file, column),
  }));
  return (values, row) => {
    if (values.length !== columns.length) {
      const expected = `${columns.length} values, as in the heading`;
      report.add({ file: name, row, column: '', rule: 'columns', value: String(values.length), expected });
      return undefined;
    }
    let line = String(row);
    let right = true;
    for (const { column, place, check } of columns) {
      const value = values[place] ?? '';
      const checked = check(value);
      if (checked.fault) {
        right = false;
        report.add({ file: name, row, column, rule: checked.fault.rule, value, expected: checked.fault.expected });
      } else line += `\t${checked.text}`;
    }
    return right ? `${line}\n` : undefined;
  };
}

type Checked = { readonly text: string; readonly fault?: { readonly rule: string; readonly expected: string } };
type ColumnCheck = (value: string) => Checked;

const REMEMBERED = 20_000;

function columnCheck(file: DeliveryFile, column: string): ColumnCheck {
  const schema = (deliveryFiles[file].shape as Record<string, z.ZodType>)[column];
  if (!schema) throw new Error(`${file} has no column ${column}`);
  const known = new Map<string, Checked>();
  let last = '';
  let lastChecked: Checked | undefined;
  const digits = column === 'identity_number' || column === 'former_identity_number';
  return (value) => {
    if (lastChecked && value === last) return lastChecked;
    let checked = known.get(value);
    if (!checked) {
      checked = checkValue(schema, value, digits);
      if (known.size >= REMEMBERED) known.clear();
      known.set(value, checked);
    }
    last = value;
    lastChecked = checked;
    return checked;
  };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what it looks for, and what decoding wrong bytes leaves
const UNPRINTABLE = /[\u0000-\u001f\u007f\ufffd]/;

function checkValue(schema: z.ZodType, value: string, digits: boolean): Checked {
  if (UNPRINTABLE.test(value))
    return { text: '', fault: { rule: 'characters', expected: 'UTF-8 text without control characters' } };
  const parsed = schema.safeParse(value);
  if (!parsed.success) return { text: '', fault: { rule: 'value', expected: expectation(parsed.error) } };
  if (parsed.data === null) return { text: '\\N' };
  if (digits && idnr(value).status !== 'valid') {
    return {
      text: '',
      fault: { rule: 'identity-number', expected: 'an identity number with right check digits and date' },
    };
  }
  return { text: value.includes('\\') ? value.replaceAll('\\', '\\\\') : value };
}

/** The schema's own words; of a union (an optional column) those of what it holds when it is not empty. */
function expectation(error: z.ZodError): string {
  const [issue] = error.issues;
  if (issue?.code === 'invalid_union') return issue.errors.at(-1)?.[0]?.message ?? issue.message;
  return issue?.message ?? 'another value';
}
