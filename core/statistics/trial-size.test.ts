import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { designEffect, detectable, marginFor, powerOf, sizeFor } from './trial-size.ts';

const rate = fc.double({ min: 0.002, max: 0.4, noNaN: true });
const comparison = fc.record({
  control: rate,
  experimental: rate,
  margin: fc.double({ min: 0.001, max: 0.1, noNaN: true }),
  ratio: fc.double({ min: 0.5, max: 2, noNaN: true }),
});

describe('the size of a trial', () => {
  it('is the one that has the power', () => {
    fc.assert(
      fc.property(comparison, fc.double({ min: 0.6, max: 0.95, noNaN: true }), (c, power) => {
        const total = sizeFor(c, 0.025, power);
        if (Number.isFinite(total)) expect(powerOf(c, 0.025, total)).toBeCloseTo(power, 8);
        else expect(c.experimental - c.control + c.margin).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('has power alpha where the truth lies on the margin', () => {
    expect(powerOf({ control: 0.006, experimental: 0.005, margin: 0.001 }, 0.025, 140_000)).toBeCloseTo(0.025, 3);
  });

  it('grows by the design effect when whole days are drawn', () => {
    const effect = designEffect(60, 0.001, 0.4);
    expect(effect).toBeCloseTo(1.0686, 4);
    const plan = { control: 0.0061, experimental: 0.0061, margin: 0.0012 };
    expect(sizeFor({ ...plan, designEffect: effect }, 0.025, 0.8)).toBeCloseTo(effect * sizeFor(plan, 0.025, 0.8), 3);
    expect(marginFor(0.0061, 70_000, 0.025, 0.8, 4)).toBeCloseTo(2 * marginFor(0.0061, 70_000, 0.025, 0.8), 9);
  });

  it('tells which proportion it can find', () => {
    const found = detectable({ control: 0.0061, margin: 0 }, 0.025, 0.8, 140_000);
    expect(powerOf({ control: 0.0061, experimental: found, margin: 0 }, 0.025, 140_000)).toBeCloseTo(0.8, 6);
  });
});
