import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LEAST_TOLD, toldAs } from './reveals.ts';

it('what is told is never more than there were, and one more or less changes nothing but at a step', () => {
  fc.assert(
    fc.property(fc.nat({ max: 100_000 }), (shown) => {
      const told = toldAs(shown) ?? 0;
      expect(told).toBeLessThanOrEqual(shown);
      expect(shown - told).toBeLessThan(LEAST_TOLD);
      expect(toldAs(told + LEAST_TOLD - 1)).toBe(toldAs(told));
    }),
  );
});
