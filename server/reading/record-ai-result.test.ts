import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { system } from '#core/people/access';
import { inTransaction } from '#server/db/transaction';
import { createTestDatabase, type TestDatabase } from '#test/database';
import { foundCentres, type OpenedCase, openCases, reader } from '#test/reading-world';
import { workedProtocol } from '#programmes/protocols/worked';
import { approveProtocol } from '#server/protocols/approve-protocol';
import { claimNext } from './claim-next.ts';
import { type NewAiResult, recordAiResult } from './record-ai-result.ts';
import { settleCase } from './settle-case.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
  await foundCentres(db, 2);
});
afterAll(() => db.drop());

const say = (c: OpenedCase, more: Partial<NewAiResult> = {}) =>
  inTransaction(db, system, (tx) =>
    recordAiResult(tx, {
      personId: c.personId,
      examinationId: c.examinationId,
      product: 'transpara',
      version: '1',
      analysedOn: tx.today,
      score: 3,
      left: 3,
      right: 1,
      ...more,
    }),
  );
const kept = async (c: OpenedCase) =>
  (
    await db.pool.query<{ score: number | null }>(
      'select score from ai_result where examination_id = $1 order by version',
      [c.examinationId],
    )
  ).rows.map((row) => row.score);
const stepsOf = async (c: OpenedCase) =>
  (
    await db.pool.query<{ step: string }>('select step from reading_task where case_id = $1 order by step', [c.caseId])
  ).rows.map((row) => row.step);
const open = async () => (await openCases(db, 1))[0] as OpenedCase;

describe('a result of an AI product', () => {
  it('is kept once, whatever is said again', async () => {
    const c = await open();
    expect(await say(c)).toEqual({ ok: true, value: { fresh: true } });
    expect(await say(c)).toEqual({ ok: true, value: { fresh: false } });
    expect(await say(c, { score: 9 })).toEqual({ ok: true, value: { fresh: false } });
    expect(await kept(c)).toEqual([3]);
    expect(await say(c, { version: '2', score: null, left: null, right: null })).toMatchObject({ ok: true });
    expect(await kept(c)).toEqual([3, null]);
  });

  it('changes nothing in the routine: two reads to do, and nobody who reads sees it', async () => {
    const c = await open();
    const before = await stepsOf(c);
    await say(c, { score: 9.87, left: 9.87 });
    expect(await stepsOf(c)).toEqual(before);
    const shown = await inTransaction(db, reader(1), claimNext);
    expect(shown).toMatchObject({ ok: true, value: { ai: {} } });
    expect(JSON.stringify(shown)).not.toContain('9.87');
  });

  it('lets a case go on that waits for it', async () => {
    const c = await open();
    await inTransaction(db, system, async (tx) => {
      const aims1 = workedProtocol('aims-1');
      await approveProtocol(tx, aims1);
      const change = { protocol_id: aims1.id, protocol_version: aims1.version, arm: 'ai' };
      await tx.q.updateTable('reading_case').set(change).where('case_id', '=', c.caseId).execute();
      await settleCase(tx, c);
    });
    expect(await stepsOf(c)).toEqual([]);
    await say(c);
    expect(await stepsOf(c)).toEqual(['r1']);
  });

  it('of an examination that is not here is refused', async () => {
    const c = await open();
    const refused = await say({ ...c, examinationId: '00000000-0000-4000-8000-00000000000a' });
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'not-found' } });
  });
});
