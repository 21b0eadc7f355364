/**
 * Blinding by enumeration: at every moment of a case, for every role and person, everything that leaves the server by the
 * reading endpoints is searched for scores and compared with what the protocol's `sees` allows then.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import * as contracts from '#contracts/reading';
import type { Endpoint } from '#contracts/endpoint';
import { type Actor, type Role, roles } from '#core/people/access';
import { inTransaction } from '#server/db/transaction';
import { foundProduct, says, testProduct } from '#test/ai-world';
import { createTestDatabase, type TestDatabase } from '#test/database';
import { foundCentres, nextDay, type OpenedCase, openCases, reader, staff } from '#test/reading-world';
import { claimConsensus } from './claim-consensus.ts';
import { claimNext } from './claim-next.ts';
import { freezeAllDue } from './freeze-reads.ts';
import { recordConsensus } from './record-consensus.ts';
import { recordRead } from './record-read.ts';
import { releaseClaim } from './release-claim.ts';
import { routes } from './routes.ts';

let db: TestDatabase;
let c: OpenedCase;
beforeAll(async () => {
  db = await createTestDatabase();
  await foundCentres(db, 4);
  [c] = (await openCases(db, 1)) as [OpenedCase];
  // A machine has said something, which the routine protocol shows to nobody: its score is alike with the reads', and
  // would be found as they are.
  await foundProduct(db, testProduct('T'));
  await says(db, c, 'T', { score: 5, left: 4, right: 3 });
});
afterAll(() => db.drop());

const [one, two, three] = [reader(1), reader(2), reader(3)];
const everyone: readonly Actor[] = [
  one,
  two,
  three,
  reader(1, 'C02'),
  ...roles
    .filter((r) => r !== 'radiologist' && r !== 'system')
    .map(
      (role): Actor =>
        role === 'participant' ? { ...staff(role), centres: [], personId: c?.personId ?? '' } : staff(role),
    ),
];
/** The scores of the two readers; no two numbers alike, so that a leak is recognised by its value. */
const scores = { r1: { left: 4, right: 3 }, r2: { left: 5, right: 2 } } as const;

/** Which reads' scores an answer holds, wherever in it they stand. */
function scoresIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(scoresIn);
  if (typeof value !== 'object' || value === null) return [];
  const { left, right } = value as { left?: number; right?: number };
  const mine = (['r1', 'r2'] as const).filter((r) => scores[r].left === left || scores[r].right === right);
  return [...mine, ...Object.values(value).flatMap(scoresIn)];
}

/** Everything an actor can get: each endpoint her role may call, its output parsed as the server parses it. */
async function everythingFor(actor: Actor): Promise<readonly unknown[]> {
  const inputs: Readonly<Record<string, unknown>> = {
    [contracts.openConsensus.path]: { personId: c.personId, caseId: c.caseId },
    [contracts.caseStanding.path]: { personId: c.personId, caseId: c.caseId },
  };
  const readable = [
    '/api/reading/counts',
    '/api/reading/claim',
    '/api/reading/holds',
    '/api/reading/own',
    '/api/reading/consensus',
  ];
  const asked = routes.filter((r) => readable.includes(r.endpoint.path) || r.endpoint.path in inputs);
  const answers: unknown[] = [];
  for (const { endpoint, handle } of asked.filter((r) => may(actor.role, r.endpoint))) {
    const answer = await handle({ db, actor, config: {} as never }, inputs[endpoint.path] ?? {});
    const { ok, value } = answer as { ok?: boolean; value?: unknown };
    if (ok !== false) answers.push((endpoint.output as z.ZodType).parse(ok === true ? value : answer));
  }
  await inTransaction(db, actor, async (tx) => {
    await releaseClaim(tx, { kind: 'read' });
    await releaseClaim(tx, { kind: 'consensus' });
  });
  return answers;
}
const may = (role: Role, endpoint: Endpoint) => endpoint.permission === 'anyone' || endpoint.permission.includes(role);

/** The reads whose scores each person may know now; who is not named knows none. */
async function expectKnown(known: Readonly<Record<string, readonly string[]>>): Promise<void> {
  for (const actor of everyone) {
    const answers = await everythingFor(actor);
    const got = [...new Set(scoresIn(answers))].sort();
    expect({ who: actor.userId, knows: got }).toEqual({ who: actor.userId, knows: known[actor.userId] ?? [] });
  }
}
const outcomesFor = async (actor: Actor) =>
  JSON.stringify(await everythingFor(actor))
    .match(/"outcome":"[a-z]+"/g)
    ?.map((m) => m.slice(11, -1)) ?? [];

async function read(actor: Actor, own: (typeof scores)['r1' | 'r2']): Promise<void> {
  const shown = await inTransaction(db, actor, claimNext);
  if (!shown.ok || !shown.value) throw new Error('nothing to read');
  const { value } = shown;
  const saved = await inTransaction(db, actor, (tx) => recordRead(tx, { ...value, ...own }));
  if (!saved.ok) throw new Error(saved.refusal.what);
}

describe('what leaves the server', () => {
  it('before anybody has read: no score', () => expectKnown({}));
  it('after the first read: her own to the first reader, to nobody else', async () => {
    await read(one, scores.r1);
    await expectKnown({ 'L-C01-1': ['r1'] });
  });
  it('after both reads, while they may be changed: each her own', async () => {
    await read(two, scores.r2);
    await expectKnown({ 'L-C01-1': ['r1'], 'L-C01-2': ['r2'] });
  });
  it('when it waits for consensus: both to a radiologist of the centre who opens it, to nobody else', async () => {
    await nextDay(db);
    await freezeAllDue(db);
    await expectKnown({ 'L-C01-1': ['r1', 'r2'], 'L-C01-2': ['r1', 'r2'], 'L-C01-3': ['r1', 'r2'] });
  });
  it('while another has the consensus open: each her own', async () => {
    await inTransaction(db, three, (tx) => claimConsensus(tx, c));
    expect([...new Set(scoresIn(await everythingFor(one)))]).toEqual(['r1']);
    expect(scoresIn(await everythingFor(staff('coordinator')))).toEqual([]);
    for (const actor of everyone) expect(await outcomesFor(actor)).toEqual([]);
  });
  it('when it is decided and may still be taken back: nothing more', async () => {
    await inTransaction(db, three, (tx) => claimConsensus(tx, c));
    const draft = {
      ...c,
      step: 'c',
      members: ['L-C01-3', 'L-C01-1'],
      decision: 'recall' as const,
      breasts: ['left' as const],
    };
    expect((await inTransaction(db, three, (tx) => recordConsensus(tx, draft))).ok).toBe(true);
    expect(scoresIn(await everythingFor(staff('coordinator')))).toEqual([]);
    for (const actor of everyone) expect(await outcomesFor(actor)).toEqual([]);
  });
  it('when it is closed: the outcome to the staff, each reader her own score', async () => {
    await nextDay(db);
    await freezeAllDue(db);
    await expectKnown({ 'L-C01-1': ['r1'], 'L-C01-2': ['r2'] });
    for (const role of ['office', 'coordinator', 'radiographer'] as const)
      expect(await outcomesFor(staff(role))).toEqual(['recall']);
    for (const actor of [staff('researcher'), staff('administrator'), staff('participant'), reader(1, 'C02')]) {
      expect(await outcomesFor(actor)).toEqual([]);
    }
  });
});
