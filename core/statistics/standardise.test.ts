import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dobsonRate, standardisedRate, standardisedRatio, standardisedShare, type Stratum } from './standardise.ts';

/** data/reference/README.md says where these come from. */
function read(file: string): string[][] {
  const text = readFileSync(new URL(`../../data/reference/${file}`, import.meta.url), 'utf8');
  return text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
}
const strata: Stratum[] = read('dsr_input.csv').map(([, events, total, standard]) => ({
  events: Number(events),
  total: Number(total),
  standard: Number(standard),
}));

describe('direct standardisation', () => {
  const [[, rate, low, high] = []] = read('dsr_expected_per100k.csv');
  it('is what epitools gives, with the interval of Fay and Feuer', () => {
    const found = standardisedRate(strata);
    expect((found?.value ?? 0) * 1e5).toBeCloseTo(Number(rate), 8);
    expect((found?.limits.lower ?? 0) * 1e5).toBeCloseTo(Number(low), 6);
    expect((found?.limits.upper ?? 0) * 1e5).toBeCloseTo(Number(high), 6);
  });
  it('by Dobson: the same rate, and nearly the same interval when counts are many', () => {
    const found = dobsonRate(strata);
    expect((found?.value ?? 0) * 1e5).toBeCloseTo(Number(rate), 8);
    expect((found?.limits.lower ?? 0) * 1e5).toBeCloseTo(Number(low), 0);
    expect((found?.limits.upper ?? 0) * 1e5).toBeCloseTo(Number(high), 0);
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
  it('is what epitools gives: 516 observed where the standard rates expect 528.8', () => {
    const standard = [
      [600, 1.8e6],
      [850, 1.75e6],
      [1100, 1.6e6],
      [1500, 1.6e6],
      [1200, 1.5e6],
    ] as const;
    const [[observed, expectedCount, sir, low, high] = []] = read('sir_expected.csv');
    const expectedEvents = strata.reduce((sum, s, i) => {
      const [events = 0, women = 1] = standard[i] ?? [];
      return sum + (s.total * events) / women;
    }, 0);
    expect(expectedEvents).toBeCloseTo(Number(expectedCount), 8);
    const found = standardisedRatio(Number(observed), expectedEvents, 'log');
    expect(found.value).toBeCloseTo(Number(sir), 10);
    expect(found.limits.lower).toBeCloseTo(Number(low), 8);
    expect(found.limits.upper).toBeCloseTo(Number(high), 8);
  });
  it('has exact limits for few events: none observed of 2 expected', () => {
    expect(standardisedRatio(0, 2).limits).toEqual({ lower: 0, upper: expect.closeTo(3.688879454 / 2, 8) });
  });
});
