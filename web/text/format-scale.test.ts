import { describe, expect, it } from 'vitest';
import { formatInterval, formatScale } from './format-scale.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('a value on its scale', () => {
  it('has its unit, and the decimals of its kind', () => {
    expect(plain(formatScale('nb', 'percent', 76.34))).toBe('76,3 %');
    expect(formatScale('en', 'percent', 76.34)).toBe('76.3%');
    expect(plain(formatScale('nn', 'per-1000', 5.62))).toBe('5,6 ‰');
    expect(plain(formatScale('nb', 'days', 12))).toBe('12 dager');
    expect(formatScale('nb', 'ratio', 2.666)).toBe('2,67');
    expect(formatScale('nb', 'percent', null)).toBe('–');
  });

  it('is not written as all or none unless it is', () => {
    expect(plain(formatScale('nb', 'percent', (14948 / 14951) * 100))).toBe('99,98 %');
    expect(plain(formatScale('nb', 'percent', 100))).toBe('100,0 %');
    expect(plain(formatScale('nb', 'per-1000', 0.02))).toBe('0,02 ‰');
    expect(plain(formatScale('nb', 'percent', 0))).toBe('0,0 %');
  });

  it('has the decimals of the axis it stands on', () => {
    expect(plain(formatScale('nb', 'percent', 70, 0))).toBe('70 %');
  });
});

describe('an interval', () => {
  it('has its unit once, and the same decimals in both limits', () => {
    expect(plain(formatInterval('nb', 'percent', { lower: 74.41, upper: 78.66 }))).toBe('74,4–78,7 %');
    expect(plain(formatInterval('nb', 'days', { lower: 17, upper: 21 }))).toBe('17–21 dager');
    expect(formatInterval('en', 'percent', { lower: 99.9, upper: 99.98 })).toBe('99.90–99.98%');
  });
});
