import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#core/people/access';
import type { Score } from '#core/protocols/facts';
import { inTransaction } from '#server/db/transaction';
import { createTestDatabase, type TestDatabase } from '#test/database';
import { foundCentres, nextDay, openCases, reader } from '#test/reading-world';
import { claimConsensus } from './claim-consensus.ts';
import { claimNext } from './claim-next.ts';
import { freezeAllDue } from './freeze-reads.ts';
import { listConsensus } from './list-consensus.ts';
import { recordConsensus } from './record-consensus.ts';
import { recordRead } from './record-read.ts';

const READERS = 20;
const CASES = 60;

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
  await foundCentres(db, READERS);
  await openCases(db, CASES);
});
afterAll(() => db.drop());

/** Reads until nothing is left for this reader; every fifth read is sent twice, as a browser does after a lost answer. */
async function readAll(actor: Actor, positive: (caseId: string) => boolean): Promise<number> {
  let saved = 0;
  for (;;) {
    const shown = await inTransaction(db, actor, claimNext);
    if (!shown.ok) throw new Error(shown.refusal.what);
    if (!shown.value) return saved;
    const left: Score = positive(shown.value.caseId) ? 3 : 1;
    const input = { ...shown.value, left, right: 1 as const };
    const save = () => inTransaction(db, actor, (tx) => recordRead(tx, input));
    const results = await Promise.all(saved % 5 === 0 ? [save(), save()] : [save()]);
    for (const result of results) if (!result.ok) throw new Error(result.refusal.what);
    saved++;
  }
}

describe('twenty readers at once', () => {
  it('read every case exactly twice, by two different readers, and lose nothing', async () => {
    const saved = await Promise.all(
      Array.from({ length: READERS }, (_, i) => readAll(reader(i + 1), (id) => id < '4')),
    );
    expect(saved.reduce((a, b) => a + b, 0)).toBe(2 * CASES);
    const reads = await db.kysely.selectFrom('read').select(['case_id', 'reader', 'step', 'revision']).execute();
    expect(reads).toHaveLength(2 * CASES);
    expect(new Set(reads.map((r) => `${r.case_id} ${r.reader}`)).size).toBe(2 * CASES);
    expect(new Set(reads.map((r) => `${r.case_id} ${r.step}`)).size).toBe(2 * CASES);
    expect(await db.kysely.selectFrom('reading_task').select('step').execute()).toEqual([]);
  });
  it('never hold one task together', async () => {
    await openCases(db, 5);
    const claims = await Promise.all(
      Array.from({ length: READERS }, (_, i) => inTransaction(db, reader(i + 1), claimNext)),
    );
    const got = claims.flatMap((c) => (c.ok && c.value ? [`${c.value.caseId} ${c.value.step}`] : []));
    expect(new Set(got).size).toBe(got.length);
    expect(got).toHaveLength(10);
    const twice = await Promise.all([1, 1, 1, 1].map((n) => inTransaction(db, reader(n), claimNext)));
    expect(new Set(twice.map((c) => (c.ok ? (c.value?.caseId ?? null) : 'refused'))).size).toBe(1);
    const held = await db.kysely
      .selectFrom('reading_task')
      .select('claimed_by')
      .where('claimed_by', 'is not', null)
      .execute();
    expect(new Set(held.map((h) => h.claimed_by)).size).toBe(held.length);
  });
  it('hold each consensus once, however many press at the same moment', async () => {
    await nextDay(db);
    const frozen = await Promise.all([freezeAllDue(db), freezeAllDue(db)]);
    const waiting = (await inTransaction(db, reader(1), listConsensus)).cases;
    expect(waiting.length).toBeGreaterThan(0);
    expect(frozen.reduce((n, f) => n + f.closed, 0) + waiting.length).toBeGreaterThanOrEqual(CASES);
    const decided = await Promise.all(waiting.flatMap((c) => [1, 2, 3].map((n) => decide(reader(n), c))));
    expect(decided.filter(Boolean)).toHaveLength(waiting.length);
    expect(await db.kysely.selectFrom('consensus').select('case_id').execute()).toHaveLength(waiting.length);
    await nextDay(db);
    await freezeAllDue(db);
    const letters = await db.kysely.selectFrom('message').select('cause').where('kind', '=', 'result-normal').execute();
    expect(letters).toHaveLength(CASES);
  });
});

async function decide(actor: Actor, key: { personId: string; caseId: string }): Promise<boolean> {
  const shown = await inTransaction(db, actor, (tx) => claimConsensus(tx, key));
  if (!shown.ok) return false;
  const draft = { ...shown.value, members: [actor.userId, 'L-C01-9'], decision: 'dismiss' as const, breasts: [] };
  return (await inTransaction(db, actor, (tx) => recordConsensus(tx, draft))).ok;
}
