import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { isWorkingDay } from '#core/invitation/calendar';
import { addDays, day, dayFromNumber, dayNumber, daysBetween, weekday, yearOf } from '#core/kernel/day';
import { loadCountry } from '#server/simulation/load-country';
import type { Country, ServicePoint } from './country.ts';
import { createDiary, type Diary } from './diary.ts';
import { pandemicStop } from './world.ts';

let country: Country;
let stops: ServicePoint[];
const open = (): Diary => createDiary(country, day('2014-01-01'), day('2029-12-31'), pandemicStop);

beforeAll(async () => {
  country = await loadCountry();
  stops = country.units.flatMap((u, unit) => u.stops.map((stop) => ({ unit, stop })));
});

const days = fc.integer({ min: dayNumber(day('2015-01-01')), max: dayNumber(day('2026-12-31')) });
const unit = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe('diary', () => {
  it('books on working days outside the stand-still, on or after the wanted day', () => {
    const diary = open();
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 25 }), (from, u) => {
        const { day: on, at } = diary.book({ unit: u, stop: undefined }, from);
        const booked = dayFromNumber(on);
        expect(on).toBeGreaterThanOrEqual(from);
        expect(weekday(booked)).toBeLessThanOrEqual(5);
        expect(isWorkingDay(booked, country.calendar)).toBe(true);
        expect(booked < pandemicStop.from || booked > pandemicStop.to).toBe(true);
        expect(at >= '08:30' && at <= '14:50').toBe(true);
      }),
    );
  });

  it('a full day goes over to the next, and no time is given twice', () => {
    const diary = open();
    const wanted = dayNumber(day('2025-03-03'));
    const booked = Array.from({ length: 100 }, () => diary.book({ unit: 0, stop: undefined }, wanted));
    expect(new Set(booked.map((b) => `${b.day} ${b.at}`)).size).toBe(100);
    expect(booked.filter((b) => b.day === wanted)).toHaveLength(39);
    expect(new Set(booked.map((b) => b.day)).size).toBe(3);
  });

  it('a bus examines where it then stands', () => {
    const diary = open();
    fc.assert(
      fc.property(days, fc.nat(), unit, (wanted, pick, u) => {
        const point = stops[pick % stops.length];
        if (!point?.stop) return;
        let visit = diary.nearestVisit(point, wanted, 0, u);
        const still = [dayNumber(pandemicStop.from), dayNumber(pandemicStop.to)] as const;
        if (visit >= still[0] && visit <= still[1]) visit = diary.nearestVisit(point, wanted, still[1] + 1, u);
        const on = dayFromNumber(diary.book(point, visit).day);
        const newYear = day(`${yearOf(on)}-01-01`);
        expect(daysBetween(addDays(newYear, 7 * (point.stop.fromWeek - 1)), on)).toBeGreaterThanOrEqual(0);
        expect(daysBetween(on, addDays(newYear, 7 * point.stop.toWeek - 1))).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 2000 },
    );
  });

  it('a visit is not before the day asked for', () => {
    const diary = open();
    fc.assert(
      fc.property(days, fc.nat(), unit, (wanted, pick, u) => {
        const point = stops[pick % stops.length];
        if (!point) return;
        expect(diary.nearestVisit(point, wanted, wanted, u)).toBeGreaterThanOrEqual(wanted);
      }),
    );
  });
});
