import { createReadStream } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import { parse } from 'csv-parse';
import type { DeliveredFile } from './read-manifest.ts';

/** Some rows of a file, each with one text a column, in the order of `columns`. */
export type RowBatch = { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };

/** A file that cannot be read as what it says it is. `row` as in the report. */
export class UnreadableFile extends Error {
  readonly row: number;
  readonly rule: string;
  constructor(rule: string, row: number, message: string) {
    super(message);
    this.rule = rule;
    this.row = row;
  }
}

const BATCH = 2048;
/** Bytes read at a time. */
const CHUNK = 1 << 18;
/** Characters of the longest line, so that a file that is not CSV cannot fill the memory. */
const LONGEST = 1 << 20;
const MARK = '\ufeff';

/** The rows of a delivered file, in order and in bounded memory; the first batch comes even when there are no rows. */
export function readRows(file: DeliveredFile): AsyncGenerator<RowBatch> {
  return file.kind === 'csv' ? csvRows(file.path) : parquetRows(file.path);
}

/** CSV after RFC 4180, UTF-8, comma, a heading; a byte-order mark is allowed. */
async function* csvRows(path: string): AsyncGenerator<RowBatch> {
  let columns: readonly string[] | undefined;
  let count = 0;
  try {
    for await (const rows of (await hasQuotes(path)) ? quotedRows(path) : plainRows(path)) {
      columns ??= rows.shift();
      count += rows.length;
      if (columns) yield { columns, rows };
    }
  } catch (error) {
    throw new UnreadableFile('csv', count + 1, (error as Error).message);
  }
  if (!columns) throw new UnreadableFile('heading', 0, 'the file is empty; expected a heading');
}

async function hasQuotes(path: string): Promise<boolean> {
  for await (const bytes of createReadStream(path, { highWaterMark: CHUNK })) {
    if ((bytes as Buffer).includes(34)) return true;
  }
  return false;
}

/** Without a quote every comma and line end separates; splitting is then a tenth of the time of parsing. */
async function* plainRows(path: string): AsyncGenerator<string[][]> {
  const source = createReadStream(path, { highWaterMark: CHUNK, encoding: 'utf8' });
  let rest = '';
  let first = true;
  for await (const chunk of source) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > LONGEST) throw new Error(`a line of more than ${LONGEST} characters`);
    if (first && lines[0]?.startsWith(MARK)) lines[0] = lines[0].slice(1);
    if (lines.length > 0) first = false;
    yield fieldsOf(lines);
  }
  yield fieldsOf([first && rest.startsWith(MARK) ? rest.slice(1) : rest]);
}

function fieldsOf(lines: readonly string[]): string[][] {
  const rows: string[][] = [];
  for (const line of lines) {
    const text = line.endsWith('\r') ? line.slice(0, -1) : line;
    if (text !== '') rows.push(text.split(','));
  }
  return rows;
}

async function* quotedRows(path: string): AsyncGenerator<string[][]> {
  const parser = parse({ bom: true, relax_column_count: true, skip_empty_lines: true });
  const source = createReadStream(path, { highWaterMark: CHUNK });
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  let rows: string[][] = [];
  try {
    for await (const row of parser as AsyncIterable<string[]>) {
      if (rows.push(row) < BATCH) continue;
      yield rows;
      rows = [];
    }
  } catch (error) {
    // What was read before the fault counts: the fault is told with its row.
    yield rows;
    throw error;
  } finally {
    source.destroy();
  }
  yield rows;
}

/** Parquet: text, date, time, boolean and number columns, each given as the text that the CSV would hold. */
async function* parquetRows(path: string): AsyncGenerator<RowBatch> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1', memory_limit: '200MB' });
  const connection = await instance.connect();
  const source = `read_parquet('${path.replaceAll("'", "''")}')`;
  try {
    const described = await connection.runAndReadAll(`describe select * from ${source}`);
    const types = described.getRows().map(([name, type]) => ({ name: String(name), type: String(type) }));
    const columns = types.map(({ name }) => name);
    const texts = types.map(({ name, type }) => textOf(`"${name.replaceAll('"', '""')}"`, type));
    const result = await connection.stream(`select ${texts.join(', ')} from ${source}`);
    for (;;) {
      const chunk = await result.fetchChunk();
      if (!chunk || chunk.rowCount === 0) break;
      yield { columns, rows: chunk.getRows() as string[][] };
    }
    yield { columns, rows: [] };
  } catch (error) {
    throw error instanceof UnreadableFile ? error : new UnreadableFile('parquet', 0, (error as Error).message);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

function textOf(column: string, type: string): string {
  if (type === 'BOOLEAN') return `case ${column} when true then '1' when false then '0' else '' end`;
  if (type === 'TIME') return `coalesce(left(${column}::varchar, 5), '')`;
  return `coalesce(${column}::varchar, '')`;
}
