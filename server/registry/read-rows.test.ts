import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, expect, it } from 'vitest';
import { type RowBatch, readRows, UnreadableFile } from './read-rows.ts';

const dir = mkdtempSync(join(tmpdir(), 'runde-rows-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

async function all(
  name: string,
  kind: 'csv' | 'parquet',
): Promise<{ columns: readonly string[]; rows: (readonly string[])[] }> {
  const rows: (readonly string[])[] = [];
  let last: RowBatch | undefined;
  for await (const batch of readRows({ file: 'persons', name, path: join(dir, name), kind, rows: 0 })) {
    last = batch;
    rows.push(...batch.rows);
  }
  return { columns: last?.columns ?? [], rows };
}

it('reads Parquet as the text that the CSV of the same rows holds', async () => {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(`copy (select 'X' || i as examination, date '2024-02-28' + i::int as day, time '09:05' as at, i % 2 = 0 as yes,
      case when i % 3 = 0 then null else i / 4.0 end::decimal(6, 2) as size from range(5000) t(i))
    to '${join(dir, 'a.parquet')}' (format parquet)`);
  connection.closeSync();
  const { columns, rows } = await all('a.parquet', 'parquet');
  expect(columns).toEqual(['examination', 'day', 'at', 'yes', 'size']);
  expect(rows).toHaveLength(5000);
  expect(rows.slice(0, 3)).toEqual([
    ['X0', '2024-02-28', '09:05', '1', ''],
    ['X1', '2024-02-29', '09:05', '0', '0.25'],
    ['X2', '2024-03-01', '09:05', '1', '0.50'],
  ]);
});

it('reads CSV with quotes, line ends of either kind and a byte-order mark', async () => {
  writeFileSync(join(dir, 'b.csv'), '\ufeffa,b\r\n"x, y","say ""ja"""\r\n1,\r\n');
  expect(await all('b.csv', 'csv')).toEqual({
    columns: ['a', 'b'],
    rows: [
      ['x, y', 'say "ja"'],
      ['1', ''],
    ],
  });
});

it('says what is wrong with a file that is not what it says', async () => {
  writeFileSync(join(dir, 'c.parquet'), 'no');
  writeFileSync(join(dir, 'd.csv'), 'a,b\n1,2\n"open,3\n');
  writeFileSync(join(dir, 'e.csv'), '');
  await expect(all('c.parquet', 'parquet')).rejects.toThrow(UnreadableFile);
  await expect(all('d.csv', 'csv')).rejects.toMatchObject({ rule: 'csv', row: 2 });
  await expect(all('e.csv', 'csv')).rejects.toMatchObject({ rule: 'heading', row: 0 });
});
