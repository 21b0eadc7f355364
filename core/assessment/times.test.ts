import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addWorkingDays, type CalendarRules, isWorkingDay } from '#core/invitation/calendar';
import { addDays, day } from '#core/kernel/day';
import { assessmentRules, timeLimits } from '#programmes/breast-no/assessment';
import { waiting, workingDaysBetween } from './time-limits.ts';
import { firstDayWithNotice, freeTimes, hoursOf, placesAt } from './times.ts';

const monday = day('2026-03-02');
const noHoliday: CalendarRules = { holidays: [], closures: [] };
const wednesdayOff: CalendarRules = { ...noHoliday, holidays: [{ id: 'off', kind: 'fixed', month: 3, day: 4 }] };
const someDay = fc.integer({ min: 0, max: 2000 }).map((n) => addDays(monday, n));
const hours = hoursOf(assessmentRules, 'C06');

describe('working days', () => {
  it('skips weekends and holidays', () => {
    expect(workingDaysBetween(day('2026-03-06'), day('2026-03-09'), noHoliday)).toBe(1);
    expect(workingDaysBetween(monday, day('2026-03-09'), wednesdayOff)).toBe(4);
    expect(addWorkingDays(monday, 3, wednesdayOff)).toBe('2026-03-06');
  });

  it('counts what it adds', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 40 }), (from, count) => {
        const to = addWorkingDays(from, count, wednesdayOff);
        expect(workingDaysBetween(from, to, wednesdayOff)).toBe(count);
        expect(isWorkingDay(to, wednesdayOff)).toBe(true);
      }),
    );
  });
});

describe('waiting', () => {
  it('grades recall to assessment by the guideline: 3 desirable, 5 acceptable', () => {
    const grade = (days: number) =>
      waiting(monday, addWorkingDays(monday, days, noHoliday), timeLimits['recall-to-assessment'], noHoliday).grade;
    expect([3, 4, 5, 6].map(grade)).toEqual(['desirable', 'acceptable', 'acceptable', 'late']);
  });
});

describe('freeTimes', () => {
  it('offers only times with a free place, earliest first, never on a holiday', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 0, max: 3 }), (from, alreadyTaken) => {
        const taken = ({ at }: { at: string }) => (at < '11:00' ? alreadyTaken : 0);
        const free = freeTimes(hours, from, 30, taken, wednesdayOff, 20);
        expect(free.map((t) => `${t.day} ${t.at}`)).toEqual(free.map((t) => `${t.day} ${t.at}`).sort());
        for (const time of free) {
          expect(time.day >= from && !time.day.endsWith('-03-04')).toBe(true);
          expect(taken(time)).toBeLessThan(placesAt(hours, time, wednesdayOff));
        }
      }),
    );
  });

  it('gives a letter time to arrive', () => {
    expect(firstDayWithNotice(day('2026-03-06'), assessmentRules, noHoliday)).toBe('2026-03-10');
  });
});
