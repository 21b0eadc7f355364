import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactCount, exactProportion, wilson } from './intervals.ts';
import { betaQuantile, incompleteBeta, incompleteGamma, normalQuantile } from './special-functions.ts';

/** R 4.2.2: prop.test(correct = FALSE) and binom.test; counts from Larsen 2022, Radiology (threshold table). */
const published = [
  { events: 653, total: 752, wilson: [0.8423, 0.8907], exact: [0.8421, 0.8917] },
  { events: 92, total: 205, wilson: [0.3823, 0.5172], exact: [0.3794, 0.5196] },
  { events: 640, total: 752, wilson: [0.8238, 0.8747], exact: [0.8236, 0.8758] },
  { events: 85, total: 205, wilson: [0.3494, 0.483], exact: [0.3464, 0.4853] },
  { events: 602, total: 752, wilson: [0.7705, 0.8275], exact: [0.7702, 0.8285] },
  { events: 63, total: 205, wilson: [0.2482, 0.3735], exact: [0.2449, 0.3754] },
] as const;

describe('intervals of the published threshold table', () => {
  it.each(published)('$events of $total', (row) => {
    const w = wilson(row.events, row.total);
    const e = exactProportion(row.events, row.total);
    expect([w.lower, w.upper].map((x) => Number(x.toFixed(4)))).toEqual(row.wilson);
    expect([e.lower, e.upper].map((x) => Number(x.toFixed(4)))).toEqual(row.exact);
  });
});

describe('proportions', () => {
  const counts = fc
    .integer({ min: 1, max: 5000 })
    .chain((total) => fc.record({ total: fc.constant(total), events: fc.integer({ min: 0, max: total }) }));
  it('hold the estimate and stay within 0 and 1', () => {
    fc.assert(
      fc.property(counts, ({ events, total }) => {
        for (const { lower, upper } of [wilson(events, total), exactProportion(events, total)]) {
          expect(lower).toBeGreaterThanOrEqual(0);
          expect(upper).toBeLessThanOrEqual(1);
          expect(lower).toBeLessThanOrEqual(events / total);
          expect(upper).toBeGreaterThanOrEqual(events / total);
        }
      }),
    );
  });
  it('mirror when events and non-events change places', () => {
    fc.assert(
      fc.property(counts, ({ events, total }) => {
        const there = exactProportion(events, total);
        const back = exactProportion(total - events, total);
        expect(there.lower).toBeCloseTo(1 - back.upper, 9);
      }),
    );
  });
  it('exact limits put the tail probability where it belongs', () => {
    fc.assert(
      fc.property(counts, ({ events, total }) => {
        fc.pre(events > 0 && events < total);
        const { lower, upper } = exactProportion(events, total);
        expect(incompleteBeta(lower, events, total - events + 1)).toBeCloseTo(0.025, 9);
        expect(incompleteBeta(upper, events + 1, total - events)).toBeCloseTo(0.975, 9);
      }),
      { numRuns: 50 },
    );
  });
});

describe('counts', () => {
  it('of zero: 0 to 3.689 (Garwood 1936)', () => {
    expect(exactCount(0)).toEqual({ lower: 0, upper: expect.closeTo(3.688879454, 8) });
  });
  it('of ten: 4.795 to 18.390', () => {
    expect(exactCount(10).lower).toBeCloseTo(4.795389, 5);
    expect(exactCount(10).upper).toBeCloseTo(18.390356, 5);
  });
});

describe('special functions', () => {
  it('normal quantile', () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 13);
    expect(normalQuantile(1e-10)).toBeCloseTo(-6.361340902404056, 11);
  });
  it('gamma of shape 1 is exponential; beta(1, b) has a closed form', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 30, noNaN: true }), (x) => {
        expect(incompleteGamma(x, 1)).toBeCloseTo(1 - Math.exp(-x), 12);
      }),
    );
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), fc.integer({ min: 1, max: 200 }), (p, b) => {
        expect(betaQuantile(p, 1, b)).toBeCloseTo(1 - (1 - p) ** (1 / b), 10);
      }),
    );
  });
});
