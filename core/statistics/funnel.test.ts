import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chance, random } from '#core/kernel/random';
import { binomialCdf, binomialQuantile, poissonCdf, poissonQuantile } from './discrete.ts';
import { binomialLimits, poissonLimits, standing, widenedLimits } from './funnel.ts';
import { overdispersion, winsorise } from './overdispersion.ts';

const targets = fc.double({ min: 0.001, max: 0.999, noNaN: true });
const volumes = fc.integer({ min: 5, max: 20_000 });
const tails = { 0.95: 0.025, 0.998: 0.001 } as const;

describe('counts', () => {
  it('have the probabilities of the binomial and the Poisson written out', () => {
    expect(binomialCdf(2, 4, 0.5)).toBeCloseTo(11 / 16, 12);
    expect(binomialCdf(0, 10, 0.1)).toBeCloseTo(0.9 ** 10, 12);
    expect(poissonCdf(1, 2)).toBeCloseTo(3 * Math.exp(-2), 12);
  });
  it('have quantiles that are the first count to reach the probability', () => {
    fc.assert(
      fc.property(targets, volumes, fc.constantFrom(0.001, 0.025, 0.5, 0.975, 0.999), (p, n, q) => {
        const r = binomialQuantile(q, n, p);
        expect(binomialCdf(r, n, p)).toBeGreaterThanOrEqual(q);
        expect(binomialCdf(r - 1, n, p)).toBeLessThan(q);
      }),
    );
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 3000, noNaN: true }), fc.constantFrom(0.001, 0.025, 0.975), (mean, q) => {
        const r = poissonQuantile(q, mean);
        expect(poissonCdf(r, mean)).toBeGreaterThanOrEqual(q);
        expect(poissonCdf(r - 1, mean)).toBeLessThan(q);
      }),
    );
  });
});

describe('funnel limits', () => {
  it.each([0.95, 0.998] as const)('of %d put the tail between the two counts on each side of it', (level) => {
    const tail = tails[level];
    fc.assert(
      fc.property(targets, volumes, (target, n) => {
        const { lower, upper } = binomialLimits(target, n, level);
        // Counts strictly below the lower limit are rarer than the tail; one count more would not be.
        const below = Math.ceil(lower * n - 1e-9) - 1;
        expect(binomialCdf(below, n, target)).toBeLessThan(tail);
        expect(binomialCdf(below + 1, n, target)).toBeGreaterThanOrEqual(tail - 1e-12);
        const above = Math.floor(upper * n + 1e-9) + 1;
        expect(1 - binomialCdf(above, n, target)).toBeLessThanOrEqual(tail + 1e-12);
        expect(lower).toBeLessThanOrEqual(target + 1 / n);
        expect(upper).toBeGreaterThanOrEqual(target - 1 / n);
      }),
    );
  });

  it('cover: places that do as the target fall outside 95 % limits one time in twenty, and 99.8 % one in 500', () => {
    const r = random('funnel coverage');
    const outside = { 0.95: 0, 0.998: 0 };
    const places = 2000;
    const n = 900;
    const limits = { 0.95: binomialLimits(0.03, n, 0.95), 0.998: binomialLimits(0.03, n, 0.998) };
    for (let place = 0; place < places; place++) {
      let events = 0;
      for (let i = 0; i < n; i++) if (chance(r, 0.03)) events++;
      for (const level of [0.95, 0.998] as const) {
        const { lower, upper } = limits[level];
        if (events / n < lower || events / n > upper) outside[level]++;
      }
    }
    // Interpolated limits of a discrete count are within one count of the level asked for.
    expect(outside[0.95] / places).toBeGreaterThan(0.03);
    expect(outside[0.95] / places).toBeLessThan(0.07);
    expect(outside[0.998] / places).toBeLessThan(0.006);
  });

  it('grow narrower with volume, and the outer hold the inner', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.02, max: 0.98, noNaN: true }),
        fc.integer({ min: 100, max: 5000 }),
        (target, n) => {
          const inner = binomialLimits(target, n, 0.95);
          const outer = binomialLimits(target, n, 0.998);
          const larger = binomialLimits(target, n * 4, 0.95);
          expect(outer.lower).toBeLessThanOrEqual(inner.lower);
          expect(outer.upper).toBeGreaterThanOrEqual(inner.upper);
          expect(larger.upper - larger.lower).toBeLessThan(inner.upper - inner.lower);
        },
      ),
    );
  });

  it('of a ratio: those of the binomial when events are rare', () => {
    const poisson = poissonLimits(50, 0.95);
    const binomial = binomialLimits(0.0001, 500_000, 0.95);
    expect(poisson.lower).toBeCloseTo(binomial.lower / 0.0001, 2);
    expect(poisson.upper).toBeCloseTo(binomial.upper / 0.0001, 2);
  });

  it('say where a place stands', () => {
    const at95 = { lower: 2, upper: 4 };
    const at998 = { lower: 1, upper: 5 };
    expect([0.5, 1.5, 3, 4.5, 5.5].map((v) => standing(v, at95, at998))).toEqual([
      'below-998',
      'below-95',
      'within',
      'above-95',
      'above-998',
    ]);
  });
});

describe('overdispersion', () => {
  const drawn = (spread: number) => {
    const r = random('overdispersion', String(spread));
    return Array.from({ length: 30 }, (_, i) => {
      const p = 0.1 + (i % 2 === 0 ? spread : -spread);
      let events = 0;
      for (let k = 0; k < 2000; k++) if (chance(r, p)) events++;
      return { events, total: 2000 };
    });
  };
  it('is not found where chance alone is at work', () => {
    const found = overdispersion(0.1, drawn(0));
    expect(found.phi).toBeLessThan(1.5);
    expect(found.tau2).toBe(0);
  });
  it('is found where places differ, with about the variance they were given', () => {
    const found = overdispersion(0.1, drawn(0.02));
    expect(found.p).toBeLessThan(0.001);
    expect(Math.sqrt(found.tau2)).toBeGreaterThan(0.014);
    expect(Math.sqrt(found.tau2)).toBeLessThan(0.026);
  });
  it('widens the limits', () => {
    const narrow = widenedLimits(0.1, 1000, 0.95, 0);
    const wide = widenedLimits(0.1, 1000, 0.95, 0.0004);
    expect(wide.upper).toBeGreaterThan(narrow.upper);
    expect(wide.lower).toBeLessThan(narrow.lower);
  });
  it('says nothing about a few places', () => {
    expect(overdispersion(0.1, drawn(0.05).slice(0, 4))).toMatchObject({ phi: 1, tau2: 0 });
  });
  it('is not carried by one extreme place: ten per cent at each end are drawn in', () => {
    expect(winsorise([9, 1, 2, 3, 4, 5, 6, 7, 8, 100], 0.1)).toEqual([9, 2, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});
