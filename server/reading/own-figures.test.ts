/** A radiologist's own figures from a real snapshot: what is counted, whose they are, and which cases she may open. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownFigures as contract } from '#contracts/own-figures';
import { type Actor, system } from '#core/people/access';
import { inTransaction } from '#server/db/transaction';
import { renewSnapshot } from '#server/quality/renew-snapshot';
import { createTestDatabase, type TestDatabase } from '#test/database';
import { reader, staff } from '#test/reading-world';
import { foundReview, type ReviewWorld } from '#test/review-world';
import { loadOwnCase } from './own-case.ts';
import { loadOwnFigures } from './own-figures.ts';

let db: TestDatabase;
let world: ReviewWorld;
let dataDir: string;
beforeAll(async () => {
  db = await createTestDatabase();
  world = await foundReview(db, 4, 8);
  dataDir = await mkdtemp(join(tmpdir(), 'runde-test-'));
  await renewSnapshot(db, { dataDir }, system);
});
afterAll(async () => {
  await db.drop();
  await rm(dataDir, { recursive: true, force: true });
});

async function figuresOf(actor: Actor) {
  const found = await loadOwnFigures(db, actor, { years: 5 });
  if (!found.ok) throw new Error(found.refusal.code);
  const counts = Object.fromEntries(found.value.figures.map((f) => [f.id, [f.events, f.of]]));
  return { ...found.value, counts };
}

describe('own figures', () => {
  it('count her blind reads, and the interval cancers after them', async () => {
    const first = await figuresOf(reader(1));
    // Reader 1 read all but the last cancer; the first of them she scored 2 for the right breast, as the other did.
    expect(first.counts).toEqual({
      positive: [1, 11],
      discordant: [0, 11],
      recalled: [0, 1],
      ppv: [0, 0],
      marked: [0, 0],
      interval: [3, 11],
    });
    expect(first.volume).toEqual([{ year: 2026, reads: 11 }]);
    expect(new Set(first.cases.map((c) => c.caseId))).toEqual(new Set(world.interval.slice(0, 3).map((c) => c.caseId)));
    expect((await figuresOf(reader(3))).counts.interval).toEqual([1, 1]);
    expect((await figuresOf(reader(6))).counts).toMatchObject({ positive: [0, 0], interval: [0, 0] });
  });

  it('are hers alone: nobody can ask for another’s', async () => {
    expect(Object.keys(contract.input.shape)).toEqual(['years']);
    expect(contract.permission).toEqual(['radiologist']);
    for (const role of ['office', 'coordinator', 'researcher'] as const)
      expect(await loadOwnFigures(db, staff(role), { years: 5 })).toMatchObject({
        ok: false,
        refusal: { code: 'not-a-reader' },
      });
    const told = JSON.stringify(await figuresOf(reader(1)));
    for (const other of [2, 3, 4, 5, 6]) expect(told).not.toContain(reader(other).userId);
  });

  it('lead to the cases she read herself, and no other; each look is audited', async () => {
    const [own, last] = [world.interval[0], world.interval[3]] as [
      ReviewWorld['interval'][0],
      ReviewWorld['interval'][0],
    ];
    const look = (actor: Actor, one: typeof own) => inTransaction(db, actor, (tx) => loadOwnCase(tx, one));
    expect(await look(reader(1), own)).toMatchObject({ ok: true, value: { own: { left: 1, right: 2 } } });
    expect(await look(reader(1), last)).toMatchObject({ ok: false, refusal: { code: 'not-found' } });
    expect(await look(reader(5), own)).toMatchObject({ ok: false });
    expect(await look(reader(1, 'C02'), own)).toMatchObject({ ok: false });
    const { rows } = await db.pool.query(
      `select actor, person_id from audit_entry where detail ->> 'what' = 'own case with cancer'`,
    );
    expect(rows).toEqual([{ actor: 'L-C01-1', person_id: own.personId }]);
  });
});
