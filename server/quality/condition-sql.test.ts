import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Condition, type FactRow, fieldsOf, matches, toSql } from '#core/quality/condition';
import { type Duck, openDuck, quoted } from './duck.ts';

let duck: Duck;
beforeAll(async () => {
  duck = await openDuck();
});
afterAll(() => duck.close());

const row: fc.Arbitrary<FactRow> = fc.record({
  flag: fc.option(fc.boolean(), { nil: null }),
  count: fc.option(fc.integer({ min: -3, max: 3 }), { nil: null }),
  word: fc.option(fc.constantFrom('a', "b'c", ''), { nil: null }),
});

const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.constant(['is', 'flag'] as const),
  fc.constantFrom('flag', 'count', 'word').map((field) => ['known', field] as const),
  fc.constantFrom('a', "b'c", '', 'd').map((word) => ['eq', 'word', word] as const),
  fc.integer({ min: -3, max: 3 }).map((n) => ['eq', 'count', n] as const),
  fc
    .tuple(fc.constantFrom('lt', 'le', 'gt', 'ge'), fc.integer({ min: -3, max: 3 }))
    .map(([operator, n]) => [operator, 'count', n] as Condition),
);
const { tree } = fc.letrec<{ tree: Condition }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('tree'), { maxLength: 3 }).map((parts) => ['all', ...parts] as Condition),
    fc.array(tie('tree'), { maxLength: 3 }).map((parts) => ['any', ...parts] as Condition),
    tie('tree').map((part) => ['not', part] as Condition),
  ),
}));

it('a condition counts the same rows in memory and in SQL', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 20 }), tree, async (rows, condition) => {
      const values = rows.map(
        (r) => `(${sqlOf(r.flag)}::boolean, ${sqlOf(r.count)}::integer, ${sqlOf(r.word)}::varchar)`,
      );
      const [counted] = await duck.rows(
        `select count(*) filter (${toSql(condition)})::integer as n from (values ${values.join(', ')}) as t(flag, count, word)`,
      );
      expect(counted?.n).toBe(rows.filter((r) => matches(condition, r)).length);
    }),
    { numRuns: 150 },
  );
});

it('names its fields', () => {
  expect(fieldsOf(['all', ['is', 'a'], ['not', ['any', ['eq', 'b', 1], ['known', 'c']]]])).toEqual(['a', 'b', 'c']);
});

function sqlOf(value: string | number | boolean | null | undefined): string {
  if (value === null || value === undefined) return 'null';
  return typeof value === 'string' ? quoted(value) : String(value);
}
