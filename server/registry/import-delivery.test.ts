import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
  writeSmallDelivery,
  type WriteOptions,
} from '#test/small-delivery';
import { type ImportOutcome, importDelivery } from './import-delivery.ts';

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

async function take(rows: SmallDelivery, options: WriteOptions = {}): Promise<ImportOutcome> {
  const folder = writeSmallDelivery(rows, options);
  try {
    return await importDelivery(db, folder.dir);
  } finally {
    folder.remove();
  }
}

const programmeTables = [
  'person',
  'identity_number',
  'person_event',
  'invitation_stop',
  'episode',
  'appointment',
  'appointment_change',
  'slot',
  'examination',
  'reading_case',
  'read',
  'consensus',
  'assessment',
  'cancer',
  'ai_result',
  'reading_task',
  'delivery',
  'audit_entry',
];

/** A fingerprint of everything an import may write. */
async function fingerprint(): Promise<string> {
  const parts = programmeTables.map(
    (t) =>
      `select '${t}' as t, count(*)::text || coalesce(md5(string_agg(x::text, '' order by x::text)), '') as f from ${t} x`,
  );
  const { rows } = await db.pool.query(parts.join(' union all '));
  return JSON.stringify(rows);
}

const one = async <T>(sql: string, values: unknown[] = []) => (await db.pool.query(sql, values)).rows[0] as T;

describe('a delivery with faults', () => {
  const good = together(persons, round({ ref: 'a1', number: anna, day: '2024-03-04', result: 'malignant' }));
  type Fault = readonly [
    name: string,
    change: (rows: SmallDelivery) => SmallDelivery,
    file: string,
    row: number,
    column: string,
    rule: string,
    value: string,
  ];
  const first =
    <File extends keyof SmallDelivery>(file: File, change: Record<string, string>) =>
    (rows: SmallDelivery): SmallDelivery => ({
      ...rows,
      [file]: (rows[file] as unknown as object[]).map((row, i) => (i === 0 ? { ...row, ...change } : row)),
    });
  const added = (extra: SmallDelivery) => (rows: SmallDelivery) => together(rows, extra);
  const faults: readonly Fault[] = [
    [
      'a date that is none',
      first('persons', { birth_date: '1960-02-30' }),
      'persons.csv',
      1,
      'birth_date',
      'value',
      '1960-02-30',
    ],
    [
      'wrong check digits',
      first('persons', { identity_number: '01856010000' }),
      'persons.csv',
      1,
      'identity_number',
      'identity-number',
      '01856010000',
    ],
    [
      'a control character',
      first('persons', { given_name: 'a\u0007b' }),
      'persons.csv',
      1,
      'given_name',
      'characters',
      'a\u0007b',
    ],
    ['a score of 6', first('reads', { score_left: '6' }), 'reads.csv', 1, 'score_left', 'value', '6'],
    [
      'an unknown municipality',
      first('persons', { municipality: '9999' }),
      'persons.csv',
      1,
      'municipality',
      'unknown-municipality',
      '9999',
    ],
    [
      'an unknown postal code',
      first('persons', { postal_code: '0000' }),
      'persons.csv',
      1,
      'postal_code',
      'unknown-postal-code',
      '0000',
    ],
    ['an unknown unit', first('invitations', { unit: 'U99' }), 'invitations.csv', 1, 'unit', 'unknown-unit', 'U99'],
    ['a person twice', added({ persons: [person()] }), 'persons.csv', 3, 'identity_number', 'duplicate', anna],
    [
      'someone unknown',
      first('invitations', { identity_number: syntheticNumber('1950-01-01', 100) }),
      'invitations.csv',
      1,
      'identity_number',
      'unknown-person',
      syntheticNumber('1950-01-01', 100),
    ],
    [
      'images without a screened appointment',
      first('invitations', { status: 'did-not-attend' }),
      'examinations.csv',
      1,
      'invitation',
      'invitation-not-screened',
      'I-a1',
    ],
    [
      'a screened appointment without images',
      (rows) => {
        const { examinations: _, reads: _r, consensus: _c, assessments: _a, ...rest } = rows;
        return rest;
      },
      'invitations.csv',
      1,
      'status',
      'screened-without-examination',
      'screened',
    ],
    [
      'one reader twice',
      (rows) => ({ ...rows, reads: (rows.reads ?? []).map((r) => ({ ...r, reader: 'L-C06-1' })) }),
      'reads.csv',
      2,
      'reader',
      'same-reader',
      'L-C06-1',
    ],
    [
      'an unknown examination',
      first('reads', { examination: 'X-none' }),
      'reads.csv',
      1,
      'examination',
      'unknown-examination',
      'X-none',
    ],
    [
      'an examination of another woman',
      first('reads', { identity_number: berit }),
      'reads.csv',
      1,
      'examination',
      'unknown-examination',
      'X-a1',
    ],
    [
      'images after death',
      first('persons', { status: 'dead', status_on: '2024-01-01' }),
      'examinations.csv',
      1,
      'examined_on',
      'after-death',
      '2024-03-04',
    ],
    [
      'a day after the data cut',
      first('reads', { read_on: '2026-01-19' }),
      'reads.csv',
      1,
      'read_on',
      'after-data-cut',
      '2026-01-19',
    ],
    [
      'a consensus of one',
      first('consensus', { members: 'L-C06-1;L-C06-1' }),
      'consensus.csv',
      1,
      'members',
      'member-twice',
      'L-C06-1;L-C06-1',
    ],
    [
      'an assessment without recall',
      first('consensus', { decision: 'dismiss' }),
      'assessments.csv',
      1,
      'examination',
      'assessment-without-recall',
      'X-a1',
    ],
    [
      'a consensus without both reads',
      (rows) => ({ ...rows, reads: (rows.reads ?? []).slice(0, 1) }),
      'consensus.csv',
      1,
      'examination',
      'consensus-without-reads',
      'X-a1',
    ],
    [
      'an open time that is past',
      added(round({ ref: 'b1', number: berit, day: '2025-01-07', result: 'open' })),
      'invitations.csv',
      2,
      'appointment_on',
      'open-but-past',
      '2025-01-07',
    ],
    [
      'an earlier round left open',
      added(
        together(
          round({ ref: 'b1', number: berit, day: '2026-01-19', result: 'open' }),
          round({ ref: 'b2', number: berit, day: '2026-02-01', result: 'declined' }),
        ),
      ),
      'invitations.csv',
      2,
      'episode',
      'earlier-episode-open',
      'E-b1',
    ],
  ];

  it.each(faults)(
    '%s: refused with file, row, column, rule and value, and nothing is changed',
    async (_, change, file, row, column, rule, value) => {
      const before = await fingerprint();
      const outcome = await take(change(good), { delivery: 'faulty' });
      expect(outcome.kind).toBe('refused');
      if (outcome.kind !== 'refused') return;
      expect(outcome.report.problems).toContainEqual({ file, row, column, rule, value, expected: expect.any(String) });
      expect(outcome.report.counts).toContainEqual({ file, rule, count: expect.any(Number) });
      expect(await fingerprint()).toBe(before);
    },
  );

  it('counts every fault and keeps the first thousand', async () => {
    const many = Array.from({ length: 1500 }, () => person({ sex: 'x' }));
    const outcome = await take({ persons: many }, { delivery: 'many' });
    if (outcome.kind !== 'refused') throw new Error('was taken in');
    expect(outcome.report.total).toBe(1500);
    expect(outcome.report.problems).toHaveLength(1000);
    expect(outcome.report.counts).toEqual([{ file: 'persons.csv', rule: 'value', count: 1500 }]);
    expect(outcome.report.unchecked).toEqual(['cross-row rules']);
  });

  it('refuses files that are not what the manifest says, and headings that are not the format’s', async () => {
    const folder = writeSmallDelivery(good, { delivery: 'changed' });
    writeFileSync(join(folder.dir, 'persons.csv'), 'identity_number,extra\n1,2\n');
    writeFileSync(join(folder.dir, 'reads-more.csv'), 'x\n');
    const outcome = await importDelivery(db, folder.dir);
    folder.remove();
    if (outcome.kind !== 'refused') throw new Error('was taken in');
    expect(outcome.report.problems.map(({ file, rule }) => `${file} ${rule}`)).toEqual([
      'reads-more.csv not-in-manifest',
      'persons.csv checksum',
    ]);
    const missing = await importDelivery(db, '/no/such/folder');
    expect(missing.kind === 'refused' && missing.report.problems[0]?.rule).toBe('no-manifest');
  });
});

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

  it('is loaded with episodes, cases and what is in flight', async () => {
    const outcome = await take(history, { delivery: 'history' });
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
    const before = await fingerprint();
    expect((await take(history, { delivery: 'history' })).kind).toBe('unchanged');
    const other = await take(persons, { delivery: 'history' });
    expect(other.kind === 'refused' && other.report.problems[0]?.rule).toBe('other-content');
    expect(await fingerprint()).toBe(before);
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
