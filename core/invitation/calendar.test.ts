import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day, weekday, yearOf } from '#core/kernel/day';
import { invitationRules } from '#programmes/breast-no/invitation';
import { addWorkingDays, easterSunday, holidaysOf, isWorkingDay, shutOn } from './calendar.ts';

const rules = invitationRules.calendar;

describe('Easter', () => {
  // Golden dates: 1818 and 1943 are the earliest and the latest since the reform; the rest from the Norwegian almanac.
  it.each([
    [1818, '1818-03-22'],
    [1943, '1943-04-25'],
    [2000, '2000-04-23'],
    [2008, '2008-03-23'],
    [2011, '2011-04-24'],
    [2020, '2020-04-12'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2038, '2038-04-25'],
  ])('%i falls on %s', (year, expected) => expect(easterSunday(year)).toBe(expected));
  it('is a Sunday from 22 March to 25 April', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1600, max: 4000 }), (year) => {
        const easter = easterSunday(year);
        expect(weekday(easter)).toBe(7);
        expect(easter.slice(5) >= '03-22' && easter.slice(5) <= '04-25').toBe(true);
      }),
    );
  });
});

describe('Norwegian holidays', () => {
  it('of 2026', () => {
    expect(holidaysOf(2026, rules).map((each) => each.day)).toEqual([
      '2026-01-01',
      '2026-04-02',
      '2026-04-03',
      '2026-04-05',
      '2026-04-06',
      '2026-05-01',
      '2026-05-14',
      '2026-05-17',
      '2026-05-24',
      '2026-05-25',
      '2026-12-25',
      '2026-12-26',
    ]);
  });
  it('are twelve every year', () => {
    fc.assert(fc.property(fc.integer({ min: 1950, max: 2200 }), (year) => holidaysOf(year, rules).length === 12));
  });
});

describe('working days', () => {
  it('leave out weekends, holidays and closed periods', () => {
    expect(isWorkingDay(day('2026-11-20'), rules)).toBe(true);
    expect(isWorkingDay(day('2026-11-21'), rules)).toBe(false);
    expect(shutOn(day('2026-05-14'), rules)).toBe('ascension-day');
    expect(shutOn(day('2026-12-29'), rules)).toBe('christmas');
    expect(shutOn(day('2026-03-31'), rules)).toBe('easter-week');
    expect(shutOn(day('2026-04-07'), rules)).toBeUndefined();
  });
  it('go there and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 2100 }), fc.integer({ min: 1, max: 40 }), (year, count) => {
        const start = addWorkingDays(day(`${year}-06-01`), 1, rules);
        const there = addWorkingDays(start, count, rules);
        expect(isWorkingDay(there, rules)).toBe(true);
        expect(addWorkingDays(there, -count, rules)).toBe(start);
        expect(yearOf(there)).toBe(year);
      }),
    );
  });
});
