import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMeasure, formatNumber, formatPercent } from './format.ts';

describe('numbers', () => {
  it('are written as the language does', () => {
    expect(formatNumber('nb', 1234567.25, 1)).toBe('1\u00a0234\u00a0567,3');
    expect(formatNumber('en', 1234567.25, 1)).toBe('1,234,567.3');
    expect(formatNumber('nb', -0.04, 1)).toBe('0,0');
    expect(formatNumber('nb', -12)).toBe('\u221212');
    expect(formatPercent('nb', 0.763)).toBe('76,3\u00a0%');
    expect(formatPercent('en', 0.763)).toBe('76.3%');
  });

  it('have no needless decimals where they are measured', () => {
    expect([24, 12.5, 11.96, 1234].map((mm) => formatMeasure('nb', mm))).toEqual(['24', '12,5', '12', '1\u00a0234']);
    expect(formatMeasure('en', 7.25, 2)).toBe('7.25');
  });

  it('can be read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), (n) => {
        expect(Number(formatNumber('nb', n).replaceAll('\u00a0', '').replace('\u2212', '-'))).toBe(n);
      }),
    );
  });
});
