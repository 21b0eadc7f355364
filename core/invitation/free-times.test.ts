import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spread } from './free-times.ts';

describe('times to offer', () => {
  it('are at most so many, in order, from the first to the last', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer()), fc.integer({ min: 2, max: 20 }), (values, count) => {
        const offered = spread(values, count);
        expect(offered.length).toBe(Math.min(values.length, count));
        expect([offered[0], offered.at(-1)]).toEqual([values[0], values.at(-1)]);
        const places = offered.map((each) => values.indexOf(each));
        expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
      }),
    );
  });
});
