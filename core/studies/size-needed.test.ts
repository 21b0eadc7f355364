import { describe, expect, it } from 'vitest';
import { detectable, powerOf } from '#core/statistics/trial-size';
import { sizeNeeded } from './size-needed.ts';

const aims = {
  primary: 'screen-detected',
  hypothesis: 'non-inferiority',
  expected: 0.006,
  margin: 0.00117,
  alpha: 0.025,
  power: 0.8,
  total: 140_000,
  ratio: 1,
} as const;

describe('the size of a planned study', () => {
  it('is what gives the planned power', () => {
    const found = sizeNeeded(aims);
    if (found.kind !== 'needed') throw new Error('non-inferiority has a size');
    expect(sizeNeeded({ ...aims, total: found.needed })).toMatchObject({ power: expect.closeTo(0.8, 4) });
    expect(found.needed).toBeGreaterThan(130_000);
    expect(found.needed).toBeLessThan(140_000);
  });

  it('has the arms in each other’s place where fewer is better', () => {
    const intervals = { ...aims, primary: 'interval', ratio: 2 } as const;
    const same = { control: 0.006, experimental: 0.006, margin: 0.00117, ratio: 0.5 };
    expect(sizeNeeded(intervals)).toMatchObject({ power: powerOf(same, 0.025, 140_000) });
  });

  it('of superiority is the rate that can be told from control’s, above it or below', () => {
    const better = { ...aims, hypothesis: 'superiority' } as const;
    const above = detectable({ control: 0.006, margin: 0 }, 0.025, 0.8, 140_000);
    expect(sizeNeeded(better)).toMatchObject({ rate: expect.closeTo(above, 8) });
    const below = sizeNeeded({ ...better, primary: 'recall', expected: 0.04 });
    if (below.kind !== 'detects') throw new Error('superiority has a rate');
    expect(below.rate).toBeLessThan(0.04);
    expect(powerOf({ control: below.rate, experimental: 0.04, margin: 0 }, 0.025, 140_000)).toBeCloseTo(0.8, 6);
  });
});
