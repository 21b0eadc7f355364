import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dobsonRate, standardisedRate, standardisedRatio, standardisedShare, type Stratum } from './standardise.ts';

/** Made-up counts; what epitools gives for them is held in programmes/published/r-statistics.ts. */
const strata: Stratum[] = [
  { events: 61, total: 182345, standard: 7000 },
  { events: 142, total: 158765, standard: 5500 },
];

describe('direct standardisation', () => {
  it('by Dobson: the same rate, and nearly the same interval when counts are many', () => {
    const [gamma, dobson] = [standardisedRate(strata), dobsonRate(strata)];
    expect(dobson?.value).toBeCloseTo(gamma?.value ?? 0, 12);
    expect((dobson?.limits.lower ?? 0) * 1e5).toBeCloseTo((gamma?.limits.lower ?? 0) * 1e5, 0);
    expect((dobson?.limits.upper ?? 0) * 1e5).toBeCloseTo((gamma?.limits.upper ?? 0) * 1e5, 0);
  });

  const any = fc.array(
    fc
      .record({ total: fc.integer({ min: 1, max: 5000 }), standard: fc.integer({ min: 1, max: 100 }) })
      .chain(({ total, standard }) =>
        fc.integer({ min: 0, max: total }).map((events) => ({ events, total, standard })),
      ),
    { minLength: 1, maxLength: 6 },
  );
  it('stays between the lowest and the highest stratum, within its limits', () => {
    fc.assert(
      fc.property(any, (list) => {
        const shares = list.map((s) => s.events / s.total);
        for (const found of [standardisedRate(list), dobsonRate(list), standardisedShare(list)]) {
          expect(found?.value).toBeGreaterThanOrEqual(Math.min(...shares) - 1e-12);
          expect(found?.value).toBeLessThanOrEqual(Math.max(...shares) + 1e-12);
          expect(found?.limits.lower).toBeLessThanOrEqual((found?.value ?? 0) + 1e-9);
          expect(found?.limits.upper).toBeGreaterThanOrEqual((found?.value ?? 0) - 1e-9);
        }
      }),
    );
  });
  it('changes nothing when the standard is the population itself', () => {
    fc.assert(
      fc.property(any, (list) => {
        const own = list.map((s) => ({ ...s, standard: s.total }));
        const events = own.reduce((n, s) => n + s.events, 0);
        const total = own.reduce((n, s) => n + s.total, 0);
        expect(standardisedShare(own)?.value).toBeCloseTo(events / total, 12);
      }),
    );
  });
  it('of nobody is nothing', () => {
    expect(standardisedShare([{ events: 0, total: 0, standard: 5 }])).toBeUndefined();
  });
});

describe('indirect standardisation', () => {
  it('has exact limits for few events: none observed of 2 expected', () => {
    expect(standardisedRatio(0, 2).limits).toEqual({ lower: 0, upper: expect.closeTo(3.688879454 / 2, 8) });
  });
});
