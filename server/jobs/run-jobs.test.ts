import { afterAll, beforeAll, expect, it } from 'vitest';
import { refuse } from '#core/kernel/result';
import { type Actor, system } from '#core/people/access';
import { inTransaction } from '#server/db/transaction';
import { createTestDatabase, type TestDatabase } from '#test/database';
import { addJob, runJobs } from './run-jobs.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

const office: Actor = { userId: 'u1', name: 'Una', role: 'office', centres: 'all' };

it('does the jobs of transactions that were committed, once for each key, and tries again what throws', async () => {
  const done: unknown[] = [];
  let failures = 0;
  await inTransaction(db, office, (tx) => addJob(tx.q, 'greet', { to: 'Kari' }));
  await inTransaction(db, system, async (tx) => {
    await addJob(tx.q, 'greet', { to: 'Anne' }, 'anne');
    await addJob(tx.q, 'greet', { to: 'Anna' }, 'anne');
  });
  await inTransaction(db, office, async (tx) => {
    await addJob(tx.q, 'greet', { to: 'nobody' });
    return refuse('no', 'No');
  });
  await inTransaction(db, system, (tx) => addJob(tx.q, 'stumble', {}));

  const runner = await runJobs(db.url, {
    greet: async (payload) => {
      done.push(payload);
    },
    stumble: async () => {
      failures += 1;
      throw new Error('stumbled');
    },
  });
  const deadline = Date.now() + 20_000;
  while ((done.length < 2 || failures < 1) && Date.now() < deadline) await new Promise((go) => setTimeout(go, 20));
  await runner.stop();
  // Two jobs are worked on side by side: which is done first is not promised.
  expect(done).toHaveLength(2);
  expect(done).toEqual(expect.arrayContaining([{ to: 'Kari' }, { to: 'Anna' }]));
  const { rows } = await db.pool.query('select task_identifier, attempts, last_error from graphile_worker.jobs');
  expect(rows).toMatchObject([
    { task_identifier: 'stumble', attempts: 1, last_error: expect.stringContaining('stumbled') },
  ]);
});
