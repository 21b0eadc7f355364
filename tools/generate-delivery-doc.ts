/**
 * Writes docs/delivery-format.md from the schemas of the delivery (core/registry/delivery.ts) and the rules across rows:
 *   npx tsx tools/generate-delivery-doc.ts
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type DeliveryFile, deliveryFiles } from '#core/registry/delivery';
import { crossRowRules, openEpisodeRule } from '#server/registry/cross-row-rules';

export const deliveryDoc: string = fileURLToPath(new URL('../docs/delivery-format.md', import.meta.url));

const about: Readonly<Record<DeliveryFile, string>> = {
  persons:
    'One row a person: the population register’s view of her, with the two registers the programme keeps. A delivery of this file only is the register’s feed.',
  invitations:
    'One row an appointment that was offered; rows of one round share `episode`. `open` = its day has not come at the data cut.',
  examinations: 'One row an imaging session.',
  reads: 'One row an independent read: `sequence` 1 = first, 2 = second; scores 1-5 per breast.',
  consensus: 'One row a consensus meeting’s decision. `members`: two or three, separated by `;`.',
  assessments: 'One row an assessment after recall. `procedures` are separated by `;`.',
  cancers: 'One row a registration of the cancer registry, however it was found; the programme classifies it by rule.',
  'ai-results':
    'One row a result of an AI product, on its own scale, or a run that failed. Columns marked "or left out" need not be in the file.',
};

/** The text of the document. */
export function deliveryFormat(): string {
  const files = (Object.keys(deliveryFiles) as DeliveryFile[]).flatMap(fileSection);
  const rules = [...crossRowRules, openEpisodeRule].map((r) => [r.file, r.column, `\`${r.rule}\``, r.expected]);
  return `${[
    '# Delivery format',
    '',
    '<!-- Written by tools/generate-delivery-doc.ts from core/registry/delivery.ts and the importer’s rules. Do not edit. -->',
    '',
    'A delivery is a folder: one file a fact, CSV (RFC 4180: comma, UTF-8, a heading, columns in any order) or Parquet with the',
    'same columns, and `manifest.json`. Files that have no rows may be left out. It is taken in with `runde import DIR`:',
    'everything in one transaction, or nothing and a report of file, row, column, rule and value (`--json` for programs).',
    'The same delivery again changes nothing. Rows may come again in a later delivery: what is new is added, what was open is',
    'brought forward, and what has gone further here stands.',
    '',
    'In the report `row` counts the rows of data from 1; the heading is not counted. Rules across rows are checked once every',
    'row by itself is right.',
    '',
    '## manifest.json',
    '',
    '```json',
    '{',
    '  "format": "runde-delivery/1",',
    '  "sender": "old-system",',
    '  "delivery": "2026-01",',
    '  "data_cut": "2026-01-18",',
    '  "files": [{ "name": "persons.csv", "rows": 75159, "sha256": "64 hexadecimal digits" }]',
    '}',
    '```',
    '',
    '`data_cut` is the last day that the files are complete for. A sender’s references name the same thing in every delivery.',
    '',
    ...files,
    '## Rules across rows',
    '',
    ...table(['file', 'column', 'rule', 'what was expected'], rules),
  ].join('\n')}\n`;
}

function fileSection(file: DeliveryFile): string[] {
  const shape = deliveryFiles[file].shape as Record<string, z.ZodType>;
  const rows = Object.entries(shape).map(([column, schema]) => [
    column,
    schema instanceof z.ZodExactOptional ? 'or left out' : mayBeEmpty(schema) ? 'yes' : 'no',
    valueText(column, schema),
  ]);
  return [`## ${file}`, '', about[file], '', ...table(['column', 'may be empty', 'value'], rows), ''];
}

/** A table with its columns aligned, as the formatter of the project writes it. */
function table(heading: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = heading.map((title, i) => Math.max(3, title.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (cells: readonly string[]) => `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  return [line(heading), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)];
}

function mayBeEmpty(schema: z.ZodType): boolean {
  return schema.safeParse('').success;
}

/** What a column holds, as the schema says it: its list of words, or the words of its refusal. */
function valueText(column: string, schema: z.ZodType): string {
  const words = listed(schema);
  if (words.length > 0)
    return `${/procedures/.test(column) ? 'any of ' : ''}${words.map((word) => `\`${word}\``).join(', ')}`;
  // The schema's own refusal of a text that no column takes says what it takes.
  const refusal = schema.safeParse('\u0000?');
  const text = refusal.success ? lengths(schema) : messageOf(refusal.error);
  const range = numbers(schema);
  return `${text.replace(/^expected (an? )?/, '')}${range}`;
}

function messageOf(error: z.ZodError): string {
  const [issue] = error.issues;
  if (issue?.code === 'invalid_union') return issue.errors.at(-1)?.[0]?.message ?? issue.message;
  return issue?.message ?? '';
}

type Definition = {
  type?: string;
  entries?: Record<string, string>;
  options?: z.ZodType[];
  in?: z.ZodType;
  out?: z.ZodType;
  element?: z.ZodType;
  innerType?: z.ZodType;
};
const definition = (schema: z.ZodType) => (schema as unknown as { _zod: { def: Definition } })._zod.def;

function parts(schema: z.ZodType): z.ZodType[] {
  const { options = [], in: first, out, element, innerType } = definition(schema);
  const inner = [first, out, element, innerType].filter((one) => one !== undefined);
  return [...options, ...inner];
}

function listed(schema: z.ZodType): string[] {
  const { entries } = definition(schema);
  return entries ? Object.values(entries) : parts(schema).flatMap(listed);
}

function numbers(schema: z.ZodType): string {
  const { minValue, maxValue } = schema as unknown as { minValue?: number | null; maxValue?: number | null };
  if (definition(schema).type === 'number') return `, ${minValue} to ${maxValue}`;
  return (
    parts(schema)
      .map(numbers)
      .find((range) => range !== '') ?? ''
  );
}

function lengths(schema: z.ZodType): string {
  const { minLength, maxLength } = schema as unknown as { minLength?: number | null; maxLength?: number | null };
  if (typeof maxLength === 'number') return `text of ${minLength ?? 0} to ${maxLength} characters`;
  return parts(schema).map(lengths).find(Boolean) ?? '';
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(deliveryDoc, deliveryFormat());
