import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Day } from '#core/kernel/day';
import { levelsIn, levelsOf, stratumOf } from './stratum.ts';

const inputs = fc.record({
  age: fc.option(fc.integer({ min: 40, max: 80 })),
  centre: fc.constantFrom('C06', 'C14'),
  round: fc.constantFrom('first', 'later', null),
});
const allocation: Parameters<typeof stratumOf>[0]['allocation'] = {
  method: 'blocks',
  sizes: [4],
  strata: ['centre', 'round', { ageFrom: [50, 60] }],
};

it('the name of a stratum can be read back into its levels', () => {
  fc.assert(
    fc.property(inputs, fc.integer({ min: 1, max: 9 }), (known, series) => {
      const levels = levelsOf({ allocation }, known, '2026-01-19' as Day);
      const read = levelsIn(stratumOf({ allocation, series }, levels));
      expect(read.series).toBe(String(series));
      expect(read.levels.map(({ factor, level }) => `${factor}=${level}`)).toEqual(levels);
    }),
  );
  expect(levelsIn(stratumOf({ allocation: { method: 'simple' }, series: 2 }, []))).toEqual({ series: '2', levels: [] });
});
