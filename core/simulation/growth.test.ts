import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { random } from '#core/kernel/random';
import { diameterAfter, drawGrowth, type GrowthSet, growthSets, sensitivity, yearsBetween } from './growth.ts';

const diameters = fc.double({ min: 0.3, max: 120, noNaN: true });
const rates = fc.double({ min: 0.05, max: 40, noNaN: true });

describe('growth (Weedon-Fekjær 2008)', () => {
  it('10 to 20 mm takes 2.5826901 / k years', () => {
    expect(yearsBetween(10, 20, 1)).toBeCloseTo(2.5826901, 6);
    expect(yearsBetween(10, 20, 2.915)).toBeCloseTo(2.5826901 / 2.915, 6);
  });

  it('size and time are inverse of each other', () => {
    fc.assert(
      fc.property(diameters, rates, (d, k) => {
        expect(diameterAfter(yearsBetween(0.25, d, k), k)).toBeCloseTo(d, 6);
      }),
    );
  });

  it.each([
    ['manchester', 1.7, 1.62 / 12, 5.82],
    ['deviation', 2.09, 1.23 / 12, 7.64],
    ['fitted', 1.76, 1.2 / 12, 6.31],
  ] as const)('%s: mean, fastest and slowest 5 %% of the time from 10 to 20 mm', (name, mean, p5, p95) => {
    const years = drawTimes(growthSets[name], 200_000);
    expect(years.reduce((a, b) => a + b) / years.length / mean).toBeCloseTo(1, 1);
    expect((years[Math.floor(0.05 * years.length)] ?? 0) / p5).toBeCloseTo(1, 1);
    expect((years[Math.floor(0.95 * years.length)] ?? 0) / p95).toBeCloseTo(1, 1);
  });

  it.each([
    [2, 4.4],
    [5, 26.4],
    [8, 73.4],
    [10, 91.5],
    [15, 99.7],
  ])('a tumour of %d mm is seen in %d %%', (mm, percent) => {
    expect(100 * sensitivity(mm)).toBeCloseTo(percent, 1);
  });
});

function drawTimes(set: GrowthSet, n: number): number[] {
  const r = random('growth', set.mean, set.sd);
  return Array.from({ length: n }, () => yearsBetween(10, 20, drawGrowth(r, set))).sort((a, b) => a - b);
}
