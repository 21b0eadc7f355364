/** The command itself, in a process of its own, on a small delivery: taken in, taken in again (told to a program), refused. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#test/database';
import { person, round, together, writeSmallDelivery } from '#test/small-delivery';

const bin = fileURLToPath(new URL('./bin.js', import.meta.url));
const woman = person();
const good = together(
  { persons: [woman] },
  round({ ref: 'c1', number: woman.identity_number, day: '2024-03-05', result: 'benign' }),
);

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase({ reference: true });
});
afterAll(() => db.drop());

function runImport(...args: readonly string[]) {
  const env = { ...process.env, DATABASE_URL: db.url };
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, 'import', ...args], { env, encoding: 'utf8' });
  return { status, stdout, stderr };
}

it('takes a delivery in and says what came; the same again changes nothing', async () => {
  const folder = writeSmallDelivery(good, { delivery: 'cli-1' });
  const first = runImport(folder.dir);
  expect(first).toMatchObject({ status: 0 });
  expect(first.stdout).toContain('Delivery cli-1 of test is in:');
  expect(first.stdout).toMatch(/reads +2 rows/);
  expect(first.stdout).toContain('1 new persons; 1 episodes, 0 of them open');
  expect((await db.pool.query('select outcome from episode')).rows).toEqual([{ outcome: 'negative-after-assessment' }]);
  const again = runImport(folder.dir, '--json');
  expect(again.status).toBe(0);
  expect(JSON.parse(again.stdout)).toEqual({ kind: 'unchanged', sender: 'test', delivery: 'cli-1' });
  folder.remove();
}, 120_000);

it('refuses a faulty one with file, row and column, and takes nothing in', async () => {
  const other = person({ birth_date: '1962-03-02', status_on: '1962-03-02', municipality: '9999' });
  const folder = writeSmallDelivery({ persons: [woman, other] }, { delivery: 'cli-2' });
  const refused = runImport(folder.dir);
  expect(refused.status).toBe(1);
  expect(refused.stdout).toContain('REFUSED: 1 faults. Nothing has been taken in.');
  expect(refused.stdout).toContain('persons.csv, row 2, municipality: unknown-municipality "9999"');
  expect((await db.pool.query('select name from delivery')).rows).toEqual([{ name: 'cli-1' }]);
  folder.remove();
}, 120_000);
