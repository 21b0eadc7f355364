import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AiAnswer } from '#core/ai/answer';
import { percentileOf } from '#core/ai/percentile';
import { random } from '#core/kernel/random';
import { system } from '#core/people/access';
import { bindModels } from '#core/protocols/bind-models';
import type { Protocol } from '#core/protocols/protocol';
import { workedProtocol } from '#programmes/protocols/worked';
import { inTransaction } from '#server/db/transaction';
import { approveProtocol } from '#server/protocols/approve-protocol';
import { claimNext } from '#server/reading/claim-next';
import { freezeAllDue } from '#server/reading/freeze-reads';
import { recordRead } from '#server/reading/record-read';
import { settleCase } from '#server/reading/settle-case';
import { foundProduct, says, testProduct } from '#test/ai-world';
import { createTestDatabase, type TestDatabase } from '#test/database';
import { foundCentres, nextDay, type OpenedCase, openCases, reader } from '#test/reading-world';
import { markLateResults } from './mark-late.ts';
import { percentileSql } from './percentile-sql.ts';

const aims1 = bindModels(workedProtocol('aims-1'), { transpara: 'T' });

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
  await foundCentres(db, 2);
  await foundProduct(db, testProduct('T'));
  await foundProduct(db, testProduct('T', { version: '2' }));
});
afterAll(() => db.drop());

const say = (c: OpenedCase, answer: AiAnswer | null = { score: 3, left: 3, right: 1 }, version = '1') =>
  says(db, c, 'T', answer, version);
const kept = async (c: OpenedCase) =>
  (
    await db.pool.query(
      'select score, pct, marks, views, extras from ai_result where examination_id = $1 order by version',
      [c.examinationId],
    )
  ).rows;
const stepsOf = async (c: OpenedCase) =>
  (
    await db.pool.query<{ step: string }>('select step from reading_task where case_id = $1 order by step', [c.caseId])
  ).rows.map((row) => row.step);
const open = async () => (await openCases(db, 1))[0] as OpenedCase;
async function under(protocol: Protocol, arm: string): Promise<OpenedCase> {
  const c = await open();
  await inTransaction(db, system, async (tx) => {
    const approved = await approveProtocol(tx, protocol);
    if (!approved.ok) throw new Error(approved.refusal.what);
    const change = { protocol_id: protocol.id, protocol_version: protocol.version, arm };
    await tx.q.updateTable('reading_case').set(change).where('case_id', '=', c.caseId).execute();
    await settleCase(tx, c);
  });
  return c;
}
/** Every reader reads what she may, both breasts 1. */
async function readAll(): Promise<void> {
  for (const n of [1, 2]) {
    for (;;) {
      const shown = await inTransaction(db, reader(n), claimNext);
      if (!shown.ok || !shown.value) break;
      const task = shown.value;
      await inTransaction(db, reader(n), (tx) => recordRead(tx, { ...task, left: 1, right: 1 }));
    }
  }
}

describe('a result of an AI product', () => {
  it('is kept once, with its place in the calibration, whatever is said again', async () => {
    const c = await open();
    const mark = { view: 'LCC' as const, kind: 'mass' as const, x: 0.4, y: 0.5 };
    const answer = { score: 42.5, left: 42.5, right: 1, marks: [mark], views: { LCC: 42.5 }, density: 'c' };
    expect(await say(c, answer)).toEqual({ ok: true, value: { fresh: true } });
    expect(await say(c, answer)).toEqual({ ok: true, value: { fresh: false } });
    expect(await say(c, { score: 9 })).toEqual({ ok: true, value: { fresh: false } });
    const first = { score: 42.5, pct: 42.5, marks: [mark], views: { LCC: 42.5 }, extras: { density: 'c' } };
    expect(await kept(c)).toEqual([first]);
    expect(await say(c, { score: 70 }, '2')).toMatchObject({ ok: true });
    expect(await kept(c)).toMatchObject([first, { score: 70 }]);
  });
  it('is refused for what the product is not, and nothing is kept', async () => {
    const c = await open();
    expect(await say(c, { score: 100.5 })).toMatchObject({ refusal: { code: 'invalid-score' } });
    expect(await say(c, { score: 1 }, '9')).toMatchObject({ refusal: { code: 'unknown-version' } });
    expect(await says(db, c, 'other', { score: 1 })).toMatchObject({ refusal: { code: 'unknown-product' } });
    const elsewhere = { ...c, examinationId: '00000000-0000-4000-8000-00000000000a' };
    expect(await say(elsewhere)).toMatchObject({ refusal: { code: 'examination-not-found' } });
    expect(await kept(c)).toEqual([]);
  });
  it('changes nothing in the routine: two reads to do, and nobody who reads sees it', async () => {
    const c = await open();
    const before = await stepsOf(c);
    await say(c, { score: 98.76, left: 98.76 });
    expect(await stepsOf(c)).toEqual(before);
    const shown = await inTransaction(db, reader(1), claimNext);
    expect(shown).toMatchObject({ ok: true, value: { ai: {}, marks: {} } });
    expect(JSON.stringify(shown)).not.toContain('98.76');
    await readAll();
  });
});

describe('a case that waits for a machine', () => {
  it('goes on when the result comes, by the first that was said', async () => {
    const c = await under(aims1, 'ai');
    expect(await stepsOf(c)).toEqual([]);
    await say(c);
    expect(await stepsOf(c)).toEqual(['r1']);
    await say(c, { score: 9 }, '2');
    expect(await stepsOf(c)).toEqual(['r1']);
    await readAll();
  });
  it('takes the way out when the machine fails, and stays on it when an answer comes after all', async () => {
    const c = await under(aims1, 'ai');
    await say(c, null);
    expect(await stepsOf(c)).toEqual(['r1', 'r2']);
    await say(c, { score: 3 });
    expect(await stepsOf(c)).toEqual(['r1', 'r2']);
    expect(await kept(c)).toMatchObject([{ score: 3 }]);
    await readAll();
  });
  it('takes it also when nothing has come in time; what comes after is kept and not used', async () => {
    const c = await under(aims1, 'ai');
    const control = await under(aims1, 'control');
    expect(await markLateResults(db)).toBe(0);
    await nextDay(db);
    await nextDay(db);
    expect(await markLateResults(db)).toBe(2);
    expect(await markLateResults(db)).toBe(0);
    expect(await stepsOf(c)).toEqual(['r1', 'r2']);
    expect(await stepsOf(control)).toEqual(['r1', 'r2']);
    await say(c, { score: 3 });
    expect(await stepsOf(c)).toEqual(['r1', 'r2']);
    await readAll();
    await nextDay(db);
    await freezeAllDue(db);
    const { rows } = await db.pool.query('select outcome from reading_case where case_id = $1', [c.caseId]);
    expect(rows).toEqual([{ outcome: 'negative' }]);
  });
  it('goes on waiting where its protocol holds it, through failures, until there is an answer', async () => {
    const held: Protocol = JSON.parse(
      JSON.stringify({ ...aims1, id: 'aims-held' }).replaceAll('"onFail":"standard"', '"onFail":"hold"'),
    );
    const c = await under(held, 'ai');
    await say(c, null);
    await nextDay(db);
    await nextDay(db);
    expect(await markLateResults(db)).toBe(0);
    expect(await stepsOf(c)).toEqual([]);
    await say(c, { score: 3 });
    expect(await stepsOf(c)).toEqual(['r1']);
    await readAll();
  });
});

describe('the percentile', () => {
  it('is the same in the database and in the core', async () => {
    const r = random('percentile');
    for (let i = 0; i < 60; i++) {
      const points = Array.from({ length: 2 + Math.floor(40 * r.next()) }, () => Math.floor(20 * r.next())).sort(
        (a, b) => a - b,
      );
      const score = r.next() < 0.5 ? Math.floor(22 * r.next()) - 1 : 22 * r.next() - 1;
      for (const higher of ['suspicious', 'normal'] as const) {
        const { rows } = await db.pool.query(
          `select ai_percentile(s, p, h) as pct, ${percentileSql('s', 'p', 'h')} as fast
           from (select $1::float8 as s, $2::float8[] as p, $3::text as h) given`,
          [score, points, higher],
        );
        expect(rows[0].pct).toBeCloseTo(percentileOf(score, points, higher), 9);
        expect(Number(rows[0].fast)).toBeCloseTo(percentileOf(score, points, higher), 9);
      }
    }
  });
});
