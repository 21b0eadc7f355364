import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differenceScore, fitWithDifference, katz, miettinenNurminen, newcombe } from './two-proportions.ts';

const count = fc
  .integer({ min: 1, max: 400 })
  .chain((total) => fc.integer({ min: 0, max: total }).map((events) => ({ events, total })));
type Count = { readonly events: number; readonly total: number };

function logLikelihood({ events, total }: Count, p: number): number {
  const part = (k: number, q: number) => (k === 0 ? 0 : k * Math.log(q));
  return part(events, p) + part(total - events, 1 - p);
}

describe('two proportions', () => {
  it('are fitted, at a given difference, better than at any other place', () => {
    fc.assert(
      fc.property(
        count,
        count,
        fc.double({ min: -0.9, max: 0.9, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (a, b, d, u) => {
          const [p, q] = fitWithDifference(a, b, d);
          expect(p - q).toBeCloseTo(d, 9);
          const low = Math.max(0, d);
          const other = low + u * (Math.min(1, 1 + d) - low);
          const best = logLikelihood(a, p) + logLikelihood(b, q);
          const there = logLikelihood(a, other) + logLikelihood(b, Math.max(0, Math.min(1, other - d)));
          if (!Number.isNaN(there)) expect(best).toBeGreaterThanOrEqual(there - 1e-6);
        },
      ),
    );
  });

  it('have the same interval, turned round, when they change places', () => {
    fc.assert(
      fc.property(count, count, (a, b) => {
        for (const interval of [newcombe, miettinenNurminen]) {
          const [one, other] = [interval(a, b), interval(b, a)];
          expect(one.lower).toBeCloseTo(-other.upper, 7);
          expect(one.upper).toBeCloseTo(-other.lower, 7);
        }
      }),
    );
  });

  it('have an interval that holds exactly the differences which the test does not reject', () => {
    const [a, b] = [
      { events: 56, total: 70 },
      { events: 48, total: 80 },
    ];
    const { lower } = miettinenNurminen(a, b);
    expect(differenceScore(a, b, lower) * Math.sqrt(149 / 150)).toBeCloseTo(1.959963984540054, 8);
  });

  it('have no ratio interval without events in both', () => {
    expect(katz({ events: 0, total: 10 }, { events: 3, total: 10 })).toBeUndefined();
  });
});
