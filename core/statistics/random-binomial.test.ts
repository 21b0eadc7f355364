import { describe, expect, it } from 'vitest';
import { binomialCdf } from './discrete.ts';
import { random } from '#core/kernel/random';
import { binomial } from './random-binomial.ts';

describe('a binomial draw', () => {
  it.each([
    [12, 0.3],
    [900, 0.004],
    [900, 0.997],
    [70_000, 0.006],
    [400, 0.5],
    [70_000, 0.93],
  ])('of %d with %d is distributed as the exact function says', (n, p) => {
    const r = random('binomial', n, p);
    const draws = Array.from({ length: 20_000 }, () => binomial(r, n, p));
    // Kolmogorov-Smirnov at the draws' own ninths; the limit is passed once in a thousand (1.95 / sqrt(20,000)).
    const sorted = draws.toSorted((a, b) => a - b);
    for (let i = 1; i < 9; i++) {
      const k = sorted[Math.floor((i * draws.length) / 9)] ?? 0;
      const share = draws.filter((d) => d <= k).length / draws.length;
      expect(Math.abs(share - binomialCdf(k, n, p))).toBeLessThan(0.0138);
    }
  });

  it('never leaves 0..n', () => {
    const r = random('edges');
    for (const [n, p] of [
      [0, 0.4],
      [5, 0],
      [5, 1],
      [1, 0.999999],
    ] as const) {
      const drawn = binomial(r, n, p);
      expect(drawn).toBeGreaterThanOrEqual(0);
      expect(drawn).toBeLessThanOrEqual(n);
    }
  });
});
