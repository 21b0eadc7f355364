/** The review of interval cancers: who sees what at every moment, and what the woman wishes to know. */
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { type ReviewClass, reviewClass } from '#core/cancers/review';
import type { Actor } from '#core/people/access';
import { inTransaction, type Tx } from '#server/db/transaction';
import { createTestDatabase, type TestDatabase } from '#test/database';
import { reader, staff } from '#test/reading-world';
import { foundReview, type ReviewWorld, REVIEW_DAY } from '#test/review-world';
import { allItems } from './load-items.ts';
import { openReview } from './open-review.ts';
import { recordDisclosure } from './record-disclosure.ts';
import { recordOpinion, settleReview } from './record-opinion.ts';
import { loadReviewDesk } from './review-desk.ts';
import { countReviewClasses, loadReviewFigures } from './review-figures.ts';
import { routes } from './routes.ts';

let db: TestDatabase;
let world: ReviewWorld;
beforeAll(async () => {
  db = await createTestDatabase();
  world = await foundReview(db, 4, 20);
});
afterAll(() => db.drop());

const [third, fourth, fifth] = [reader(3), reader(4), reader(5)];
const act = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => inTransaction(db, actor, work);
const code = (result: { ok: boolean }) =>
  result.ok ? 'ok' : (result as unknown as { refusal: { code: string } }).refusal.code;
/** Words that an opinion of this reviewer can be recognised by, wherever it turns up. */
const mark = (actor: Actor) => `written by ${actor.userId}`;

/** Everything an actor can get by the endpoints of the area, parsed as the server parses what leaves. */
async function everythingFor(actor: Actor): Promise<string> {
  const answers: unknown[] = [];
  for (const { endpoint, handle } of routes) {
    if (endpoint.method !== 'GET' || !(endpoint.permission as readonly string[]).includes(actor.role)) continue;
    const inputs = endpoint.path.includes(':cancerId')
      ? world.interval.map(({ personId, cancerId }) => ({ personId, cancerId }))
      : [{}];
    for (const input of inputs) {
      const answer = (await handle({ db, actor, config: {} as never }, input)) as { ok?: boolean; value?: unknown };
      if (answer.ok === false) continue;
      answers.push((endpoint.output as z.ZodType).parse(answer.ok === true ? answer.value : answer));
    }
  }
  return JSON.stringify(answers);
}

/** What of the set each may know: the women of it, a diagnosis, and the reviewers whose opinions are shown. */
async function knownTo(actor: Actor) {
  const told = await everythingFor(actor);
  const drawn = world.interval.slice(0, 3);
  return {
    women: drawn.filter(
      (one) => told.includes(one.personId) || told.includes(one.cancerId) || told.includes(one.caseId),
    ).length,
    diagnosis: told.includes('"diagnosedOn"'),
    opinions: [third, fourth, fifth].filter((one) => told.includes(mark(one))).map((one) => one.userId),
  };
}

/** Goes through what waits for a reviewer in one round; the class by the woman, else nothing seen. */
async function goThrough(
  actor: Actor,
  round: 'blind' | 'informed',
  classes: readonly ReviewClass[],
): Promise<string[]> {
  const shapes: string[] = [];
  for (let i = 0; ; i++) {
    const desk = await act(actor, loadReviewDesk);
    const next = desk.ok ? desk.value.next : null;
    if (next?.round !== round) return shapes;
    shapes.push(JSON.stringify({ ...next, itemId: 0, place: 0, age: 0 }));
    const chosen = classes[i % classes.length] ?? 'true';
    const side = chosen === 'missed' || chosen === 'minimal-signs' ? ('left' as const) : null;
    const input = { itemId: next.itemId, round, class: chosen, side, note: mark(actor) };
    expect(code(await act(actor, (tx) => recordOpinion(tx, input)))).toBe('ok');
    expect(code(await act(actor, (tx) => recordOpinion(tx, input)))).toBe('not-yours');
  }
}

describe('a set for review', () => {
  it('holds cancers that neither reviewer read, mixed with normal controls, and can be drawn again', async () => {
    expect(code(await act(third, (tx) => openReview(tx, { reviewers: ['L-C01-3', 'L-C01-3'] })))).toBe('members');
    expect(code(await act(third, (tx) => openReview(tx, { reviewers: ['L-C01-3', 'L-C02-1'] })))).toBe('members');
    expect(code(await act(third, (tx) => openReview(tx, { reviewers: ['L-C01-1', 'L-C01-2'] })))).toBe(
      'nothing-to-review',
    );
    const opened = await act(third, (tx) => openReview(tx, { reviewers: ['L-C01-3', 'L-C01-4'], seed: 7 }));
    expect(opened).toMatchObject({ ok: true, value: { items: 9, leftOut: 1 } });
    const { rows } = await db.pool.query('select * from review_item order by place');
    expect(rows.map((r) => r.place)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(new Set(rows.flatMap((r) => r.cancer_id ?? []))).toEqual(
      new Set(world.interval.slice(0, 3).map((one) => one.cancerId)),
    );
    const healthy = new Set(world.normal.map((one) => one.personId));
    expect(rows.filter((r) => r.cancer_id === null).every((r) => healthy.has(r.person_id))).toBe(true);
  });
});

describe('what leaves the server', () => {
  const nothing = { women: 0, diagnosis: true, opinions: [] };

  it('in the blind round: nothing of later to the two who review; the cancer, but no opinion, to the others', async () => {
    // The one diagnosis they know of is that of the cancer which waits for others to review it.
    for (const actor of [third, fourth]) expect(await knownTo(actor)).toEqual(nothing);
    for (const actor of [fifth, staff('coordinator'), staff('office')])
      expect(await knownTo(actor)).toEqual({ women: 3, diagnosis: true, opinions: [] });
    // Nor how the screening ended, to one who may come to review it.
    expect(await everythingFor(fifth)).not.toContain('"outcome":"negative"');
    expect(await everythingFor(staff('coordinator'))).toContain('"outcome":"negative"');
    for (const actor of [reader(1, 'C02'), staff('researcher'), staff('radiographer')])
      expect(await knownTo(actor)).toMatchObject({ women: 0, diagnosis: false, opinions: [] });
  });

  it('in the blind round: cancers and controls look the same', async () => {
    const shapes = await goThrough(third, 'blind', ['true', 'missed']);
    expect(shapes).toHaveLength(9);
    expect(new Set(shapes).size).toBe(1);
  });

  it('when one is through the set: the diagnosis to her, her own opinion, and nothing to the other', async () => {
    expect(await knownTo(third)).toEqual({ women: 3, diagnosis: true, opinions: ['L-C01-3'] });
    expect(await knownTo(fourth)).toEqual(nothing);
    expect((await knownTo(fifth)).opinions).toEqual([]);
  });

  it("in the informed round: not the other's opinion before both have given theirs", async () => {
    await goThrough(third, 'informed', ['missed', 'true', 'occult']);
    await goThrough(fourth, 'blind', ['true']);
    expect((await knownTo(third)).opinions).toEqual(['L-C01-3']);
    expect((await knownTo(fourth)).opinions).toEqual(['L-C01-4']);
    await goThrough(fourth, 'informed', ['minimal-signs', 'true', 'occult']);
    for (const actor of [third, fourth, fifth]) expect((await knownTo(actor)).opinions).toEqual(['L-C01-3', 'L-C01-4']);
  });

  it('of a disagreement: a third, or several together, decide; scores of the time only then', async () => {
    const { rows } = await db.pool.query(
      `select item_id, person_id from review_opinion where round = 'informed' and class = 'minimal-signs'`,
    );
    const decide = (actor: Actor, members: readonly string[]) =>
      act(actor, (tx) =>
        settleReview(tx, { itemId: rows[0].item_id, members, class: 'minimal-signs', side: 'left', note: mark(actor) }),
      );
    const before = await everythingFor(fifth);
    expect(before.match(/"reads":\[\{/g)?.length ?? 0).toBe(2);
    expect(code(await decide(third, ['L-C01-3']))).toBe('members');
    expect(code(await decide(fifth, ['L-C01-3', 'L-C01-4']))).toBe('members');
    expect(code(await decide(fifth, ['L-C01-5']))).toBe('ok');
    expect(code(await decide(fifth, ['L-C01-5']))).toBe('not-yours');
    expect((await everythingFor(fifth)).match(/"reads":\[\{/g)?.length).toBe(3);
    expect(await everythingFor(staff('coordinator'))).not.toContain('written by');
  });

  it('is counted for the quality pages: classes by year, agreement, what was seen blind', async () => {
    const figures = await act(staff('office'), (tx) => loadReviewFigures(tx, {}));
    expect(figures.years).toEqual([
      { year: 2027, cancers: 4, classes: { true: 1, 'minimal-signs': 1, missed: 0, occult: 1, unclassifiable: 0 } },
    ]);
    expect(await act(staff('office'), (tx) => countReviewClasses(tx, { centreId: 'C01' }))).toEqual(figures.years);
    expect(figures.agreement).toMatchObject({ cases: 3, same: 2 });
    expect(figures.blind.cancers.of + figures.blind.controls.of).toBe(18);
    expect(figures.blind.cancers.seen + figures.blind.controls.seen).toBe(4);
    const items = await act(staff('office'), (tx) => allItems(tx));
    expect(items.filter((item) => reviewClass(item) !== null)).toHaveLength(3);
  });

  it('is never changed: an opinion cannot be written over by those who serve requests', async () => {
    await expect(
      act(third, (tx) => tx.q.updateTable('review_opinion').set({ class: 'true' }).execute()),
    ).rejects.toThrow(/permission denied/);
    await expect(act(third, (tx) => tx.q.deleteFrom('disclosure').execute())).rejects.toThrow(/permission denied/);
  });
});

describe('what she wishes to know', () => {
  it('is asked, answered and told by people, in that order', async () => {
    const [{ personId, cancerId }] = world.interval as [ReviewWorld['interval'][number]];
    const key = { personId, cancerId, day: REVIEW_DAY, note: null };
    const say = async (actor: Actor, more: object) =>
      code(await act(actor, (tx) => recordDisclosure(tx, { ...key, ...more } as never)));
    const talk = { kind: 'conversation', heldBy: 'Reader 5', offered: ['review-result', 'compensation-scheme'] };
    const coordinator = staff('coordinator');
    expect(await say(coordinator, { kind: 'wish', wish: 'wants' })).toBe('not-asked');
    expect(await say(coordinator, { kind: 'asked' })).toBe('ok');
    expect(await say(fifth, talk)).toBe('not-wished');
    expect(await say(coordinator, { kind: 'wish', wish: 'does-not-want' })).toBe('ok');
    expect(await say(fifth, talk)).toBe('not-wished');
    expect(await say(coordinator, { kind: 'wish', wish: 'wants' })).toBe('ok');
    expect(await say(fifth, { ...talk, offered: ['money'] })).toBe('offer');
    expect(await say(fifth, talk)).toBe('ok');
    expect(await say(reader(1, 'C02'), { kind: 'asked' })).toBe('not-found');
  });

  it('never makes a message: none exists after all of the above, and no file of the area can make one', async () => {
    const { rows } = await db.pool.query('select count(*)::int as n from message');
    expect(rows[0].n).toBe(0);
    const folder = new URL('.', import.meta.url);
    const sources = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
    for (const name of sources)
      expect(readFileSync(new URL(name, folder), 'utf8')).not.toMatch(/#server\/messaging|insertInto\('message'\)/);
  });

  it('is audited, as every look and opinion is', async () => {
    const { rows } = await db.pool.query(
      `select action, count(*)::int as n from audit_entry where action ~ '^(review|disclosure)' group by action order by action`,
    );
    expect(rows).toEqual([
      { action: 'disclosure.recorded', n: 4 },
      { action: 'review.opened', n: 1 },
      { action: 'review.opinion', n: 25 },
    ]);
  });
});
