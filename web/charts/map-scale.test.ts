import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evenLimits, stepOf } from './map-scale.ts';

describe('the steps of a map', () => {
  it('hold about as many places each', () => {
    expect(evenLimits([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 5)).toEqual([3, 5, 7, 9]);
    expect(evenLimits([0, 0, 0, 0, 7], 5)).toEqual([7]);
    expect(evenLimits([], 5)).toEqual([]);
  });

  it('leave no class of the scale without a value, and give a larger value no lower class', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1 }), (values) => {
        const limits = evenLimits(values, 5);
        const used = new Set(values.map((value) => stepOf(value, limits)));
        expect(used.size).toBe(limits.length + 1);
        const [a, b] = [Math.min(...values), Math.max(...values)];
        expect(stepOf(a, limits)).toBeLessThanOrEqual(stepOf(b, limits));
      }),
    );
  });
});
