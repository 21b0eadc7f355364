import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#test/database';
import {
  person,
  round,
  type SmallDelivery,
  syntheticNumber,
  together,
  takeDelivery,
  fingerprint,
  type WriteOptions,
} from '#test/small-delivery';
import { importDelivery } from './import-delivery.ts';
import { writeSmallDelivery } from '#test/small-delivery';

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

const _one = async <T>(sql: string, values: unknown[] = []) => (await db.pool.query(sql, values)).rows[0] as T;

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
      const before = await fingerprint(db);
      const outcome = await take(change(good), { delivery: 'faulty' });
      expect(outcome.kind).toBe('refused');
      if (outcome.kind !== 'refused') return;
      expect(outcome.report.problems).toContainEqual({ file, row, column, rule, value, expected: expect.any(String) });
      expect(outcome.report.counts).toContainEqual({ file, rule, count: expect.any(Number) });
      expect(await fingerprint(db)).toBe(before);
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
