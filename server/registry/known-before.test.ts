/** What is known before a delivery comes: earlier screening, reservations that were carried out, and the installation's secret. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { system } from '#core/people/access';
import { inTransaction } from '#server/db/transaction';
import { carryOutReservations } from '#server/people/carry-out-reservation';
import { reserveStorage } from '#server/people/reserve-storage';
import { findImpossible } from '#server/programme/find-impossible';
import { createTestDatabase, type TestDatabase } from '#test/database';
import {
  fingerprint,
  person,
  round,
  type SmallDelivery,
  syntheticNumber,
  takeDelivery,
  together,
} from '#test/small-delivery';
import { derivedFrom, setInstallationKey } from './derive-id.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase({ reference: true });
  await db.pool.query(`update programme_clock set today = '2026-01-19'`);
});
afterAll(() => db.drop());

const rows = async <T>(sql: string, values: unknown[] = []) => (await db.pool.query(sql, values)).rows as T[];
const woman = (birthDate: string, earlier = '') => {
  const number = syntheticNumber(birthDate, 100);
  const row = person({ birth_date: birthDate, status_on: birthDate, earlier_screening_on: earlier });
  return { number, persons: { persons: [row] } satisfies SmallDelivery };
};
const roundsOf = (number: string) =>
  rows<{ number: number; prevalent: boolean; outcome: string | null }>(
    `select number, prevalent, outcome from episode join identity_number using (person_id) where identity_number = $1 order by number`,
    [number],
  );

describe('earlier screening', () => {
  const seen = woman('1960-05-01', '2021-11-02');
  const unseen = woman('1962-03-02');
  const first = { ref: 'first', day: '2024-01-09', result: 'normal' } as const;

  it('makes the first examination of the files not her first; without it, it is', async () => {
    await takeDelivery(
      db,
      together(
        seen.persons,
        unseen.persons,
        round({ ...first, ref: 's', number: seen.number }),
        round({ ...first, ref: 'u', number: unseen.number }),
      ),
      { delivery: 'earlier' },
    );
    expect((await roundsOf(seen.number)).map((r) => r.prevalent)).toEqual([false]);
    expect((await roundsOf(unseen.number)).map((r) => r.prevalent)).toEqual([true]);
  });

  it('plans from it when the files hold nothing else, and keeps it when a later delivery does not say', async () => {
    const only = woman('1964-07-03', '2025-03-04');
    const last = `select earlier_screening_on, last_screened_on from person where identity_number = $1`;
    await takeDelivery(db, only.persons, { delivery: 'only' });
    expect(await rows(last, [only.number])).toEqual([
      { earlier_screening_on: '2025-03-04', last_screened_on: '2025-03-04' },
    ]);
    await takeDelivery(db, woman('1964-07-03').persons, { delivery: 'silent' });
    expect(await rows(last, [only.number])).toMatchObject([{ earlier_screening_on: '2025-03-04' }]);
    // The register learns of an earlier screening afterwards.
    await takeDelivery(db, woman('1962-03-02', '2022-02-01').persons, { delivery: 'afterwards' });
    expect(await rows(last, [unseen.number])).toEqual([
      { earlier_screening_on: '2022-02-01', last_screened_on: '2024-01-09' },
    ]);
    expect(await findImpossible(db)).toEqual([]);
  });
});

describe('history of a woman whose reservation was carried out', () => {
  const her = woman('1966-09-04');
  const history = together(
    her.persons,
    round({ ref: 'h1', number: her.number, day: '2022-01-11', result: 'normal' }),
    round({ ref: 'h2', number: her.number, day: '2024-01-16', result: 'benign' }),
  );
  const counts = `select (select count(*) from episode)::int as rounds, (select count(*) from examination)::int as examinations,
    (select count(*) from read)::int as reads, (select count(*) from ai_result)::int as ai`;

  it('does not come back, is not counted twice, and what is new comes in', async () => {
    await takeDelivery(db, history, { delivery: 'h-1' });
    const [{ person_id: personId } = { person_id: '' }] = await rows<{ person_id: string }>(
      'select person_id from identity_number where identity_number = $1',
      [her.number],
    );
    await inTransaction(db, system, (tx) => reserveStorage(tx, { personId }));
    await inTransaction(db, system, carryOutReservations);
    const [before] = await rows<Record<string, number>>(counts);
    const again = await takeDelivery(db, history, { delivery: 'h-2' });
    expect(again).toMatchObject({ kind: 'loaded', counts: { reservedRounds: 1, newPersons: 0 } });
    expect(await rows(counts)).toEqual([before]);
    expect((await roundsOf(her.number)).map((r) => r.outcome)).toEqual(['negative-after-assessment']);

    const more = together(history, round({ ref: 'h3', number: her.number, day: '2026-01-13', result: 'r1' }));
    expect(await takeDelivery(db, more, { delivery: 'h-3' })).toMatchObject({
      kind: 'loaded',
      counts: { reservedRounds: 1, openCases: 1 },
    });
    expect(await rows(counts)).toMatchObject([{ rounds: (before?.rounds ?? 0) + 1 }]);
    // The examination that stays hers to know of is an earlier one, so this is not her first.
    expect((await roundsOf(her.number)).at(-1)).toMatchObject({ prevalent: false, outcome: null });
    expect(await findImpossible(db)).toEqual([]);
  });

  it('is not refused when reads of it come by themselves, and they are not taken in', async () => {
    const before = await rows(counts);
    const { reads = [] } = round({ ref: 'h1', number: her.number, day: '2022-01-11', result: 'normal' });
    expect(await takeDelivery(db, { reads }, { delivery: 'h-4' })).toMatchObject({ kind: 'loaded' });
    expect(await rows(counts)).toEqual(before);
  });

  it('is known again by marks that lead to no row and no person, and that requests may not read', async () => {
    const marks = await rows<{ mark: string }>('select * from reserved_reference');
    expect(marks).toHaveLength(2);
    for (const { mark } of marks) expect(mark).toMatch(/^[0-9a-f]{64}$/);
    const may = await rows(
      `select relname from pg_class where relname in ('reserved_reference', 'installation_key') and has_table_privilege('runde_app', oid, 'select')`,
    );
    expect(may).toEqual([]);
  });
});

describe('ids', () => {
  const reference = syntheticNumber('1960-05-01', 100);

  it('cannot be worked out without the secret', () => {
    const one = derivedFrom({ secret: 'a'.repeat(64), derived_ids: 'keyed' }, 'test')('person', reference);
    const other = derivedFrom({ secret: 'b'.repeat(64), derived_ids: 'keyed' }, 'test')('person', reference);
    expect(one).not.toBe(other);
    expect(one).toMatch(/^[0-9a-f]{12}8[0-9a-f]{3}a[0-9a-f]{15}$/);
  });

  it('stay what they were where deliveries came in before there was a secret', async () => {
    const [row] = await rows<{ id: string }>(
      `select replace(overlay(overlay(md5('test' || E'\\x1f' || 'person' || E'\\x1f' || $1) placing '8' from 13) placing 'a' from 17), '-', '') as id`,
      [reference],
    );
    const derive = derivedFrom({ secret: 'a'.repeat(64), derived_ids: 'plain' }, 'test');
    expect(derive('person', reference)).toBe(row?.id);
  });

  it('are not changed by words once there are persons', async () => {
    const before = await rows('select * from installation_key');
    await inTransaction(db, system, (tx) => setInstallationKey(tx, 'other words'));
    expect(await rows('select * from installation_key')).toEqual(before);
  });

  it('are the same for the same delivery, which changes nothing', async () => {
    const delivery = woman('1968-11-05').persons;
    await takeDelivery(db, delivery, { delivery: 'same' });
    const before = await fingerprint(db);
    expect(await takeDelivery(db, delivery, { delivery: 'same' })).toMatchObject({ kind: 'unchanged' });
    expect(await fingerprint(db)).toBe(before);
  });
});
