/**
 * The catalogues as one sheet for translators, and back:
 *   npx tsx tools/texts.ts export texts.csv
 *   npx tsx tools/texts.ts import texts.csv se     (one language: nn, en or se)
 * The sheet has a row for each text: area, key, kind (tools/text-words.ts), and the four languages. Import changes only
 * what differs; then `npx biome check --write web/text`, and tsc and the tests say what does not hold together.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { toCsv } from '#web/staff/components/csv';
import { placesIn } from './text-source.ts';
import { sourceOf, wordsOf } from './text-words.ts';

type Row = { readonly area: string; readonly key: string; readonly kind: string } & Readonly<Record<string, string>>;

const folder = join(import.meta.dirname, '../web/text');
const languages = ['nb', 'nn', 'en', 'se'] as const;

const [command, file = 'texts.csv', language = ''] = process.argv.slice(2);
if (command === 'export') exportSheet();
else if (command === 'import' && ['nn', 'en', 'se'].includes(language)) importSheet();
else throw new Error('say "export FILE" or "import FILE nn|en|se"');

function exportSheet(): void {
  const rows = areas().flatMap((area) => {
    const values = languages.map((one) => valuesIn(one, area));
    return [...(values[0] ?? [])].map(([key, master]) => {
      const cells = values.map((of) => (of.has(key) ? wordsOf(of.get(key) ?? '').words : ''));
      return [area, key, wordsOf(master).kind, ...cells];
    });
  });
  writeFileSync(file, toCsv([['area', 'key', 'kind', ...languages], ...rows], 'nb'));
  console.log(`${rows.length} texts in ${file}`);
}

function importSheet(): void {
  const text = readFileSync(file, 'utf8');
  const rows = parse(text, { bom: true, columns: true, delimiter: text.includes(';kind;') ? ';' : ',' }) as Row[];
  const faults: string[] = [];
  for (const area of areas()) {
    const masters = valuesIn('nb', area);
    const wanted = new Map<string, string>();
    for (const row of rows.filter((one) => one.area === area && one[language] && one.kind !== 'code')) {
      try {
        wanted.set(row.key, sourceOf(unguard(row[language] ?? ''), masters.get(row.key) ?? ''));
      } catch (error) {
        faults.push(`${area}.${row.key} ${(error as Error).message}`);
      }
    }
    if (language === 'se') writePartial(area, wanted);
    else replace(area, wanted);
  }
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length > 0 ? 1 : 0;
}

/** The apostrophe that CSV export sets before what a spreadsheet would run. */
function unguard(words: string): string {
  return /^'[=+\-@]/.test(words) ? words.slice(1) : words;
}

function replace(area: string, wanted: ReadonlyMap<string, string>): void {
  const path = pathOf(language, area);
  let source = readFileSync(path, 'utf8');
  for (const { key, from, to } of [...placesIn(source)].reverse()) {
    const now = source.slice(from, to);
    const next = wanted.get(key);
    if (next && wordsOf(next).words !== wordsOf(now).words) source = source.slice(0, from) + next + source.slice(to);
  }
  writeFileSync(path, source);
}

/** A partial catalogue is only its texts, so its file is written whole. */
function writePartial(area: string, wanted: ReadonlyMap<string, string>): void {
  const kept = [...valuesIn('se', area)].filter(([, value]) => wordsOf(value).kind === 'code');
  const all = new Map([...kept, ...wanted]);
  if (all.size === 0) return;
  const tree: Record<string, unknown> = {};
  for (const [key, value] of all) {
    const names = key.split('.');
    let at = tree;
    for (const name of names.slice(0, -1)) {
      at[name] ??= {};
      at = at[name] as Record<string, unknown>;
    }
    at[names.at(-1) ?? key] = value;
  }
  const head = `import type { ${area} as nb } from '../nb/${area}.ts';\nimport type { Partly } from '../partial.ts';\n`;
  writeFileSync(pathOf('se', area), `${head}\nexport const ${area} = ${written(tree)} satisfies Partly<typeof nb>;\n`);
  console.log(`${area}: ${all.size} texts; an area that is new in Sámi is named in web/text/se.ts`);
}

function written(tree: unknown): string {
  if (typeof tree === 'string') return tree;
  const parts = Object.entries(tree as Record<string, unknown>).map(([key, value]) => `  '${key}': ${written(value)},`);
  return `{\n${parts.join('\n')}\n}`;
}

function areas(): readonly string[] {
  return readdirSync(join(folder, 'nb')).map((name) => name.replace(/\.ts$/, ''));
}

function pathOf(one: string, area: string): string {
  return join(folder, one, `${area}.ts`);
}

function valuesIn(one: string, area: string): ReadonlyMap<string, string> {
  const path = pathOf(one, area);
  if (!existsSync(path)) return new Map();
  const source = readFileSync(path, 'utf8');
  return new Map(placesIn(source).map(({ key, from, to }) => [key, source.slice(from, to)]));
}
