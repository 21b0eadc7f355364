import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundaries, boundaryRules, crossings, spentBy } from './group-sequential.ts';
import { expectedInformation, sequentialDesign } from './sequential-design.ts';

const zOf = (...asked: Parameters<typeof boundaries>) => boundaries(...asked).map((look) => look.z);
const quarters = [0.25, 0.5, 0.75, 1];

describe('boundaries of a group-sequential test', () => {
  it('are the normal quantile when there is one look', () => {
    for (const rule of boundaryRules) expect(zOf(rule, 0.025, [1])[0]).toBeCloseTo(1.959963984540054, 9);
  });

  it('say that no stop is possible where the integration cannot tell the alpha from nothing', () => {
    const [first] = boundaries('spending-obrien-fleming', 0.025, [0.01, 1]);
    expect(first).toMatchObject({ z: Number.POSITIVE_INFINITY, p: 0 });
  });

  it('may end before the planned information, and take what is left beyond it', () => {
    const [first, second] = zOf('spending-obrien-fleming', 0.025, [0.25, 0.5]);
    const [a, b, , ,] = zOf('spending-obrien-fleming', 0.025, quarters);
    expect([first, second]).toEqual([a, b]);
    expect(boundaries('spending-pocock', 0.025, [0.5, 1.1]).at(-1)?.spent).toBe(0.025);
  });

  it('refuse looks that do not go forward', () => {
    expect(() => boundaries('pocock', 0.025, [0.5, 0.5])).toThrow(RangeError);
    expect(() => boundaries('pocock', 0.6, [1])).toThrow(RangeError);
  });

  const looks = fc
    .uniqueArray(fc.integer({ min: 5, max: 99 }), { minLength: 0, maxLength: 5 })
    .map((percent) => [...percent.sort((a, b) => a - b).map((p) => p / 100), 1]);

  it('spend exactly alpha, whatever the spacing', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...boundaryRules),
        fc.constantFrom(0.01, 0.025, 0.05),
        looks,
        (rule, alpha, information) => {
          const found = boundaries(rule, alpha, information);
          expect(crossings(found, 0).at(-1)).toBeCloseTo(alpha, 7);
          for (const look of found)
            if (rule === 'spending-pocock') expect(look.spent).toBeCloseTo(spentBy(rule, alpha, look.information), 12);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('are crossed more often the larger the effect, and the study is shorter for it', () => {
    fc.assert(
      fc.property(
        looks,
        fc.double({ min: 0, max: 4, noNaN: true }),
        fc.double({ min: 0.1, max: 1, noNaN: true }),
        (information, drift, more) => {
          const found = boundaries('spending-obrien-fleming', 0.025, information);
          expect(crossings(found, drift + more).at(-1) ?? 0).toBeGreaterThan(crossings(found, drift).at(-1) ?? 0);
          expect(expectedInformation(found, drift + more)).toBeLessThanOrEqual(
            expectedInformation(found, drift) + 1e-9,
          );
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe('a group-sequential design', () => {
  it('has the power asked for, at a largest size somewhat above that of one look', () => {
    const design = sequentialDesign(boundaries('spending-obrien-fleming', 0.025, quarters), 0.025, 0.8);
    expect(design.power.at(-1)).toBeCloseTo(0.8, 9);
    expect(design.inflation).toBeGreaterThan(1);
    expect(design.expected.planned).toBeLessThan(1);
  });
});
