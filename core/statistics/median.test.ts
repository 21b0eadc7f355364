import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binomialCdf } from './discrete.ts';
import { median, medianRanks } from './median.ts';
import { trendTest } from './trend.ts';

const histogram = (values: readonly number[]) => {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
};

describe('the median', () => {
  it('is the middle observation, or half-way between two', () => {
    expect(median(histogram([3, 1, 2]))?.value).toBe(2);
    expect(median(histogram([1, 2, 3, 10]))?.value).toBe(2.5);
    expect(median(new Map())).toBeUndefined();
  });
  it('lies between the ranks of the published tables: 2 and 9 of ten, 6 and 15 of twenty (Conover 1999, table A3)', () => {
    expect(medianRanks(10)).toEqual({ lower: 2, upper: 9 });
    expect(medianRanks(20)).toEqual({ lower: 6, upper: 15 });
  });
  it('lies between them with at least the confidence asked for', () => {
    fc.assert(
      fc.property(fc.integer({ min: 6, max: 3000 }), (n) => {
        const { lower, upper } = medianRanks(n);
        expect(binomialCdf(upper - 1, n, 0.5) - binomialCdf(lower - 1, n, 0.5)).toBeGreaterThanOrEqual(0.95);
      }),
    );
  });
  it('is that of the observations laid out in order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1 }), (values) => {
        const sorted = values.toSorted((a, b) => a - b);
        const n = sorted.length;
        const found = median(histogram(values));
        expect(found?.value).toBe(((sorted[Math.ceil(n / 2) - 1] ?? 0) + (sorted[Math.floor(n / 2)] ?? 0)) / 2);
        expect(found?.n).toBe(n);
        expect(found?.limits.lower).toBeLessThanOrEqual(found?.value ?? 0);
        expect(found?.limits.upper).toBeGreaterThanOrEqual(found?.value ?? 0);
      }),
    );
  });
});

describe('a trend', () => {
  it('has the chi-square of the malformation example: z squared 6.57 (Agresti 2002, table 2.7, scores 0, 0.5, 1.5, 4, 7)', () => {
    const rows = [
      [0, 48, 17_114],
      [0.5, 38, 14_502],
      [1.5, 5, 793],
      [4, 1, 127],
      [7, 1, 38],
    ] as const;
    const { z } = trendTest(rows.map(([year, events, total]) => ({ year, events, total })));
    expect(z ** 2).toBeCloseTo(6.57, 2);
  });
  it('turns round with the years', () => {
    const up = [1, 2, 3, 4].map((year) => ({ year, events: 20 * year, total: 1000 }));
    const down = up.map((y) => ({ ...y, year: -y.year }));
    expect(trendTest(up).direction).toBe('rising');
    expect(trendTest(down).z).toBeCloseTo(-trendTest(up).z, 12);
    expect(trendTest(up.slice(0, 2)).direction).toBe('steady');
  });
});
