import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeliveryText } from '#core/registry/delivery';
import { createTestDatabase, type TestDatabase } from '#test/database';
import {
  person,
  type Round,
  round,
  type SmallDelivery,
  syntheticNumber,
  together,
  takeDelivery,
  fingerprint,
  type WriteOptions,
} from '#test/small-delivery';

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase({ reference: true });
});
afterAll(() => db.drop());

const anna = syntheticNumber('1960-05-01', 100);
const berit = syntheticNumber('1962-03-02', 100);
const persons = {
  persons: [person(), person({ identity_number: berit, birth_date: '1962-03-02', status_on: '1962-03-02' })],
};

const take = (rows: SmallDelivery, options: WriteOptions = {}) => takeDelivery(db, rows, options);

const one = async <T>(sql: string, values: unknown[] = []) => (await db.pool.query(sql, values)).rows[0] as T;

describe('a delivery that is in order', () => {
  const rounds: readonly Round[] = [
    { ref: 'a1', number: anna, day: '2022-03-01', result: 'dismiss' },
    { ref: 'a2', number: anna, day: '2024-03-05', result: 'normal' },
    { ref: 'a3', number: anna, day: '2026-01-14', result: 'positive' },
    { ref: 'b1', number: berit, day: '2023-01-03', result: 'did-not-attend' },
    { ref: 'b2', number: berit, day: '2026-02-03', result: 'open' },
  ];
  const interval: DeliveryText<'cancers'> = {
    cancer: 'K-1',
    identity_number: anna,
    diagnosed_on: '2025-04-01',
    side: 'left',
    behaviour: 'invasive',
    histology: 'ductal',
    size_mm: '18',
    grade: '2',
    nodes: 'negative',
    er: 'positive',
    pr: 'positive',
    her2: 'negative',
    surgery: 'conserving',
    treated_on: '',
  } as unknown as DeliveryText<'cancers'>;
  const history = together(persons, ...rounds.map(round), { cancers: [interval] });

  const keys = async () =>
    (
      await db.pool.query(`select indexdef as key from pg_indexes where schemaname = 'public'
        union all select conrelid::regclass || ' ' || conname || ' ' || convalidated || ' ' || pg_get_constraintdef(oid)
        from pg_constraint where connamespace = 'public'::regnamespace order by 1`)
    ).rows;

  it('is loaded with episodes, cases and what is in flight, with every index and constraint as before', async () => {
    const before = await keys();
    const outcome = await take(history, { delivery: 'history' });
    expect(await keys()).toEqual(before);
    expect(outcome).toMatchObject({
      kind: 'loaded',
      counts: { newPersons: 2, episodes: 5, openEpisodes: 2, openCases: 1, cancers: 1 },
    });
    const { rows } = await db.pool.query(`select i.identity_number, number, prevalent, state, outcome from episode
      join identity_number i using (person_id) order by 1, 2`);
    expect(rows.filter((r) => r.identity_number === anna)).toEqual([
      { identity_number: anna, number: 1, prevalent: true, state: 'closed', outcome: 'negative' },
      { identity_number: anna, number: 2, prevalent: false, state: 'closed', outcome: 'negative' },
      { identity_number: anna, number: 3, prevalent: false, state: 'reading', outcome: null },
    ]);
    expect(rows.filter((r) => r.identity_number === berit).map((r) => [r.state, r.outcome, r.prevalent])).toEqual([
      ['closed', 'not-attended', true],
      ['invited', null, true],
    ]);
    expect((await db.pool.query(`select step, kind, centre_id from reading_task`)).rows).toEqual([
      { step: 'c', kind: 'consensus', centre_id: 'C06' },
    ]);
    expect(await one(`select detection, interval_window from cancer`)).toEqual({
      detection: 'interval',
      interval_window: '12-23',
    });
    expect(await one(`select last_screened_on from person where identity_number = $1`, [anna])).toEqual({
      last_screened_on: '2026-01-14',
    });
    expect(await one(`select booked from slot where unit_id = 'U10' and day = '2026-02-03' and at = '10:30'`)).toEqual({
      booked: 1,
    });
  });

  it('leaves no key without the row it points at', async () => {
    const { rows } =
      await db.pool.query(`select conname, conrelid::regclass::text as child, confrelid::regclass::text as parent,
      (select array_agg(a.attname::text order by k.i) from unnest(conkey) with ordinality k(n, i) join pg_attribute a on a.attrelid = conrelid and a.attnum = k.n) as cols,
      (select array_agg(a.attname::text order by k.i) from unnest(confkey) with ordinality k(n, i) join pg_attribute a on a.attrelid = confrelid and a.attnum = k.n) as refs
      from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`);
    expect(rows.length).toBeGreaterThan(30);
    for (const { conname, child, parent, cols, refs } of rows) {
      const present = cols.map((c: string) => `c.${c} is not null`).join(' and ');
      const equal = cols.map((c: string, i: number) => `p.${refs[i]} = c.${c}`).join(' and ');
      const orphans = await one<{ n: number }>(
        `select count(*)::int as n from ${child} c where ${present} and not exists (select from ${parent} p where ${equal})`,
      );
      expect([conname, orphans.n]).toEqual([conname, 0]);
    }
  });

  it('changes nothing when it comes again, and is refused with other content under the same name', async () => {
    const before = await fingerprint(db);
    expect((await take(history, { delivery: 'history' })).kind).toBe('unchanged');
    const other = await take(persons, { delivery: 'history' });
    expect(other.kind === 'refused' && other.report.problems[0]?.rule).toBe('other-content');
    expect(await fingerprint(db)).toBe(before);
  });

  it('adds what is new and brings forward what was open when rows overlap', async () => {
    const later = together(
      persons,
      ...rounds.slice(0, 2).map(round),
      round({ ref: 'a3', number: anna, day: '2026-01-14', result: 'recall' }),
      round({ ref: 'b2', number: berit, day: '2026-02-03', result: 'normal' }),
      { cancers: [{ ...interval, size_mm: '20' }] },
    );
    const outcome = await take(later, { delivery: 'later', dataCut: '2026-03-01' });
    expect(outcome).toMatchObject({
      kind: 'loaded',
      counts: { newPersons: 0, openCases: 0, cancers: 1, events: {}, withdrawn: 0 },
    });
    const { rows } = await db.pool.query(
      `select number, state, outcome from episode join identity_number i using (person_id)
      where i.identity_number = any ($1) order by i.identity_number = $2, number`,
      [[anna, berit], anna],
    );
    expect(rows.map((r) => `${r.number} ${r.state} ${r.outcome}`)).toEqual([
      '1 closed not-attended',
      '2 closed negative',
      '1 closed negative',
      '2 closed negative',
      '3 assessment null',
    ]);
    expect(await one(`select count(*)::int as n from reading_task`)).toEqual({ n: 0 });
    expect(await one(`select count(*)::int as n from read`)).toEqual({ n: 8 });
    expect(await one(`select size_mm, detection from cancer`)).toEqual({ size_mm: 20, detection: 'interval' });
  });
});
