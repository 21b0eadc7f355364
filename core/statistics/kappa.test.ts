import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { random, weighted } from '#core/kernel/random';
import { kappa } from './kappa.ts';

const counts = fc.integer({ min: 0, max: 60 });
const tables = fc
  .array(fc.array(counts, { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 })
  .filter((table) => kappa(table) !== undefined);
const weights = fc.constantFrom('none' as const, 'linear' as const, 'quadratic' as const);

describe('kappa', () => {
  it('is 0.676 for the psychiatric diagnoses of Fleiss, Statistical Methods for Rates and Proportions, table 13.1', () => {
    const table = [
      [75, 1, 4],
      [5, 4, 1],
      [0, 0, 10],
    ];
    expect(kappa(table)).toMatchObject({ kappa: expect.closeTo(0.676, 3), observed: expect.closeTo(0.89, 10) });
  });

  it('has no value without cases, or when both always give one grade', () => {
    expect(
      kappa([
        [0, 0],
        [0, 0],
      ]),
    ).toBeUndefined();
    expect(
      kappa([
        [9, 0],
        [0, 0],
      ]),
    ).toBeUndefined();
  });

  it('is 1 when they always agree, and the same whoever is named first', () => {
    fc.assert(
      fc.property(tables, weights, (table, chosen) => {
        const value = kappa(table, chosen);
        const turned = table.map((_, i) => table.map((row) => row[i] ?? 0));
        expect(kappa(turned, chosen)?.kappa).toBeCloseTo(value?.kappa ?? Number.NaN, 10);
        expect(kappa(turned, chosen)?.standardError).toBeCloseTo(value?.standardError ?? Number.NaN, 10);
      }),
    );
    expect(
      kappa(
        [
          [5, 0, 0],
          [0, 7, 0],
          [0, 0, 2],
        ],
        'linear',
      )?.kappa,
    ).toBeCloseTo(1, 12);
  });

  it('has the standard error that its derivatives give', () => {
    fc.assert(
      fc.property(tables, weights, (table, chosen) => {
        const at = kappa(table, chosen);
        if (!at) return;
        const step = 1e-4;
        let variance = 0;
        for (const [i, row] of table.entries()) {
          for (const [j, count] of row.entries()) {
            const moved = (by: number) =>
              kappa(
                table.map((r, a) => r.map((c, b) => (a === i && b === j ? c + by : c))),
                chosen,
              )?.kappa ?? 0;
            const slope = count === 0 ? (moved(step) - at.kappa) / step : (moved(step) - moved(-step)) / (2 * step);
            variance += count * slope ** 2;
          }
        }
        expect(at.standardError).toBeCloseTo(Math.sqrt(variance), 3);
      }),
      { numRuns: 50 },
    );
  });

  it('covers the true value about 19 times of 20', () => {
    const share = [
      [0.35, 0.08, 0.01],
      [0.09, 0.3, 0.04],
      [0.01, 0.03, 0.09],
    ];
    const truth = kappa(share.map((row) => row.map((s) => s * 1e6)))?.kappa ?? 0;
    const r = random('kappa coverage');
    let covered = 0;
    const trials = 400;
    for (let t = 0; t < trials; t++) {
      const table = share.map((row) => row.map(() => 0));
      for (let k = 0; k < 200; k++) {
        const cell = weighted(r, share.flat());
        const row = table[Math.floor(cell / 3)];
        if (row) row[cell % 3] = (row[cell % 3] ?? 0) + 1;
      }
      const found = kappa(table);
      if (found && found.lower <= truth && truth <= found.upper) covered++;
    }
    expect(covered / trials).toBeGreaterThan(0.92);
    expect(covered / trials).toBeLessThan(0.98);
  });
});
