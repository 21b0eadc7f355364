import { expect, it } from 'vitest';
import { createTestDatabase } from './database.ts';

it('gives each test file its own copy, with reference data when asked for', async () => {
  const [a, b, c] = await Promise.all([
    createTestDatabase(),
    createTestDatabase({ reference: true }),
    createTestDatabase({ reference: true }),
  ]);
  await b.pool.query("insert into setting values ('mine', '1')");
  const count = async (db: typeof a, table: string) =>
    (await db.pool.query(`select count(*) as n from ${table}`)).rows[0].n;
  expect([await count(a, 'unit'), (await count(b, 'unit')) > 0, await count(c, 'setting')]).toEqual([0, true, 0]);
  await Promise.all([a.drop(), b.drop(), c.drop()]);
});
