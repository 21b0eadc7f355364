/** Protocols of trials run through the same worklist: what opens, who gets it, and what each sees, on the real database. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { system } from '#core/people/access';
import type { Protocol } from '#core/protocols/protocol';
import { inTransaction } from '#server/db/transaction';
import { createTestDatabase, type TestDatabase } from '#test/database';
import { foundCentres, nextDay, type OpenedCase, openCases, reader } from '#test/reading-world';
import { workedProtocol } from '#programmes/protocols/worked';
import { approveProtocol } from '#server/protocols/approve-protocol';
import { claimNext } from './claim-next.ts';
import { freezeAllDue } from './freeze-reads.ts';
import { recordRead } from './record-read.ts';
import { settleCase } from './settle-case.ts';
import type { ShownCase } from './show-case.ts';

const aims1 = workedProtocol('aims-1');
const praim = workedProtocol('praim');

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
  await foundCentres(db, 3);
});
afterAll(() => db.drop());

/** A case opened under an arm, with the machine's result where there is one. */
async function under(
  protocol: Protocol,
  arm: string,
  result?: { score: number | null; product: string },
): Promise<OpenedCase> {
  const [opened] = (await openCases(db, 1)) as [OpenedCase];
  const { personId: person_id, examinationId: examination_id } = opened;
  await inTransaction(db, system, async (tx) => {
    const approved = await approveProtocol(tx, protocol);
    if (!approved.ok) throw new Error(approved.refusal.what);
    const change = { protocol_id: protocol.id, protocol_version: protocol.version, arm };
    await tx.q.updateTable('reading_case').set(change).where('case_id', '=', opened.caseId).execute();
    if (result) {
      const row = { person_id, examination_id, ...result, version: '1', analysed_on: tx.today };
      await tx.q.insertInto('ai_result').values(row).execute();
    }
    await settleCase(tx, opened);
  });
  return opened;
}
const tasksOf = async (c: OpenedCase) =>
  (
    await db.kysely.selectFrom('reading_task').select('step').where('case_id', '=', c.caseId).orderBy('step').execute()
  ).map((t) => t.step);
const stateOf = (c: OpenedCase) =>
  db.kysely
    .selectFrom('reading_case')
    .select(['state', 'outcome'])
    .where('case_id', '=', c.caseId)
    .executeTakeFirstOrThrow();
async function claim(n: number): Promise<ShownCase | null> {
  const shown = await inTransaction(db, reader(n), claimNext);
  if (!shown.ok) throw new Error(shown.refusal.what);
  return shown.value;
}
async function read(n: number, left: 1 | 4): Promise<ShownCase> {
  const shown = await claim(n);
  if (!shown) throw new Error('nothing to read');
  const saved = await inTransaction(db, reader(n), (tx) => recordRead(tx, { ...shown, left, right: 1 }));
  if (!saved.ok) throw new Error(saved.refusal.what);
  return shown;
}
async function morning(): Promise<void> {
  await nextDay(db);
  await freezeAllDue(db);
}

describe('AIMS', () => {
  it('AI arm, low score: one reader, who sees the score; then it closes', async () => {
    const c = await under(aims1, 'ai', { product: 'transpara', score: 3 });
    expect(await tasksOf(c)).toEqual(['r1']);
    expect((await read(1, 1)).ai).toEqual({ a: { score: 3 } });
    await morning();
    expect(await stateOf(c)).toEqual({ state: 'closed', outcome: 'negative' });
  });
  it('AI arm, high score: two readers, and consensus when one is positive', async () => {
    const c = await under(aims1, 'ai', { product: 'transpara', score: 9 });
    expect(await tasksOf(c)).toEqual(['r1', 'r2']);
    await read(1, 1);
    expect((await read(2, 4)).others).toEqual([]);
    await morning();
    expect(await tasksOf(c)).toEqual(['c']);
  });
  it('AI arm: waits for the machine, and falls back to two readers when it fails', async () => {
    const waiting = await under(aims1, 'ai');
    expect(await tasksOf(waiting)).toEqual([]);
    const failed = await under(aims1, 'ai', { product: 'transpara', score: null });
    expect(await tasksOf(failed)).toEqual(['r1', 'r2']);
    await read(1, 1);
    await read(2, 1);
  });
  it('control arm: two readers, and the stored score is seen by neither', async () => {
    const c = await under(aims1, 'control', { product: 'transpara', score: 10 });
    expect(await tasksOf(c)).toEqual(['r1', 'r2']);
    expect((await read(1, 1)).ai).toEqual({});
    expect((await read(2, 1)).ai).toEqual({});
  });
});

describe('PRAIM', () => {
  it('gives the second look to the same reader only', async () => {
    await morning();
    const suspicious: Protocol = JSON.parse(JSON.stringify(praim).replaceAll('a.pct', 'a.score'));
    const c = await under(suspicious, 'ai', { product: 'praim-product', score: 99 });
    await read(1, 1);
    await read(2, 4);
    await morning();
    expect(await tasksOf(c)).toEqual(['r1b']);
    expect(await claim(3)).toBeNull();
    expect(await claim(2)).toBeNull();
    expect((await read(1, 4)).step).toBe('r1b');
    await morning();
    expect(await tasksOf(c)).toEqual(['c']);
    const looks = await db.kysely
      .selectFrom('read')
      .select(['step', 'reader', 'revises'])
      .where('case_id', '=', c.caseId)
      .orderBy('step')
      .execute();
    expect(looks).toEqual([
      { step: 'r1', reader: 'L-C01-1', revises: null },
      { step: 'r1b', reader: 'L-C01-1', revises: 'r1' },
      { step: 'r2', reader: 'L-C01-2', revises: null },
    ]);
  });
});

describe('approving a protocol', () => {
  it('refuses one with faults, in words, and one that would change an approved version', async () => {
    const approve = (protocol: Protocol) => inTransaction(db, system, (tx) => approveProtocol(tx, protocol));
    const alone: Protocol = {
      id: 'alone',
      version: '1',
      unit: 'exam',
      arms: { a: { steps: [{ read: 'r1', sees: [] }, { end: ['pos', 'r1'] }] } },
    };
    expect(await approve(alone)).toMatchObject({
      refusal: { code: 'faulty', what: expect.stringContaining('recalled without consensus') },
    });
    expect(await approve(aims1)).toMatchObject({ ok: true });
    expect(await approve({ ...aims1, unit: 'exam' })).toMatchObject({ refusal: { code: 'version-taken' } });
  });
});

describe('a protocol that asks for the five-year risk', () => {
  const byRisk: Protocol = {
    id: 'by-risk',
    version: '1',
    unit: 'exam',
    arms: {
      all: {
        steps: [
          { read: 'r1', sees: ['priors'] },
          { read: 'r2', sees: ['priors'], not: ['r1'], when: ['or', ['ge', 'risk5y', 3], ['missing', 'risk5y']] },
          { consensus: 'c', min: 2, max: 3, sees: ['r1', 'r2'], when: ['or', ['pos', 'r1'], ['pos', 'r2']] },
          { end: ['pos', 'c'] },
        ],
      },
    },
  };
  it.each([
    ['is read by two where it is high', 3.1, ['r1', 'r2']],
    ['by one where it is low', 0.8, ['r1']],
    ['by two where nobody knows it', null, ['r1', 'r2']],
  ] as const)('%s', async (_, risk, steps) => {
    const c = await under(byRisk, 'all', { product: 'risk-product', score: 5 });
    if (risk !== null)
      await db.pool.query(`update ai_result set extras = $2 where examination_id = $1`, [c.examinationId, { risk }]);
    await inTransaction(db, system, (tx) => settleCase(tx, c));
    expect(await tasksOf(c)).toEqual(steps);
  });
});
