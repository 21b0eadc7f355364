import { describe, expect, it } from 'vitest';
import { day } from '#core/kernel/day';
import { ageGroup } from './dimension.ts';
import { lastWholeYear, periodYears } from './period.ts';

const known = { dataCut: day('2026-01-19'), first: 2016 };

describe('a period', () => {
  it('ends with the last year that is over', () => {
    expect(lastWholeYear(day('2026-01-19'))).toBe(2025);
    expect(lastWholeYear(day('2025-12-31'))).toBe(2025);
    expect(lastWholeYear(day('2025-12-30'))).toBe(2024);
  });
  it('waits for every day of the year to have been followed', () => {
    expect(lastWholeYear(day('2026-06-29'), 6)).toBe(2024);
    expect(lastWholeYear(day('2026-06-30'), 6)).toBe(2025);
    expect(lastWholeYear(day('2025-12-30'), 24)).toBe(2022);
  });
  it('is a year, a round of two, the newest, or all', () => {
    expect(periodYears('2024', known)).toEqual([2024]);
    expect(periodYears('2023-2024', known)).toEqual([2023, 2024]);
    expect(periodYears('newest', known)).toEqual([2025]);
    expect(periodYears('all', known)).toHaveLength(10);
  });
  it('waits until interval cancers have had their 24 months', () => {
    expect(periodYears('newest', { ...known, followUpMonths: 24 })).toEqual([2023]);
    expect(periodYears('all', { ...known, followUpMonths: 24 }).at(-1)).toBe(2023);
  });
});

describe('age groups', () => {
  it('are of five years, with those outside in the first and the last', () => {
    expect([40, 49, 50, 54, 55, 69, 70, 88].map(ageGroup)).toEqual([
      '-49',
      '-49',
      '50-54',
      '50-54',
      '55-59',
      '65-69',
      '70-',
      '70-',
    ]);
  });
});
