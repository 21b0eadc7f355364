import { describe, expect, it } from 'vitest';
import { random } from '#core/kernel/random';
import { binLimits, driftWatch, kolmogorovLimit, largestDistance, sharesOf, stabilityIndex } from './drift.ts';

const rules = { bins: 10, falseAlarm: 0.01, fewestExaminations: 50, weeks: 26 } as const;
const even = Array.from({ length: 10 }, () => 0.1);
const CALIBRATED = 100_000;

/** A week of `n` examinations, each in a bin drawn by `shift`: 0 = as the calibration population. */
function week(n: number, shift: number, seed: number): number[] {
  const r = random('drift', seed, shift);
  const counts = Array.from({ length: 10 }, () => 0);
  for (let i = 0; i < n; i++) {
    // u to the power of 1 + shift: a shift below 0 moves the scores up.
    const bin = Math.min(9, Math.floor(10 * r.next() ** (1 + shift)));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
}
const watch = driftWatch(even, CALIBRATED, rules);
/** The share of weeks in which each figure alarms. */
function alarmsIn(weeks: number, n: number, shift: number): Record<'psi' | 'top' | 'distance', number> {
  const alarms = { psi: 0, top: 0, distance: 0 };
  for (let i = 0; i < weeks; i++) for (const one of watch(week(n, shift, i))?.alarms ?? []) alarms[one] += 1 / weeks;
  return alarms;
}

describe('figures against a calibration population', () => {
  it('are those one computes by hand', () => {
    // Two bins, 60 : 40 of a hundred against 50 : 50.
    expect(stabilityIndex([60, 40], [0.5, 0.5])).toBeCloseTo(0.1 * Math.log(1.2) - 0.1 * Math.log(0.8), 12);
    expect(largestDistance([60, 40], [0.5, 0.5])).toBeCloseTo(0.1, 12);
    expect(stabilityIndex([50, 50], [0.5, 0.5])).toBe(0);
  });
  it('have the limits of the tables: Kolmogorov 1.358 at 5 %, 1.628 at 1 %; chi-squared with 9 degrees 21.666 at 1 %', () => {
    expect(kolmogorovLimit(0.05)).toBeCloseTo(1.3581, 4);
    expect(kolmogorovLimit(0.01)).toBeCloseTo(1.6276, 4);
    const drift = driftWatch(even, Number.POSITIVE_INFINITY, rules)(week(1000, 0, 1));
    expect((drift?.psiLimit ?? 0) * 1000).toBeCloseTo(21.666, 3);
  });
  it('say nothing of a week with too few', () => {
    expect(watch(week(49, 0, 1))).toBeUndefined();
  });
  it('take the bins from the calibration: equal shares, or those of a scale of whole numbers', () => {
    const smooth = Array.from({ length: 1001 }, (_, i) => i ** 1.5);
    for (const share of sharesOf(smooth, binLimits(smooth, 10))) expect(share).toBeCloseTo(0.1, 2);
    const whole = Array.from({ length: 1001 }, (_, i) => (i < 900 ? 1 : 10));
    const shares = sharesOf(whole, binLimits(whole, 10));
    expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
    expect(shares.at(-1)).toBeCloseTo(0.1, 2);
  });
});

describe('control limits', () => {
  it('alarm falsely about as often as they say, with 50 to 1000 examinations a week', () => {
    for (const n of [50, 200, 1000]) {
      const { psi, top, distance } = alarmsIn(3000, n, 0);
      expect({ n, psi, fits: psi > 0.003 && psi < 0.025 }).toMatchObject({ fits: true });
      expect({ n, top, fits: top > 0.003 && top < 0.025 }).toMatchObject({ fits: true });
      // Over bins the distance is never more than it is without them.
      expect(distance).toBeLessThan(0.012);
    }
  });
  it('see a shift that a new software version or a new machine may make', () => {
    // The share in the highest tenth goes from 10 % to 14 %: in most weeks with 1000, seldom missed over a month.
    const month = alarmsIn(200, 1000, -0.3);
    expect(month.psi).toBeGreaterThan(0.9);
    expect(month.top).toBeGreaterThan(0.8);
    expect(month.distance).toBeGreaterThan(0.9);
    expect(alarmsIn(200, 200, -0.5).psi).toBeGreaterThan(0.8);
  });
});
