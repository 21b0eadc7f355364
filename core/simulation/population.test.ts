import fc from 'fast-check';
import { expect, it } from 'vitest';
import { largestRemainder } from './population.ts';

const weights = fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 60 });

it('largest remainder: adds up, and no part is a whole unit off its exact share', () => {
  fc.assert(
    fc.property(weights, fc.integer({ min: 0, max: 2000 }), (w, total) => {
      const sum = w.reduce((a, b) => a + b, 0);
      const parts = largestRemainder(w, total);
      if (sum === 0) return;
      expect(parts.reduce((a, b) => a + b, 0)).toBe(total);
      parts.forEach((part, i) => {
        expect(Math.abs(part - ((w[i] ?? 0) * total) / sum)).toBeLessThan(1);
      });
    }),
  );
});
