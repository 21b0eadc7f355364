import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readPoints } from './read-points.ts';

it('reads back what was written, with comma or point, in a column or a line', () => {
  const ascending = fc.array(fc.integer({ min: -1000, max: 1000 })).map((all) => all.sort((a, b) => a - b));
  fc.assert(
    fc.property(ascending, fc.constantFrom('\n', '\r\n', ' ', '; ', '\t'), fc.boolean(), (all, between, comma) => {
      const points = all.map((n) => n / 100);
      const text = points.map((n) => (comma ? String(n).replace('.', ',') : String(n))).join(between);
      expect(readPoints(text)).toEqual({ points });
    }),
  );
});

it('names the first that is no number, and the first that is lower than the one before', () => {
  expect(readPoints('1 2,5 x')).toEqual({ wrong: 'not-a-number', at: 3, value: 'x' });
  expect(readPoints('1\n3\n2,9\n')).toEqual({ wrong: 'descends', at: 3, value: '2,9' });
  expect(readPoints(' ')).toEqual({ points: [] });
});
