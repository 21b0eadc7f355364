/** Two records of one woman become one, on the real database: nothing lost, nothing twice, both numbers hers. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { purposeOf } from '#core/citizen/look-purpose';
import type { Actor } from '#core/people/access';
import { loadOwnLooks } from '#server/citizen/load-own-looks';
import { inTransaction, type Tx } from '#server/db/transaction';
import { findImpossible } from '#server/programme/find-impossible';
import { createTestDatabase, type TestDatabase } from '#test/database';
import { person, round, syntheticNumber, takeDelivery, together } from '#test/small-delivery';
import { callDifferent } from './call-different.ts';
import { calledDifferent } from './called-different.ts';
import { comparePersons } from './compare-persons.ts';
import { findDuplicates } from './find-duplicates.ts';
import { findPerson } from './find-person.ts';
import { mergePersons } from './merge-persons.ts';
import { personTimeline } from './person-timeline.ts';
import { settledTables } from './settle-only-one.ts';
import { reserveStorage } from './reserve-storage.ts';
import { undoDifferent } from './undo-different.ts';
import { whoHasLooked } from './who-has-looked.ts';

const office: Actor = { userId: 'office-1', name: 'Kontor', role: 'office', centres: 'all' };

let db: TestDatabase;
const as = <T>(work: (tx: Tx) => Promise<T>) => inTransaction(db, office, work);
const rows = async <T>(sql: string, values: unknown[] = []) => (await db.pool.query(sql, values)).rows as T[];
const idOf = async (number: string) =>
  (await rows<{ person_id: string }>('select person_id from identity_number where identity_number = $1', [number]))[0]
    ?.person_id ?? '';

/** Two women born the same day under one name. */
const twice = (birthDate: string, family_name: string) => {
  const numbers = [syntheticNumber(birthDate, 100), syntheticNumber(birthDate, 500)] as const;
  const persons = numbers.map((identity_number, i) =>
    person({ identity_number, birth_date: birthDate, status_on: birthDate, family_name, phone: `+47999010${i}0` }),
  );
  return { numbers, persons: { persons } };
};
const her = twice('1960-05-01', 'Lampe');
const invited = twice('1962-03-02', 'Mosedott');
const two = twice('1964-07-03', 'Regnbue');
const [old, fresh] = her.numbers;

beforeAll(async () => {
  db = await createTestDatabase({ reference: true });
  await rows(`update programme_clock set today = '2026-01-19'`);
  await takeDelivery(
    db,
    together(
      her.persons,
      invited.persons,
      two.persons,
      round({ ref: 'a1', number: old, day: '2020-03-03', result: 'normal' }),
      round({ ref: 'a2', number: old, day: '2024-03-05', result: 'benign' }),
      round({ ref: 'b1', number: fresh, day: '2022-03-01', result: 'dismiss' }),
      round({ ref: 'b2', number: fresh, day: '2026-02-03', result: 'open' }),
      ...invited.numbers.map((number, i) =>
        round({ ref: `i${i}`, number, day: `2026-02-0${i + 4}`, result: 'open' as const }),
      ),
    ),
    { delivery: 'history' },
  );
});
afterAll(() => db.drop());

const counts = () =>
  rows(`select (select count(*) from episode)::int as e, (select count(*) from appointment)::int as a, (select count(*) from read)::int as r,
    (select count(*) from examination)::int as x, (select count(*) from consensus)::int as c, (select count(*) from identity_number)::int as n`);

/** What she has wished and done, and what has been written of her, on both records; and both told apart from a third. */
async function ownThings(survivorId: string, mergedId: string): Promise<void> {
  const [third = ''] = await Promise.all(two.numbers.map(idOf));
  await rows(
    `insert into contact_wish (person_id, channel, language, changed_on) values ($1, 'digital', null, '2025-01-01'), ($2, 'paper', 'se', '2025-06-01')`,
    [survivorId, mergedId],
  );
  await rows(
    `insert into own_change (person_id, change_id, day, kind) values ($1, gen_random_uuid(), '2025-06-01', 'wishes')`,
    [mergedId],
  );
  await rows(
    `insert into woman_note (person_id, note_id, written_on, written_by, words, handover) values
      ($1, gen_random_uuid(), '2026-01-18', 'K', 'Ringte i går', false), ($2, gen_random_uuid(), '2026-01-19', 'K', 'Ringte i dag', true)`,
    [survivorId, mergedId],
  );
  for (const otherId of [survivorId, mergedId]) await as((tx) => callDifferent(tx, { personId: third, otherId }));
}

describe('two records of one woman', () => {
  it('are found by name and day of birth, and compared', async () => {
    const found = await as(findDuplicates);
    if (!found.ok) throw new Error('refused');
    expect(found.value.candidates.map((c) => `${c.name} ${c.because}`)).toEqual([
      'Prøve Lampe name',
      'Prøve Mosedott name',
      'Prøve Regnbue name',
    ]);
    const [personId, otherId] = [await idOf(old), await idOf(fresh)];
    expect(await as((tx) => comparePersons(tx, { personId, otherId }))).toMatchObject({
      value: {
        records: [
          { rounds: 2, openRound: false },
          { rounds: 2, openRound: true },
        ],
        view: { obstacles: [] },
      },
    });
  });

  it('become one: every row, both numbers, the rounds in order, and the log of both', async () => {
    const [survivorId, mergedId] = [await idOf(old), await idOf(fresh)];
    await as((tx) => personTimeline(tx, { personId: mergedId }));
    await as((tx) => reserveStorage(tx, { personId: mergedId }));
    await ownThings(survivorId, mergedId);
    const before = await counts();
    expect(await as((tx) => mergePersons(tx, { survivorId, mergedId }))).toMatchObject({ ok: true });
    expect(await counts()).toEqual(before);
    expect(
      await rows('select number, prevalent, state from episode where person_id = $1 order by 1', [survivorId]),
    ).toEqual([
      { number: 1, prevalent: true, state: 'closed' },
      { number: 2, prevalent: false, state: 'closed' },
      { number: 3, prevalent: false, state: 'closed' },
      { number: 4, prevalent: false, state: 'invited' },
    ]);
    expect(
      await rows('select kind, merged_into, identity_number, family_name from person where person_id = $1', [mergedId]),
    ).toEqual([{ kind: 'merged', merged_into: survivorId, identity_number: null, family_name: null }]);
    for (const number of her.numbers) {
      expect(await as((tx) => findPerson(tx, { q: number }))).toMatchObject({
        value: { people: [{ personId: survivorId }] },
      });
    }
    expect(await rows('select kind from person_event where person_id = $1', [mergedId])).toEqual([{ kind: 'merge' }]);
    expect(await rows('select from storage_reservation where person_id = $1', [survivorId])).toHaveLength(1);
    expect(await rows('select person_id, channel, language from contact_wish')).toEqual([
      { person_id: survivorId, channel: 'paper', language: 'se' },
    ]);
    expect(await rows(`select person_id, kind from own_change`)).toEqual([{ person_id: survivorId, kind: 'wishes' }]);
    expect(await rows('select words from woman_note where person_id = $1 order by 1', [survivorId])).toEqual([
      { words: 'Ringte i dag' },
      { words: 'Ringte i går' },
    ]);
    expect(await rows('select person_id from different_people where other_id = $1', [survivorId])).toHaveLength(1);
    expect(await rows('select from different_people where other_id = $1', [mergedId])).toEqual([]);
    const looks = await as((tx) => whoHasLooked(tx, { personId: survivorId }));
    expect(looks.ok && looks.value.looks.map((look) => look.what)).toContain('timeline');
    const herself: Actor = { userId: survivorId, name: '', role: 'participant', centres: [], personId: survivorId };
    const own = await inTransaction(db, herself, (tx) => loadOwnLooks(tx, survivorId));
    expect(own.looks.map((look) => look.purpose)).toContain(purposeOf('timeline'));
    expect(await as((tx) => personTimeline(tx, { personId: mergedId }))).toMatchObject({
      refusal: { code: 'not-found' },
    });
    expect(await findImpossible(db)).toEqual([]);
  });

  it('stay one when the sender still delivers both', async () => {
    const outcome = await takeDelivery(db, her.persons, { delivery: 'still-two' });
    expect(outcome).toMatchObject({ kind: 'loaded', counts: { newPersons: 0, events: {} } });
    expect(await idOf(fresh)).toBe(await idOf(old));
    expect(await rows('select identity_number from person where person_id = $1', [await idOf(old)])).toEqual([
      { identity_number: old },
    ]);
  });
});

it('refuses while both are invited, and changes nothing', async () => {
  const [survivorId, mergedId] = await Promise.all(invited.numbers.map(idOf));
  const before = await counts();
  const refused = await as((tx) => mergePersons(tx, { survivorId: survivorId ?? '', mergedId: mergedId ?? '' }));
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'both-open' } });
  expect(await counts()).toEqual(before);
  expect(await rows('select kind from person where person_id = any ($1)', [[survivorId, mergedId]])).toEqual([
    { kind: 'known' },
    { kind: 'known' },
  ]);
});

it('leaves two women alone who have been called two', async () => {
  const [personId = '', otherId = ''] = await Promise.all(two.numbers.map(idOf));
  expect(await as((tx) => callDifferent(tx, { personId, otherId }))).toMatchObject({ ok: true });
  const shown = async () => {
    const found = await as(findDuplicates);
    return found.ok && found.value.candidates.map((c) => c.name);
  };
  expect(await shown()).toEqual(['Prøve Mosedott']);
  const calledTwo = async () => (await as(calledDifferent)).pairs.filter((pair) => pair.name === pair.otherName);
  expect(await calledTwo()).toMatchObject([{ name: 'Prøve Regnbue', decidedOn: '2026-01-19', by: 'office-1' }]);
  // Taken back by either of the two, once; and the decision may be made again.
  const takeBack = () => as((tx) => undoDifferent(tx, { personId: otherId, otherId: personId }));
  expect(await takeBack()).toMatchObject({ ok: true });
  expect(await takeBack()).toMatchObject({ refusal: { code: 'not-called-different' } });
  expect([await shown(), await calledTwo()]).toEqual([['Prøve Mosedott', 'Prøve Regnbue'], []]);
  expect(await as((tx) => callDifferent(tx, { personId, otherId }))).toMatchObject({ ok: true });
  expect(await shown()).toEqual(['Prøve Mosedott']);
  expect(
    await rows(
      'select decision, taken_back_by from different_people where person_id = $1 and other_id = $2 order by 1',
      [personId, otherId],
    ),
  ).toEqual([
    { decision: 1, taken_back_by: 'office-1' },
    { decision: 2, taken_back_by: null },
  ]);
});

it('can move every table that a person has: its rows are told apart by more than the person, or it is settled first', async () => {
  // In a key with the person, an identifier tells her rows from another record's; without one, two records clash.
  const clashing = await rows<{ table: string }>(`
    select distinct r.relname as table
    from pg_index x join pg_class r on r.oid = x.indrelid
    where x.indisunique and x.indpred is null and obj_description(r.oid, 'pg_class') like 'person: %'
      and not exists (select from pg_attribute a where a.attrelid = r.oid and a.attnum = any (x.indkey::int2[])
        and a.atttypid = 'uuid'::regtype and a.attname not in ('person_id', 'other_id'))
    order by 1`);
  // A person's own row stays; the cause of a message names the appointment, round or event it comes of.
  const apart = ['person', 'message'];
  expect(clashing.map((one) => one.table)).toEqual([...settledTables, ...apart].toSorted());
  const unmoved = await rows<{ table: string }>(`
    select c.relname as table from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and obj_description(c.oid, 'pg_class') like 'person: %'
      and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'person_id' and not a.attisdropped)`);
  expect(unmoved).toEqual([]);
});

it('can move every table that a person has: what is beneath a round follows it', async () => {
  // A foreign key between person tables that does not cascade would stop a merge, and a reservation.
  const stuck = await rows(`
    select conrelid::regclass::text || ' ' || conname as key from pg_constraint k
    where contype = 'f' and connamespace = 'public'::regnamespace and cardinality(conkey) > 1 and confupdtype <> 'c'
      and exists (select from pg_attribute a where a.attrelid = conrelid and a.attname = 'person_id' and a.attnum = any (conkey))
      and confrelid <> 'person'::regclass`);
  expect(stuck).toEqual([]);
});
