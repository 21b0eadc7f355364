import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mcnemar, pairedDifference, pairedOddsRatio } from './mcnemar.ts';
import { normalTwoSided, normalUpper, studentQuantile, studentTwoSided } from './tails.ts';

describe('McNemar', () => {
  it('gives the p-values of Fagerland 2013, table 4: 1 and 7 discordant among 21 children', () => {
    const test = mcnemar(1, 7);
    expect(test.asymptotic).toBeCloseTo(0.0338948535, 9);
    expect(test.corrected).toBeCloseTo(0.0770998717, 9);
    expect(test.exact).toBeCloseTo(0.0703125, 12);
    expect(test.midP).toBeCloseTo(0.0390625, 12);
  });
  it("gives Newcombe's interval of the difference (Fagerland 2014, table 5)", () => {
    const { difference, lower, upper } = pairedDifference(1, 1, 7, 21);
    expect(difference).toBeCloseTo(-0.286, 3);
    expect(lower).toBeCloseTo(-0.507, 3);
    expect(upper).toBeCloseTo(-0.026, 3);
  });
  it('is the same for either order, and mid-p lies below exact', () => {
    fc.assert(
      fc.property(fc.nat(400), fc.nat(400), (b, c) => {
        const [one, other] = [mcnemar(b, c), mcnemar(c, b)];
        expect(other).toEqual({ ...one, onlyFirst: c, onlySecond: b });
        expect(one.midP).toBeLessThanOrEqual(one.exact + 1e-12);
        for (const p of [one.exact, one.midP, one.asymptotic, one.corrected]) {
          expect(p).toBeGreaterThanOrEqual(0);
          expect(p).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
  it('says nothing when no case is discordant', () => {
    expect(mcnemar(0, 0).exact).toBe(1);
    expect(pairedOddsRatio(0, 0)).toBeUndefined();
    expect(pairedOddsRatio(6, 3)?.ratio).toBe(2);
  });
  it('counts a million discordant cases without losing the tail', () => {
    const test = mcnemar(500_000, 510_000);
    expect(test.asymptotic / 2.5124252526053e-23).toBeCloseTo(1, 12);
    expect(test.exact).toBeLessThan(1e-15);
  });
});

describe('tails (R 4.2.2: pnorm, pt, qt)', () => {
  it.each([
    [1.959963984540054, 0.025],
    [10, 7.619853024160527e-24],
    [-3, 0.99865010196837],
  ])('P(Z > %d)', (z, p) => expect(normalUpper(z) / p).toBeCloseTo(1, 12));
  it('two-sided, and of Student', () => {
    expect(normalTwoSided(2)).toBeCloseTo(0.0455002638963584, 14);
    expect(studentTwoSided(-1.812945, 30.368)).toBeCloseTo(0.0797364532912372, 13);
    expect(studentTwoSided(2.22813885198627, 10)).toBeCloseTo(0.05, 12);
    expect(studentQuantile(0.05, 10)).toBeCloseTo(2.22813885198627, 11);
  });
});
