import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gsdfDeviations, jndOfLuminance, largestGsdfDeviation, luminanceOfJnd, standardLuminances } from './gsdf.ts';

describe('the greyscale standard display function', () => {
  // DICOM PS3.14, Table B-1 "Grayscale Standard Display Function: Luminance versus JND Index", first and last rows, and
  // single values computed from the formula of section 7.1.
  it.each([
    [1, 0.05, 4],
    [2, 0.0547, 4],
    [3, 0.0594, 4],
    [100, 1.8508, 3],
    [512, 130.065, 2],
    [1023, 3993.404, 0],
  ])('JND %d is %d cd/m²', (index, luminance, digits) => {
    expect(luminanceOfJnd(index)).toBeCloseTo(luminance, digits);
  });

  it.each([
    [1, 71.5],
    [350, 653.1],
    [420, 680.0],
  ])('%d cd/m² is JND %d', (luminance, index) => {
    expect(jndOfLuminance(luminance)).toBeCloseTo(index, 1);
  });

  it('rises with the index, and its inverse leads back to within a step', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 1022, noNaN: true }), (index) => {
        expect(luminanceOfJnd(index + 1)).toBeGreaterThan(luminanceOfJnd(index));
        expect(Math.abs(jndOfLuminance(luminanceOfJnd(index)) - index)).toBeLessThan(1);
      }),
    );
  });
});

describe('a display measured against it', () => {
  const range = fc.record({
    low: fc.double({ min: 0.3, max: 2, noNaN: true }),
    high: fc.double({ min: 300, max: 1000, noNaN: true }),
  });

  it('that follows it deviates by next to nothing', () => {
    fc.assert(
      fc.property(range, ({ low, high }) => {
        expect(largestGsdfDeviation(standardLuminances(low, high, 18))).toBeLessThan(0.01);
      }),
    );
  });

  it('whose grey level is off by some per cent deviates by about what contrast says', () => {
    const levels = standardLuminances(1.2, 500, 18).map((value, i) => (i === 9 ? value * 1.05 : value));
    const off = gsdfDeviations(levels)?.map((step) => step.deviation) ?? [];
    expect(Math.abs(off[0] ?? 1)).toBeLessThan(0.01);
    // 5 % of luminance in the middle of steps of about 32 %: one step 15 % too large, the next as much too small.
    expect(off[8]).toBeGreaterThan(0.1);
    expect(off[9]).toBeLessThan(-0.1);
  });

  it('with a gamma of 2.2 instead fails by far', () => {
    const gamma = Array.from({ length: 18 }, (_, i) => 1 + 449 * (i / 17) ** 2.2);
    expect(largestGsdfDeviation(gamma)).toBeGreaterThan(0.3);
  });

  it('cannot be judged by two levels, or when a level is not brighter than the one before', () => {
    expect(gsdfDeviations([1, 400])).toBeUndefined();
    expect(gsdfDeviations([1, 5, 5, 400])).toBeUndefined();
    expect(gsdfDeviations([0, 5, 400])).toBeUndefined();
  });
});
