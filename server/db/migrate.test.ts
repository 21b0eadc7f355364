import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#test/database';
import { onServer } from '#test/test-server';
import { migrate } from './migrate.ts';

let db: TestDatabase;
let folder: string;
beforeEach(async () => {
  db = await createTestDatabase();
  await db.pool.query('drop table schema_file');
  folder = mkdtempSync(join(tmpdir(), 'runde-migrate-'));
  mkdirSync(join(folder, 'views'));
});
afterEach(async () => {
  await db.drop();
  rmSync(folder, { recursive: true });
});

const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
const value = async (text: string) => Object.values((await db.pool.query(text)).rows[0] ?? {})[0];

it('applies each file once, in order, and new ones later', async () => {
  write('0002_fill.sql', 'insert into first values (1);');
  write('0001_first.sql', 'create table first (n int);');
  expect(await migrate(db.url, folder)).toEqual(['0001_first.sql', '0002_fill.sql']);
  expect(await migrate(db.url, folder)).toEqual([]);
  write('0003_more.sql', 'insert into first values (2);');
  expect(await migrate(db.url, folder)).toEqual(['0003_more.sql']);
  expect(await value('select sum(n)::int from first')).toBe(3);
});

it('refuses an edited, a removed, a late and a double-numbered file', async () => {
  write('0002_first.sql', 'create table first (n int);\n');
  await migrate(db.url, folder);
  write('0002_first.sql', 'create table first (n int, m int);\n');
  await expect(migrate(db.url, folder)).rejects.toThrow('sql/0002_first.sql was edited after it had been applied');
  // A checkout with Windows line ends is not an edit.
  write('0002_first.sql', 'create table first (n int);\r\n');
  expect(await migrate(db.url, folder)).toEqual([]);
  write('0001_late.sql', 'select 1;');
  await expect(migrate(db.url, folder)).rejects.toThrow('numbered before sql/0002_first.sql');
  rmSync(join(folder, '0001_late.sql'));
  write('0002_again.sql', 'select 1;');
  await expect(migrate(db.url, folder)).rejects.toThrow('have the same number');
  rmSync(join(folder, '0002_again.sql'));
  rmSync(join(folder, '0002_first.sql'));
  await expect(migrate(db.url, folder)).rejects.toThrow('sql/0002_first.sql was applied to this database but is gone');
});

it('leaves nothing of a file that fails, and says where it failed', async () => {
  write('0001_half.sql', 'create table half (n int);\nselect * from nowhere;');
  await expect(migrate(db.url, folder)).rejects.toThrow(
    /sql\/0001_half.sql \(line 2\): relation "nowhere" does not exist/,
  );
  expect(await value("select to_regclass('half')")).toBeNull();
  write('0001_half.sql', 'create table half (n int);');
  expect(await migrate(db.url, folder)).toEqual(['0001_half.sql']);
});

it('applies once when four programs start at once', async () => {
  write('0001_first.sql', 'create table first (n int); insert into first values (1);');
  const applied = await Promise.all([1, 2, 3, 4].map(() => migrate(db.url, folder)));
  expect(applied.flat()).toEqual(['0001_first.sql']);
});

it('applies the views again when one of them changes', async () => {
  const view = (n: number) => `drop view if exists answer cascade; create view answer as select ${n} as n;`;
  write('0001_first.sql', 'create table first (n int);');
  write('views/answer.sql', view(1));
  await migrate(db.url, folder);
  write('views/answer.sql', view(2));
  expect(await migrate(db.url, folder)).toEqual([]);
  expect(await value('select n from answer')).toBe(2);
});

it('copies a template that has the whole schema', async () => {
  const fresh = await createTestDatabase();
  expect(await migrate(fresh.url)).toEqual([]);
  await fresh.drop();
  expect(
    await onServer(
      db.url,
      async (client) => (await client.query('select queue_job($1, $2, null)', ['x', '{}'])).rowCount,
    ),
  ).toBe(1);
});
