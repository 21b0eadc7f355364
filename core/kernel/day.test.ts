import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  ageOn,
  civil,
  type Day,
  day,
  dayFromNumber,
  dayNumber,
  daysBetween,
  parseDay,
  weekday,
  weekStart,
} from './day.ts';

const anyDay = fc.integer({ min: -300000, max: 300000 }).map(dayFromNumber);

describe('day numbers', () => {
  it('agree with the platform calendar', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40000, max: 60000 }), (n) => {
        expect(dayFromNumber(n)).toBe(new Date(n * 86_400_000).toISOString().slice(0, 10));
      }),
    );
  });
  it('go there and back', () => {
    fc.assert(fc.property(anyDay, (d) => dayFromNumber(dayNumber(d)) === d));
  });
  it('keep the order of the strings', () => {
    fc.assert(fc.property(anyDay, anyDay, (a, b) => a < b === daysBetween(a, b) > 0));
  });
});

describe('parsing', () => {
  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '26-01-01', '2026-1-1', '2026-01-32', 'i morgen', ''])(
    'refuses %j',
    (text) => expect(parseDay(text)).toBeUndefined(),
  );
  it('takes a leap day', () => expect(parseDay('2024-02-29')).toBe('2024-02-29'));
});

describe('arithmetic', () => {
  it('clips the end of a month', () => {
    expect(addMonths(day('2026-01-31'), 1)).toBe('2026-02-28');
    expect(addMonths(day('2024-02-29'), 24)).toBe('2026-02-28');
    expect(addMonths(day('2026-03-15'), -3)).toBe('2025-12-15');
  });
  it('adds days across a year', () => expect(addDays(day('2026-12-31'), 1)).toBe('2027-01-01'));
  it('knows weekdays', () => {
    expect(weekday(day('2026-11-22'))).toBe(7);
    expect(weekday(day('1970-01-01'))).toBe(4);
  });
  it('starts a week on Monday, at most six days back', () => {
    fc.assert(
      fc.property(anyDay, (d) => {
        const start: Day = weekStart(d);
        expect(weekday(start)).toBe(1);
        expect(daysBetween(start, d)).toBeLessThan(7);
        expect(start <= d).toBe(true);
      }),
    );
  });
  it('counts completed years', () => {
    expect(ageOn(day('1976-11-23'), day('2026-11-22'))).toBe(49);
    expect(ageOn(day('1976-11-22'), day('2026-11-22'))).toBe(50);
    expect(ageOn(day('1972-02-29'), day('2026-02-28'))).toBe(53);
  });
  it('splits into parts', () => expect(civil(day('2026-11-22'))).toEqual({ year: 2026, month: 11, day: 22 }));
});
