import { finished } from 'node:stream/promises';
import { once } from 'node:events';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { DeliveryFile } from '#core/registry/delivery';
import { deliveryFiles } from '#core/registry/delivery';
import { columnsOf, headingOf, rowCheck } from './check-rows.ts';
import type { ReportWriter } from './delivery-report.ts';
import type { DeriveId } from './derive-id.ts';
import { derivedColumns } from './derived-columns.ts';
import type { DeliveredFile } from './read-manifest.ts';
import { readRows, UnreadableFile } from './read-rows.ts';

/** Column types of the staging tables where they are not text. What the schemas let through always fits. */
const types: Readonly<Record<DeliveryFile, Readonly<Record<string, string>>>> = {
  persons: {
    birth_date: 'date',
    digital: 'boolean',
    status_on: 'date',
    invitation_stop_on: 'date',
    storage_reservation_on: 'date',
    earlier_screening_on: 'date',
  },
  invitations: { invited_on: 'date', appointment_on: 'date', appointment_at: 'time' },
  examinations: { examined_on: 'date', symptoms: 'boolean', implants: 'boolean' },
  reads: { sequence: 'smallint', read_on: 'date', score_left: 'smallint', score_right: 'smallint' },
  consensus: { held_on: 'date' },
  assessments: { assessed_on: 'date' },
  cancers: { diagnosed_on: 'date', size_mm: 'numeric', grade: 'smallint', treated_on: 'date' },
  'ai-results': {
    analysed_on: 'date',
    score: 'float8',
    score_left: 'float8',
    score_right: 'float8',
    score_lcc: 'float8',
    score_rcc: 'float8',
    score_lmlo: 'float8',
    score_rmlo: 'float8',
    risk: 'float8',
    marks: 'jsonb',
    started_at: 'timestamptz',
    finished_at: 'timestamptz',
  },
};

/** Name of the temporary table that a file's rows are copied to. */
export function stageTable(file: DeliveryFile): string {
  return `stage_${file.replaceAll('-', '_')}`;
}

/** Makes the empty staging tables of all files; they belong to the connection and go with it. */
export async function createStage(client: pg.ClientBase): Promise<void> {
  const tables = (Object.keys(deliveryFiles) as DeliveryFile[]).map((file) => {
    const columns = columnsOf(file).map((column) => `${column} ${types[file][column] ?? 'text'}`);
    const ids = derivedColumns[file].map(({ column }) => `${column} uuid not null`);
    return `create temp table ${stageTable(file)} (line integer not null, ${[...columns, ...ids].join(', ')});`;
  });
  await client.query(tables.join('\n'));
}

/**
 * Checks every row of a file and copies the right ones to its staging table, as a stream. Faults go to the report; once
 * there is one, the rest is only checked. Gives the number of rows.
 */
export async function stageFile(
  client: pg.ClientBase,
  file: DeliveredFile,
  report: ReportWriter,
  derive: DeriveId,
  progress: (rows: number) => void = () => {},
): Promise<number> {
  const copy = client.query(copyFrom(`copy ${stageTable(file.file)} from stdin`));
  const done = finished(copy);
  // A failure is thrown where `done` is awaited; until then it must not end the program.
  done.catch(() => {});
  const before = report.total();
  let count = 0;
  let check: ReturnType<typeof rowCheck> | undefined;
  // The next rows are checked while the database takes these.
  let taken: Promise<unknown> = Promise.resolve();
  try {
    for await (const { columns, rows } of readRows(file)) {
      if (!check) {
        const places = headingOf(file.file, file.name, columns, report);
        if (!places) break;
        check = rowCheck(file.file, file.name, places, report, derive);
      }
      const lines: string[] = [];
      for (const row of rows) {
        const line = check(row, ++count);
        if (line !== undefined) lines.push(line);
      }
      progress(count);
      if (lines.length === 0 || report.total() > before) continue;
      await taken;
      if (copy.write(`${lines.join('\n')}\n`)) continue;
      taken = Promise.race([once(copy, 'drain'), done]);
      taken.catch(() => {});
    }
  } catch (error) {
    if (!(error instanceof UnreadableFile)) {
      copy.destroy();
      throw error;
    }
    const { rule, row, message } = error;
    report.add({ file: file.name, row, column: '', rule, value: '', expected: message });
  }
  copy.end();
  await done;
  if (report.total() === before && count !== file.rows) {
    report.add({
      file: file.name,
      row: 0,
      column: '',
      rule: 'row-count',
      value: String(count),
      expected: `${file.rows} rows, as the manifest says`,
    });
  }
  if (report.total() === before) await client.query(`analyze ${stageTable(file.file)}`);
  return count;
}
