import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { system } from '#core/people/access';
import type { Score } from '#core/protocols/facts';
import { inTransaction } from '#server/db/transaction';
import { createTestDatabase, type TestDatabase } from '#test/database';
import { foundCentres, nextDay, type OpenedCase, openCases, reader } from '#test/reading-world';
import { claimConsensus } from './claim-consensus.ts';
import { claimNext } from './claim-next.ts';
import { freezeAllDue } from './freeze-reads.ts';
import { listHolds } from './list-holds.ts';
import { ownReads } from './own-reads.ts';
import { queueCounts } from './queue-counts.ts';
import { recordConsensus } from './record-consensus.ts';
import { recordRead } from './record-read.ts';
import { releaseClaim } from './release-claim.ts';
import { releaseHold } from './release-hold.ts';
import { reviseRead } from './revise-read.ts';
import { deferCase, requestPriors } from './set-aside.ts';
import type { ShownCase } from './show-case.ts';
import { takeBackConsensus } from './take-back-consensus.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
  await foundCentres(db, 4);
});
afterAll(() => db.drop());

const as = reader;
const act = <T>(n: number, work: (tx: Parameters<Parameters<typeof inTransaction>[2]>[0]) => Promise<T>) =>
  inTransaction(db, as(n), work);
const value = <T>(result: { ok: true; value: T } | { ok: false; refusal: { what: string } }): T => {
  if (!result.ok) throw new Error(result.refusal.what);
  return result.value;
};
async function claim(n: number): Promise<ShownCase> {
  const shown = value(await act(n, claimNext));
  if (!shown) throw new Error('nothing to read');
  return shown;
}
async function read(n: number, left: Score, right: Score): Promise<ShownCase> {
  const shown = await claim(n);
  value(await act(n, (tx) => recordRead(tx, { ...shown, left, right })));
  return shown;
}
const caseOf = async (c: OpenedCase) =>
  db.kysely.selectFrom('reading_case').selectAll().where('case_id', '=', c.caseId).executeTakeFirstOrThrow();
const episodeOf = (c: OpenedCase) =>
  db.kysely
    .selectFrom('episode')
    .select(['state', 'outcome'])
    .where('episode_id', '=', c.episodeId)
    .executeTakeFirstOrThrow();
const messagesOf = (c: OpenedCase) =>
  db.kysely.selectFrom('message').select(['kind', 'cause']).where('person_id', '=', c.personId).execute();
const tasksOf = (c: OpenedCase) =>
  db.kysely.selectFrom('reading_task').selectAll().where('case_id', '=', c.caseId).orderBy('step').execute();
async function one(): Promise<OpenedCase> {
  const [opened] = await openCases(db, 1);
  if (!opened) throw new Error('no case');
  return opened;
}

describe('a normal case', () => {
  it('opens two reads at once, closes only when both are final, and then decides the letter', async () => {
    const c = await one();
    expect((await tasksOf(c)).map((t) => t.step)).toEqual(['r1', 'r2']);
    const first = await read(1, 1, 1);
    expect(first.caseId).toBe(c.caseId);
    expect(first).toMatchObject({
      own: [],
      others: [],
      priors: [],
      ai: {},
      woman: { age: 61, round: 1, firstTime: true },
    });
    await read(2, 1, 1);
    expect(await caseOf(c)).toMatchObject({ state: 'reading', outcome: null });
    expect(await messagesOf(c)).toEqual([]);
    expect(await freezeAllDue(db)).toMatchObject({ closed: 0 });
    await nextDay(db);
    expect(await freezeAllDue(db)).toMatchObject({ closed: 1, toConsensus: 0 });
    expect(await caseOf(c)).toMatchObject({ state: 'closed', outcome: 'negative', closed_on: '2026-11-24' });
    expect(await episodeOf(c)).toEqual({ state: 'closed', outcome: 'negative' });
    expect(await messagesOf(c)).toEqual([{ kind: 'result-normal', cause: `result:${c.caseId}` }]);
    expect(await tasksOf(c)).toEqual([]);
  });
});

describe('a positive case', () => {
  it('goes to consensus after freezing; recall, once final, sends the episode to assessment without a letter', async () => {
    const c = await one();
    await read(1, 1, 1);
    await read(2, 3, 1);
    await nextDay(db);
    expect(await freezeAllDue(db)).toMatchObject({ toConsensus: 1 });
    expect(await caseOf(c)).toMatchObject({ state: 'consensus', outcome: null });
    const shown = value(await act(3, (tx) => claimConsensus(tx, c)));
    expect(shown.others).toEqual([
      { step: 'r1', reader: 'L-C01-1', left: 1, right: 1 },
      { step: 'r2', reader: 'L-C01-2', left: 3, right: 1 },
    ]);
    expect(await act(4, (tx) => claimConsensus(tx, c))).toMatchObject({
      ok: false,
      refusal: { code: 'open-elsewhere', details: { who: 'Reader 3' } },
    });
    const draft = { ...c, step: 'c', decision: 'recall' as const };
    const decide = (members: string[], breasts: ('left' | 'right')[]) =>
      act(3, (tx) => recordConsensus(tx, { ...draft, members, breasts }));
    expect(await decide(['L-C01-3'], ['left'])).toMatchObject({ refusal: { code: 'members' } });
    expect(await decide(['L-C01-3', 'L-C02-1'], ['left'])).toMatchObject({ refusal: { code: 'members' } });
    expect(await decide(['L-C01-1', 'L-C01-2'], ['left'])).toMatchObject({ refusal: { code: 'members' } });
    expect(await decide(['L-C01-3', 'L-C01-1'], [])).toMatchObject({ refusal: { code: 'breasts' } });
    expect(await decide(['L-C01-3', 'L-C01-1'], ['left'])).toMatchObject({ ok: true, value: { decision: 'recall' } });
    expect(await caseOf(c)).toMatchObject({ state: 'consensus', outcome: null });
    expect(await tasksOf(c)).toEqual([]);
    expect(await freezeAllDue(db)).toMatchObject({ closed: 0 });
    await nextDay(db);
    expect(await freezeAllDue(db)).toMatchObject({ closed: 1 });
    expect(await caseOf(c)).toMatchObject({ state: 'closed', outcome: 'recall' });
    expect(await episodeOf(c)).toEqual({ state: 'assessment', outcome: null });
    expect(await messagesOf(c)).toEqual([]);
  });
  it('dismissed at consensus closes the episode and decides the letter', async () => {
    const c = await one();
    await read(1, 2, 2);
    await read(2, 1, 1);
    await nextDay(db);
    await freezeAllDue(db);
    value(await act(1, (tx) => claimConsensus(tx, c)));
    const members = ['L-C01-1', 'L-C01-2', 'L-C01-4'];
    value(await act(1, (tx) => recordConsensus(tx, { ...c, step: 'c', members, decision: 'dismiss', breasts: [] })));
    expect(await messagesOf(c)).toEqual([]);
    await nextDay(db);
    await freezeAllDue(db);
    expect(await caseOf(c)).toMatchObject({ outcome: 'dismissed' });
    expect(await episodeOf(c)).toEqual({ state: 'closed', outcome: 'negative' });
    expect(await messagesOf(c)).toHaveLength(1);
  });
  it('taken back before it is final, waits for consensus again, and the audit log keeps what was decided', async () => {
    const c = await one();
    await read(1, 4, 1);
    await read(2, 1, 1);
    await nextDay(db);
    await freezeAllDue(db);
    const decide = async (decision: 'recall' | 'dismiss', breasts: 'left'[]) => {
      value(await act(1, (tx) => claimConsensus(tx, c)));
      const members = ['L-C01-1', 'L-C01-2'];
      value(await act(1, (tx) => recordConsensus(tx, { ...c, step: 'c', members, decision, breasts })));
    };
    const takeBack = (n: number) => act(n, (tx) => takeBackConsensus(tx, { ...c, step: 'c' }));
    expect(await takeBack(1)).toMatchObject({ refusal: { code: 'not-found' } });
    await decide('dismiss', []);
    expect(await takeBack(3)).toMatchObject({ refusal: { code: 'not-decided-by-you' } });
    const set = `update reading_case set state = $2, outcome = $3, closed_on = $4 where case_id = $1`;
    await db.pool.query(set, [c.caseId, 'closed', 'withdrawn', '2026-12-01']);
    expect(await takeBack(1)).toMatchObject({ refusal: { code: 'decision-final' } });
    await db.pool.query(set, [c.caseId, 'consensus', null, null]);
    expect(await takeBack(2)).toEqual({ ok: true, value: { done: true } });
    expect(await caseOf(c)).toMatchObject({ state: 'consensus', outcome: null });
    expect((await tasksOf(c)).map((task) => task.step)).toEqual(['c']);
    const { rows } = await db.pool.query(
      `select detail from audit_entry where action = 'reading.consensus-taken-back' and person_id = $1`,
      [c.personId],
    );
    expect(rows).toMatchObject([{ detail: { decision: 'dismiss', members: ['L-C01-1', 'L-C01-2'] } }]);
    await decide('recall', ['left']);
    await nextDay(db);
    expect(await takeBack(1)).toMatchObject({ refusal: { code: 'decision-final' } });
    await freezeAllDue(db);
    expect(await episodeOf(c)).toEqual({ state: 'assessment', outcome: null });
    expect(await messagesOf(c)).toEqual([]);
  });
});

describe('one case at a time', () => {
  it('is resumed, never read twice by one reader, and given back', async () => {
    const [a, b] = (await openCases(db, 2)) as [OpenedCase, OpenedCase];
    const first = await claim(1);
    expect((await claim(1)).caseId).toBe(first.caseId);
    value(await act(1, (tx) => recordRead(tx, { ...first, left: 1, right: 1 })));
    const second = await claim(1);
    expect(new Set([first.caseId, second.caseId])).toEqual(new Set([a.caseId, b.caseId]));
    expect(value(await act(1, (tx) => releaseClaim(tx, { kind: 'consensus' })))).toEqual({ released: 0 });
    expect(value(await act(1, (tx) => releaseClaim(tx, { kind: 'read' })))).toEqual({ released: 1 });
    expect((await claim(1)).caseId).toBe(second.caseId);
    value(await act(1, (tx) => recordRead(tx, { ...second, left: 1, right: 1 })));
    expect(value(await act(1, claimNext))).toBeNull();
    await read(2, 1, 1);
    await read(2, 1, 1);
    expect(value(await act(3, claimNext))).toBeNull();
  });
  it('saves once however often it is sent, and only for the one who has the case', async () => {
    await one();
    const shown = await claim(1);
    const save = (n: number, left: Score) => act(n, (tx) => recordRead(tx, { ...shown, left, right: 1 }));
    expect(await save(2, 1)).toMatchObject({ ok: false, refusal: { code: 'taken' } });
    value(await save(1, 1));
    value(await save(1, 1));
    expect(await save(1, 2)).toMatchObject({ ok: false, refusal: { code: 'not-claimed' } });
    await read(2, 1, 1);
  });
  it('frees a lease that ran out, but keeps work that nobody else took over', async () => {
    const c = await one();
    const shown = await claim(1);
    await db.kysely
      .updateTable('reading_task')
      .set({ lease_until: '2020-01-01' })
      .where('case_id', '=', c.caseId)
      .execute();
    value(await act(1, (tx) => recordRead(tx, { ...shown, left: 1, right: 1 })));
    const other = await claim(2);
    await db.kysely
      .updateTable('reading_task')
      .set({ lease_until: '2020-01-01' })
      .where('case_id', '=', c.caseId)
      .execute();
    expect((await claim(3)).caseId).toBe(c.caseId);
    expect(await act(2, (tx) => recordRead(tx, { ...other, left: 1, right: 1 }))).toMatchObject({
      refusal: { code: 'taken' },
    });
    await read(3, 1, 1);
  });
  it('shows another centre nothing', async () => {
    await one();
    expect(value(await inTransaction(db, reader(1, 'C02'), claimNext))).toBeNull();
    await read(1, 1, 1);
    await read(2, 1, 1);
  });
});

describe('changing a read', () => {
  it('is for its reader, until it is final, and the earlier opinion stays', async () => {
    const c = await one();
    await read(1, 1, 1);
    const change = (n: number, revision: number, left: Score) =>
      act(n, (tx) => reviseRead(tx, { ...c, step: 'r1', revision, left, right: 1 }));
    expect(await change(2, 1, 2)).toMatchObject({ refusal: { code: 'not-yours' } });
    expect(await change(1, 1, 4)).toEqual({ ok: true, value: { revision: 2 } });
    expect(await change(1, 1, 5)).toMatchObject({ refusal: { code: 'changed-meanwhile' } });
    const mine = (await act(1, (tx) => ownReads(tx))).reads.filter((r) => r.caseId === c.caseId);
    expect(mine).toMatchObject([{ revision: 2, left: 4, right: 1, outcome: null }]);
    expect(mine[0]?.changeableUntil).not.toBeNull();
    await read(2, 1, 1);
    await nextDay(db);
    expect(await change(1, 2, 1)).toMatchObject({ refusal: { code: 'frozen' } });
    expect(await freezeAllDue(db)).toMatchObject({ toConsensus: 1 });
    const kept = await db.kysely
      .selectFrom('read')
      .select(['revision', 'score_left'])
      .where('case_id', '=', c.caseId)
      .where('step', '=', 'r1')
      .orderBy('revision')
      .execute();
    expect(kept).toEqual([
      { revision: 1, score_left: 1 },
      { revision: 2, score_left: 4 },
    ]);
  });
});

describe('setting aside', () => {
  it('takes a case out of the queue until it is released', async () => {
    const c = await one();
    const shown = await claim(1);
    expect(await act(1, (tx) => deferCase(tx, { ...shown, reason: 'lunch' }))).toMatchObject({
      refusal: { code: 'reason' },
    });
    const { holdId } = value(await act(1, (tx) => deferCase(tx, { ...shown, reason: 'ask-colleague' })));
    expect(value(await act(2, claimNext))).toBeNull();
    expect(value(await act(1, queueCounts))).toMatchObject({ deferred: 1, remaining: 0 });
    expect((await act(2, listHolds)).holds).toMatchObject([{ caseId: c.caseId, kind: 'deferred', reader: 'Reader 1' }]);
    expect(await inTransaction(db, reader(1, 'C02'), (tx) => releaseHold(tx, { ...c, holdId }))).toMatchObject({
      refusal: { code: 'not-found' },
    });
    value(await act(2, (tx) => releaseHold(tx, { ...c, holdId })));
    expect(await act(2, (tx) => releaseHold(tx, { ...c, holdId }))).toMatchObject({
      refusal: { code: 'released-already' },
    });
    await read(1, 1, 1);
    await read(2, 1, 1);
  });
  it('reads a case without earlier images when they have not come within the limit', async () => {
    const c = await one();
    const shown = await claim(1);
    value(await act(1, (tx) => requestPriors(tx, shown)));
    expect(value(await act(1, queueCounts))).toMatchObject({ awaitingPriors: 1, remaining: 0 });
    for (let i = 0; i < 7; i++) await nextDay(db);
    await freezeAllDue(db);
    expect((await claim(1)).caseId).toBe(c.caseId);
    await act(1, (tx) => releaseClaim(tx, { kind: 'read' }));
  });
});

describe('a case that cannot go on', () => {
  it('is named, and does not hold up the others', async () => {
    const [stuck, well] = (await openCases(db, 2)) as [OpenedCase, OpenedCase];
    for (const n of [1, 2]) while ((await act(n, claimNext)).ok && value(await act(n, claimNext))) await read(n, 1, 1);
    const gone = { state: 'closed', outcome: 'withdrawn', closed_on: '2026-12-01' } as const;
    await db.kysely.updateTable('episode').set(gone).where('episode_id', '=', stuck.episodeId).execute();
    await nextDay(db);
    expect((await freezeAllDue(db)).failed).toMatchObject([{ caseId: stuck.caseId }]);
    expect(await caseOf(well)).toMatchObject({ outcome: 'negative' });
    expect(await caseOf(stuck)).toMatchObject({ state: 'reading' });
  });
});

describe('a closed case', () => {
  it('leaves nothing behind in the queue, and every row there is an open task', async () => {
    const stray = await db.kysely
      .selectFrom('reading_task as t')
      .innerJoin('reading_case as c', (j) =>
        j.onRef('c.person_id', '=', 't.person_id').onRef('c.case_id', '=', 't.case_id'),
      )
      .select('t.case_id')
      .where('c.state', '=', 'closed')
      .execute();
    expect(stray).toEqual([]);
    const audit = await inTransaction(db, system, (tx) =>
      tx.q.selectFrom('audit_entry').select('action').distinct().execute(),
    );
    expect(audit.map((a) => a.action)).toEqual(
      expect.arrayContaining(['look', 'reading.read', 'reading.consensus', 'reading.case-closed']),
    );
  });
});
