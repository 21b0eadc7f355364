import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exactCount, exactProportion, wilson } from './intervals.ts';

/** data/reference/README.md says where these come from. */
function rows(file: string): number[][] {
  const text = readFileSync(new URL(`../../data/reference/${file}`, import.meta.url), 'utf8');
  return text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',').map(Number));
}

describe('intervals agree with R to 1e-9', () => {
  it.each(rows('proportion_ci.csv'))('%d of %d', (x, n, wilsonLow, wilsonHigh, exactLow, exactHigh) => {
    const w = wilson(x ?? 0, n ?? 0);
    const e = exactProportion(x ?? 0, n ?? 0);
    expect(w.lower).toBeCloseTo(wilsonLow ?? Number.NaN, 9);
    expect(w.upper).toBeCloseTo(wilsonHigh ?? Number.NaN, 9);
    expect(e.lower).toBeCloseTo(exactLow ?? Number.NaN, 9);
    expect(e.upper).toBeCloseTo(exactHigh ?? Number.NaN, 9);
  });
  it.each(rows('poisson_ci.csv'))('a count of %d', (x, low, high) => {
    const limits = exactCount(x ?? 0);
    expect(limits.lower).toBeCloseTo(low ?? Number.NaN, 7);
    expect(limits.upper).toBeCloseTo(high ?? Number.NaN, 7);
  });
});
