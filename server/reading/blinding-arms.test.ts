/**
 * Every worked protocol and arm in one queue at once, driven on the real database through the use cases to its ends. At each
 * look of each person, what the server gives out of a machine's result is exactly what the protocol's `sees` names for the
 * step that is open to her; every look that shows something is written as a reveal; and a sealed result is found nowhere:
 * not in any list, page, log, or in the size of an answer.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Actor, type Role, system } from '#core/people/access';
import type { AiFact, Score } from '#core/protocols/facts';
import { openTasks } from '#core/protocols/open-tasks';
import { type Path, pathsOf } from '#core/protocols/paths';
import { type Protocol, stepsOf } from '#core/protocols/protocol';
import { workedProtocols } from '#programmes/protocols/worked';
import { inTransaction } from '#server/db/transaction';
import { routes } from '#server/http/routes';
import { createTestDatabase, type TestDatabase } from '#test/database';
import { foundCentres, nextDay, type OpenedCase, openCases, reader, staff } from '#test/reading-world';
import { caseStanding } from './case-standing.ts';
import { claimConsensus } from './claim-consensus.ts';
import { claimNext } from './claim-next.ts';
import { freezeAllDue } from './freeze-reads.ts';
import { listConsensus } from './list-consensus.ts';
import { loadCase } from './load-case.ts';
import { recordConsensus } from './record-consensus.ts';
import { recordRead } from './record-read.ts';
import { settleCase } from './settle-case.ts';
import type { ShownCase } from './show-case.ts';

type Driven = OpenedCase & {
  readonly protocol: Protocol;
  readonly arm: string;
  readonly path: Path;
  /** A run of digits in every number that its machine has said. */
  readonly token: string;
};
type Seen = { readonly ai: ShownCase['ai']; readonly marks: ShownCase['marks'] };

/** At most so many paths of an arm are driven: those that together visit every step and end. */
const PATHS = 3;
const READERS = 4;

let db: TestDatabase;
let driven: readonly Driven[];
let reveals = 0;
beforeAll(async () => {
  db = await createTestDatabase();
  await foundCentres(db, READERS);
  await db.pool.query(`update staff_user set senior = id like '%-3' or id like '%-4'`);
  driven = await openAll();
}, 120_000);
afterAll(() => db.drop());

/** Paths until every step and every end has been met. */
function chosenPaths(protocol: Protocol, arm: string): readonly Path[] {
  const paths = pathsOf(protocol, arm);
  if (paths === 'too-many') throw new Error('too many paths');
  const met = new Set<string>();
  const chosen: Path[] = [];
  for (const path of paths) {
    const ai = Object.values(path.facts.ai).map((fact) => fact.kind);
    const new_ = [...path.facts.reads, ...path.facts.consensus].map((f) => f.step).concat(path.end, ai);
    if (new_.every((one) => met.has(one)) || chosen.length >= PATHS) continue;
    for (const one of new_) met.add(one);
    chosen.push(path);
  }
  return chosen;
}

async function openAll(): Promise<readonly Driven[]> {
  const wanted = workedProtocols.flatMap(({ protocol }) =>
    Object.keys(protocol.arms).flatMap((arm) => chosenPaths(protocol, arm).map((path) => ({ protocol, arm, path }))),
  );
  const opened = await openCases(db, wanted.length);
  return inTransaction(db, system, async (tx) => {
    const all: Driven[] = [];
    for (const [i, one] of wanted.entries()) {
      const { protocol, arm, path } = one;
      const c = { ...one, ...(opened[i] as OpenedCase), token: `75310${String(i).padStart(3, '0')}` };
      all.push(c);
      const { id, version } = protocol;
      // Some recall without consensus, which no Norwegian protocol may: they are tried here, and approved nowhere.
      await tx.q
        .insertInto('reading_protocol')
        .values({ id, version, definition: JSON.stringify(protocol), active_from: tx.today })
        .onConflict((k) => k.doNothing())
        .execute();
      const change = { protocol_id: id, protocol_version: version, arm };
      await tx.q.updateTable('reading_case').set(change).where('case_id', '=', c.caseId).execute();
      for (const step of stepsOf(protocol, arm)) {
        if ('ai' in step) await say(tx, c, step.model, path.facts.ai[step.ai] ?? { kind: 'result', values: {} });
      }
      await settleCase(tx, c);
    }
    return all;
  });
}

type Tx = Parameters<Parameters<typeof inTransaction>[2]>[0];

/** A machine's words as the path has them, and everything else that it could say, each number with the case's digits in it. */
async function say(tx: Tx, c: Driven, product: string, fact: AiFact): Promise<void> {
  const key = { person_id: c.personId, examination_id: c.examinationId, product, version: '1' };
  if (fact.kind === 'failed') {
    const run = { ...key, run_id: randomUUID(), arrived: 'push' as const, day: tx.today, received_at: tx.at };
    await tx.q
      .insertInto('ai_run')
      .values({ ...run, failure: 'no images' })
      .execute();
    return;
  }
  const marked = (value: unknown) =>
    Number(`${Math.min(99, Math.max(0, Math.floor(Number(value ?? 5))))}.${fraction(value)}${c.token}`);
  const { score, left, right, pct, normalTag, ...extras } = fact.values;
  const mark = { view: 'LCC', kind: 'mass', x: Number(`0.${c.token}`), y: 0.5 };
  await tx.q
    .insertInto('ai_result')
    .values({
      ...key,
      analysed_on: tx.today,
      received_at: tx.at,
      score: marked(score),
      score_left: marked(left),
      score_right: marked(right),
      pct: marked(pct ?? 50),
      views: JSON.stringify({ LCC: marked(3) }),
      extras: JSON.stringify({ normalTag: normalTag ?? 'none', risk: marked(1), ...extras }),
      marks: JSON.stringify([mark]),
    })
    .execute();
}
const fraction = (value: unknown) => String(Number(value ?? 0).toFixed(2)).split('.')[1];

const readers = Array.from({ length: READERS }, (_, i) => reader(i + 1));
const onlookers: readonly Actor[] = [
  ...readers,
  reader(1, 'C02'),
  ...(['office', 'coordinator', 'radiographer'] as const).map((role) => staff(role)),
];
const caseOf = (caseId: string) => driven.find((one) => one.caseId === caseId) as Driven;

/** What `sees` names for a step open now, item by item; nothing for a step that is not open. */
async function allowed(
  c: Driven,
  step: string,
): Promise<{ readonly items: readonly string[]; readonly senior: boolean }> {
  const loaded = await inTransaction(db, system, (tx) => loadCase(tx, c));
  if (!loaded.ok) throw new Error(loaded.refusal.what);
  const { facts } = loaded.value;
  const now = openTasks(c.protocol, c.arm, facts);
  const task = now.kind === 'open' ? now.tasks.find((t) => t.step === step) : undefined;
  const sees = task?.sees ?? [];
  const items = Object.entries(facts.ai).flatMap(([name, fact]) =>
    fact.kind === 'failed'
      ? []
      : [...Object.keys(fact.values), 'marks'].flatMap((item) =>
          [`${name}.${item}`, `${name}.all`, name].some((one) => sees.includes(one)) ? [`${name}.${item}`] : [],
        ),
  );
  return { items: items.toSorted(), senior: task?.senior ?? false };
}
const itemsOf = ({ ai, marks }: Seen) =>
  [
    ...Object.entries(ai).flatMap(([name, values]) => Object.keys(values).map((item) => `${name}.${item}`)),
    ...Object.keys(marks).map((name) => `${name}.marks`),
  ].toSorted();

async function expectShown(who: Actor, shown: ShownCase): Promise<Driven> {
  const c = caseOf(shown.caseId);
  const { items: expected, senior } = await allowed(c, shown.step);
  if (senior)
    expect({ at: `${c.protocol.id} ${shown.step}`, who: who.userId }).toMatchObject({
      who: expect.stringMatching(/-[34]$/),
    });
  const at = `${c.protocol.id} ${c.arm} ${shown.step}`;
  expect({ at, who: who.userId, items: itemsOf(shown) }).toEqual({ at, who: who.userId, items: expected });
  const { ai: _ai, marks: _marks, ...rest } = shown;
  expect(JSON.stringify(rest)).not.toContain(c.token);
  if (expected.length > 0) reveals++;
  return c;
}

const answerOf = ({ path }: Driven, step: string): { left: Score; right: Score } => {
  const { left, right } = path.facts.reads.find((r) => r.step === step) ?? { left: 1 as Score, right: 1 as Score };
  return { left, right };
};

/** Each reader reads what is open to her. Returns how many reads. */
async function readAll(): Promise<number> {
  let reads = 0;
  for (const who of readers) {
    for (;;) {
      const next = await inTransaction(db, who, (tx) => claimNext(tx));
      if (!next.ok) throw new Error(next.refusal.what);
      if (!next.value) break;
      const shown = next.value;
      const c = await expectShown(who, shown);
      const step = stepsOf(c.protocol, c.arm).find((s) => 'read' in s && s.read === shown.step);
      expect(shown.revises).toBe(step && 'read' in step ? (step.revises ?? null) : null);
      const done = await inTransaction(db, who, (tx) => recordRead(tx, { ...shown, ...answerOf(c, shown.step) }));
      if (!done.ok) throw new Error(`${c.protocol.id}: ${done.refusal.what}`);
      reads++;
    }
  }
  return reads;
}

async function decideAll(): Promise<number> {
  const [one, two, three] = readers as [Actor, Actor, Actor];
  const { cases } = await inTransaction(db, one, listConsensus);
  for (const waiting of cases) {
    const shown = await inTransaction(db, one, (tx) => claimConsensus(tx, waiting));
    if (!shown.ok) throw new Error(shown.refusal.what);
    const c = await expectShown(one, shown.value);
    const { step, consensus } = shown.value;
    const decision = c.path.facts.consensus.find((k) => k.step === step)?.decision ?? 'dismiss';
    const members = [one, two, three].slice(0, consensus?.min).map((m) => m.userId);
    const draft = { ...c, step, members, decision, breasts: decision === 'recall' ? (['left'] as const) : [] };
    const done = await inTransaction(db, one, (tx) => recordConsensus(tx, draft));
    if (!done.ok) throw new Error(`${c.protocol.id} ${step}: ${done.refusal.what}`);
  }
  return cases.length;
}

/** Nobody who has not opened a task knows anything that a machine said. */
async function expectSealedForOnlookers(): Promise<void> {
  for (const who of onlookers) {
    const standings = await inTransaction(db, who, async (tx) => {
      const all = [];
      for (const c of driven) all.push(await caseStanding(tx, c));
      return all;
    });
    expect({ who: who.userId, leaks: JSON.stringify(standings).includes('75310') }).toMatchObject({ leaks: false });
  }
}

describe('every worked protocol and arm in one queue', () => {
  it('shows each reader what her open step sees, to the end of every case', async () => {
    await expectSealedForOnlookers();
    for (let day = 0; day < 8; day++) {
      const done = (await readAll()) + (await decideAll());
      if (day === 0) await expectSealedForOnlookers();
      await nextDay(db);
      const frozen = await freezeAllDue(db);
      expect(frozen.failed).toEqual([]);
      if (done === 0 && frozen.closed === 0 && frozen.toConsensus === 0) break;
    }
    await expectSealedForOnlookers();
  }, 300_000);

  it('ends each case as its path does', async () => {
    const { rows } = await db.pool.query<{ case_id: string; outcome: string | null }>(
      'select case_id, outcome from reading_case',
    );
    const outcomes = new Map(rows.map((row) => [row.case_id, row.outcome]));
    const expected = (c: Driven) => (['held', 'no-end'].includes(c.path.end) ? null : c.path.end);
    const got = driven.map((c) => [c.protocol.id, c.arm, outcomes.get(c.caseId)]);
    expect(got).toEqual(driven.map((c) => [c.protocol.id, c.arm, expected(c)]));
  });

  it('has written every look that showed something, and no other', async () => {
    const { rows } = await db.pool.query<{ case_id: string; step: string; items: string[] }>(
      'select case_id, step, items from ai_reveal',
    );
    expect(reveals).toBeGreaterThan(40);
    expect(rows).toHaveLength(reveals);
    for (const row of rows) {
      const c = caseOf(row.case_id);
      const sees = stepsOf(c.protocol, c.arm).flatMap((s) => ('sees' in s ? s.sees : []));
      for (const item of row.items) expect(sees.includes(`a.${item}`) || sees.includes('a.all')).toBe(true);
    }
  });
});

describe('a sealed result', () => {
  it('is in no answer that the server gives to anybody who works here, and not in the log', async () => {
    const sealed = driven.filter((c) => c.arm === 'control' && Object.keys(c.path.facts.ai).length === 0);
    expect(sealed.length).toBeGreaterThan(0);
    let answered = 0;
    for (const { personId, caseId, examinationId, episodeId } of sealed.slice(0, 1)) {
      const keys = { personId, caseId, examinationId, episodeId };
      const inputs = [
        {},
        ...Object.entries(keys).map(([k, v]) => ({ [k]: v })),
        { personId, caseId },
        { personId, examinationId },
      ];
      // What is counted from a snapshot or printed knows no case.
      const asked = routes.filter(
        ({ endpoint: { method, path } }) => method === 'GET' && !/^\/api\/(quality|statistics)/.test(path),
      );
      for (const { endpoint, handle } of asked) {
        for (const role of [
          'office',
          'coordinator',
          'radiographer',
          'radiologist',
          'researcher',
          'administrator',
        ] as const) {
          if (!may(role, endpoint.permission)) continue;
          const actor = role === 'radiologist' ? reader(1) : staff(role);
          const parsed = inputs.map((one) => endpoint.input.safeParse(one)).filter((one) => one.success);
          const different = new Map(parsed.map((one) => [JSON.stringify(one.data), one]));
          for (const input of different.values()) {
            const config = { dataDir: '/nowhere', demo: false } as never;
            const answer = await Promise.resolve(handle({ db, actor, config }, input.data)).catch(() => undefined);
            if (answer === undefined) continue;
            answered++;
            const leaks = JSON.stringify(answer).includes('75310');
            expect({ path: endpoint.path, role, leaks }).toEqual({ path: endpoint.path, role, leaks: false });
          }
        }
      }
    }
    expect(answered).toBeGreaterThan(80);
    const { rows } = await db.pool.query(
      `select count(*)::int as n from audit_entry where detail::text like '%75310%'`,
    );
    expect(rows).toEqual([{ n: 0 }]);
  }, 120_000);

  it('leaves no trace in what is shown: high, failed or not there at all', async () => {
    const aims = workedProtocols.find((one) => one.protocol.id === 'aims-1')?.protocol as Protocol;
    const cases = await openCases(db, 3);
    const facts: (AiFact | undefined)[] = [
      { kind: 'result', values: { score: 9.9, pct: 99 } },
      { kind: 'failed' },
      undefined,
    ];
    await inTransaction(db, system, async (tx) => {
      for (const [i, c] of cases.entries()) {
        const change = { protocol_id: aims.id, protocol_version: aims.version, arm: 'control' };
        await tx.q.updateTable('reading_case').set(change).where('case_id', '=', c.caseId).execute();
        const path = { when: [], facts: { reads: [], consensus: [], ai: {}, items: {} }, end: 'negative' } as const;
        const fact = facts[i];
        if (fact) await say(tx, { ...c, protocol: aims, arm: 'control', path, token: '75310999' }, 'transpara', fact);
        await settleCase(tx, c);
      }
    });
    const shown = [];
    for (const _ of cases) {
      const next = await inTransaction(db, reader(1), (tx) => claimNext(tx));
      if (!next.ok || !next.value) throw new Error('nothing to read');
      shown.push(next.value);
      const task = next.value;
      await inTransaction(db, reader(1), (tx) => recordRead(tx, { ...task, left: 1, right: 1 }));
    }
    const bare = shown.map(({ personId: _p, caseId: _c, leaseUntil: _l, ...rest }) => JSON.stringify(rest));
    expect(new Set(bare).size).toBe(1);
    expect(new Set(shown.map((one) => JSON.stringify(one).length)).size).toBe(1);
  });
});

const may = (role: Role, permission: readonly Role[] | 'anyone') =>
  permission === 'anyone' || permission.includes(role);
