/** Machines' results in real deliveries: everything a product may give, its place among others, and what is refused. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { percentileOf } from '#core/ai/percentile';
import { random } from '#core/kernel/random';
import { system } from '#core/people/access';
import type { DeliveryText } from '#core/registry/delivery';
import { chooseCalibration, makeCalibration } from '#server/ai/make-calibration';
import { percentileSql } from '#server/ai/percentile-sql';
import { registerProduct } from '#server/ai/register-product';
import { inTransaction } from '#server/db/transaction';
import { foundProduct, testProduct } from '#test/ai-world';
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

const anna = syntheticNumber('1960-05-01', 100);
const woman = together(
  { persons: [person()] },
  round({ ref: 'a1', number: anna, day: '2022-03-01', result: 'normal' }),
  round({ ref: 'a2', number: anna, day: '2024-03-05', result: 'normal' }),
  round({ ref: 'a3', number: anna, day: '2026-01-05', result: 'normal' }),
);
type Result = Partial<Record<keyof DeliveryText<'ai-results'>, string>>;
const said = (examination: string, more: Result): SmallDelivery => ({
  'ai-results': [
    {
      examination: `X-${examination}`,
      identity_number: anna,
      product: 'V',
      version: '1',
      analysed_on: '2026-01-06',
      score: '',
      score_left: '',
      score_right: '',
      ...more,
    } as DeliveryText<'ai-results'>,
  ],
});
const marks = [
  { view: 'LMLO', kind: 'mass', x: 0.41, y: 0.52, score: 88, box: { x: 0.36, y: 0.47, width: 0.1, height: 0.1 } },
  {
    view: 'LCC',
    kind: 'calcification',
    x: 0.4,
    y: 0.3,
    polygon: [
      [0.35, 0.25],
      [0.45, 0.25],
      [0.4, 0.36],
    ],
  },
];
const everything: Result = {
  score: '42.5',
  score_left: '42.5',
  score_right: '3',
  score_lcc: '40',
  score_lmlo: '42.5',
  score_rcc: '2',
  score_rmlo: '3',
  normal_tag: 'none',
  density: 'c',
  quality: 'adequate',
  risk: '1.7',
  marks: JSON.stringify(marks),
  run: 'run-1',
  model_hash: 'sha256:5f2c',
  threshold_set: 'norway-2026',
  started_at: '2026-01-06T12:04:11Z',
  finished_at: '2026-01-06T12:04:58Z',
};

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase({ reference: true });
  await foundProduct(db, testProduct('V'));
  await db.pool.query(`update ai_calibration_use set from_day = '2020-01-01'`);
  await inTransaction(db, system, (tx) =>
    registerProduct(tx, { ...testProduct('plain', { gives: ['examination'] }), name: 'Plain', vendor: '' }),
  );
});
afterAll(() => db.drop());

describe('a delivery with results', () => {
  it('keeps all that the product gives, the record of its run, and why it failed', async () => {
    const rows = together(woman, said('a1', everything), said('a2', { failure: 'No MLO view', run: 'run-2' }));
    expect(await takeDelivery(db, rows, { delivery: 'first' })).toMatchObject({ kind: 'loaded' });
    const results = await db.pool.query(
      'select score, score_left, score_right, pct, views, extras, marks, run_id from ai_result',
    );
    expect(results.rows).toEqual([
      {
        score: 42.5,
        score_left: 42.5,
        score_right: 3,
        pct: 42.5,
        views: { LCC: 40, LMLO: 42.5, RCC: 2, RMLO: 3 },
        extras: { normalTag: 'none', density: 'c', quality: 'adequate', risk: 1.7 },
        marks,
        run_id: 'run-1',
      },
    ]);
    const runs = await db.pool.query(
      `select run_id, arrived, model_hash, threshold_set, finished_at, failure from ai_run order by run_id`,
    );
    expect(runs.rows).toEqual([
      {
        run_id: 'run-1',
        arrived: 'delivery',
        model_hash: 'sha256:5f2c',
        threshold_set: 'norway-2026',
        finished_at: new Date('2026-01-06T12:04:58Z'),
        failure: null,
      },
      {
        run_id: 'run-2',
        arrived: 'delivery',
        model_hash: null,
        threshold_set: null,
        finished_at: null,
        failure: 'No MLO view',
      },
    ]);
  });

  it('changes no result when the same comes in a later delivery', async () => {
    const all = async () => (await db.pool.query('select * from ai_result')).rows;
    const before = await all();
    const again = await takeDelivery(db, together(woman, said('a1', everything)), { delivery: 'again' });
    expect(again).toMatchObject({ kind: 'loaded' });
    expect(await all()).toEqual(before);
  });

  const bad: readonly (readonly [string, Result & { readonly of?: string }, string, string])[] = [
    ['a score outside the scale', { score: '101' }, 'outside-scale', '101'],
    ['a view outside the scale', { score: '50', score_lcc: '-1' }, 'outside-scale', '50'],
    ['an unknown product', { product: 'Z', score: '5' }, 'unknown-product', 'Z 1'],
    ['an unknown version', { version: '9', score: '5' }, 'unknown-product', 'V 9'],
    [
      'something that the version does not give',
      { product: 'plain', score: '5', density: 'b' },
      'not-given',
      'plain 1: density',
    ],
    ['an unknown examination', { of: 'zz', score: '5' }, 'unknown-examination', 'X-zz'],
    ['neither a score nor why there is none', {}, 'score-or-failure', ''],
    ['both a score and a failure', { score: '5', failure: 'No images' }, 'score-or-failure', 'No images'],
    ['another score than before', { of: 'a1', ...everything, score: '43' }, 'other-content', '43'],
    ['the score of before with another density', { of: 'a1', ...everything, density: 'd' }, 'other-content', '42.5'],
    ['the score of before without its marks', { of: 'a1', ...everything, marks: '' }, 'other-content', '42.5'],
    ['marks that are none', { score: '5', marks: '[{"view": "LMLO", "x": 2}]' }, 'value', '[{"view": "LMLO", "x": 2}]'],
    ['a tag that is none', { score: '5', normal_tag: 'fine' }, 'value', 'fine'],
  ];
  it.each(bad)('is refused with %s, and nothing is changed', async (_, { of = 'a3', ...result }, rule, value) => {
    const before = await fingerprint(db);
    const outcome = await takeDelivery(db, together(woman, said(of, result)), { delivery: 'bad' });
    if (outcome.kind !== 'refused') throw new Error('it was taken in');
    expect(outcome.report.problems).toContainEqual(
      expect.objectContaining({ file: 'ai-results.csv', row: 1, rule, value, expected: expect.any(String) }),
    );
    expect(await fingerprint(db)).toBe(before);
  });

  it('is refused with two answers of one version about an examination', async () => {
    const twice = together(woman, said('a3', { score: '5' }), said('a3', { score: '6' }));
    const outcome = await takeDelivery(db, twice, { delivery: 'twice' });
    expect(outcome.kind === 'refused' && outcome.report.problems).toMatchObject([{ row: 2, rule: 'duplicate' }]);
  });
});

describe('the percentile of many', () => {
  /** Scores in steps, so that some lie on points of the calibration, some on several at once, and some outside all. */
  const r = random('percentiles');
  const points = Array.from({ length: 101 }, () => Math.round(40 * r.next()) / 4).sort((a, b) => a - b);
  const scores = Array.from({ length: 400 }, (_, i) => (i % 2 ? Math.round(48 * r.next()) / 4 - 1 : 12 * r.next() - 1));

  it.each(['suspicious', 'normal'] as const)(
    'is that of one, in bulk as in the function: high is %s',
    async (higherIs) => {
      const { rows } = await db.pool.query<{ score: number; bulk: number; one: number }>(
        `select score, ${percentileSql('score', 'points', 'higher_is')} as bulk, ai_percentile(score, points, higher_is) as one
       from unnest($1::float8[]) as s (score), (select $2::float8[] as points, $3::text as higher_is) c`,
        [scores, points, higherIs],
      );
      for (const { score, bulk, one } of rows) {
        expect(bulk, `${score}`).toBeCloseTo(percentileOf(score, points, higherIs), 9);
        expect(one, `${score}`).toBeCloseTo(percentileOf(score, points, higherIs), 9);
      }
    },
  );

  it('of a delivery is by the calibration in use at its data cut, not the newest', async () => {
    const made = await makeCalibration(db, system, {
      product: 'V',
      version: '1',
      name: 'Later',
      description: '',
      points: [0, 100],
      examinations: 1000,
    });
    if (!made.ok) throw new Error(made.refusal.what);
    await inTransaction(db, system, (tx) => chooseCalibration(tx, { ...made.value, from: tx.today }));
    await db.pool.query(`update ai_calibration_use set from_day = '2026-01-19' where calibration_id = $1`, [
      made.value.calibrationId,
    ]);
    const taken = await takeDelivery(db, together(woman, said('a3', { score: '60' })), { delivery: 'cut' });
    expect(taken).toMatchObject({ kind: 'loaded' });
    const { rows } = await db.pool.query(
      `select a.pct, c.name from ai_result a join ai_calibration c using (calibration_id) where a.score = 60`,
    );
    expect(rows).toEqual([{ pct: 60, name: 'Even' }]);
  });
});
