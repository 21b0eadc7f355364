import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentileOf, scoreAt } from './percentile.ts';

describe('the percentile in a calibration population', () => {
  it('is interpolated between the points, 0 below all and 100 above all', () => {
    const points = [1, 2, 3, 5];
    expect([0.5, 1, 1.5, 2, 4, 5, 6].map((s) => percentileOf(s, points))).toEqual([
      0,
      0,
      50 / 3,
      100 / 3,
      250 / 3,
      100,
      100,
    ]);
  });
  it('counts half of those alike: whole-number bins', () => {
    // A tenth of the population in each bin 1-10.
    const points = Array.from({ length: 1001 }, (_, i) => Math.min(10, 1 + Math.floor(i / 100)));
    expect(percentileOf(1, points)).toBeCloseTo(4.95, 6);
    expect(percentileOf(10, points)).toBeCloseTo(95, 6);
    expect(percentileOf(9.5, points)).toBeCloseTo(89.95, 6);
  });
  it('turns round where a high score means normal', () => {
    expect(percentileOf(4, [1, 2, 3, 5], 'normal')).toBeCloseTo(100 - 250 / 3, 9);
  });
  it('rises with the score and lies within 0-100, whatever the population', () => {
    const population = fc
      .array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 60 })
      .map((all) => all.sort((a, b) => a - b));
    fc.assert(
      fc.property(
        population,
        fc.double({ min: -60, max: 60, noNaN: true }),
        fc.double({ min: -60, max: 60, noNaN: true }),
        (points, a, b) => {
          const [low, high] = [Math.min(a, b), Math.max(a, b)];
          const [at, then] = [percentileOf(low, points), percentileOf(high, points)];
          expect(at).toBeLessThanOrEqual(then);
          expect(at).toBeGreaterThanOrEqual(0);
          expect(then).toBeLessThanOrEqual(100);
        },
      ),
    );
  });
  it('is undone by the score at a share', () => {
    const points = Array.from({ length: 1001 }, (_, i) => (i / 100) ** 2);
    for (const pct of [0, 12.34, 50, 98.5, 99.5, 100]) {
      expect(percentileOf(scoreAt(pct / 100, points), points)).toBeCloseTo(pct, 9);
    }
  });
});
