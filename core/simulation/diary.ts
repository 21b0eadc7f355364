/** The history's diary: which days are open, and the next free time at a unit near a wanted day. */
import { isWorkingDay } from '#core/invitation/calendar';
import { clockOf, minutesOf } from '#core/invitation/opening';
import { type Day, dayFromNumber, dayNumber, fromCivil, yearOf } from '#core/kernel/day';
import type { Country, ServicePoint, TourStop } from './country.ts';

/** A period in which the programme stood still, as a real one did from 13 March 2020 (domain: COVID shut-down). */
export type StandStill = { readonly from: Day; readonly to: Day };

export type Booking = { readonly day: number; readonly at: string };

export type Diary = {
  readonly isOpen: (day: number) => boolean;
  /** The first working day on or after a day. */
  readonly onOrAfter: (day: number) => number;
  readonly onOrBefore: (day: number) => number;
  /** Moves a wanted day to when the unit stands at the woman's stop, on or after a day. */
  readonly nearestVisit: (point: ServicePoint, wanted: number, notBefore: number, u: number) => number;
  /** Takes the first free time on or after a day. */
  readonly book: (point: ServicePoint, from: number) => Booking;
  /** The day as text, and its year: kept, because histories ask for the same few thousand days over and over. */
  readonly text: (day: number) => Day;
  readonly yearOf: (day: number) => number;
};

export function createDiary(country: Country, first: Day, last: Day, still: StandStill | undefined): Diary {
  const start = dayNumber(first);
  const length = dayNumber(last) - start + 1;
  const open = new Uint8Array(length);
  const texts = Array.from({ length }, (_, i) => dayFromNumber(start + i));
  const years = Uint16Array.from(texts, yearOf);
  for (let i = 0; i < length; i++) {
    const day = texts[i] ?? first;
    const stopped = still !== undefined && day >= still.from && day <= still.to;
    open[i] = isWorkingDay(day, country.calendar) && !stopped ? 1 : 0;
  }
  const { opensAt, closesAt, slotMinutes, places } = country.opening;
  const times: string[] = [];
  for (let at = minutesOf(opensAt); at + slotMinutes <= minutesOf(closesAt); at += slotMinutes) times.push(clockOf(at));
  const capacity = times.length * places;
  const taken = country.units.map(() => new Uint16Array(length));

  const isOpen = (day: number): boolean => open[day - start] === 1;
  const seek = (day: number, step: 1 | -1): number => {
    let d = day;
    while (!isOpen(d) && d - start >= 0 && d - start < length) d += step;
    return d;
  };
  const nearestVisit = (point: ServicePoint, wanted: number, notBefore: number, u: number): number =>
    point.stop ? inVisit(wanted, point.stop, notBefore, u) : wanted;
  const book = (point: ServicePoint, from: number): Booking => {
    const unit = taken[point.unit];
    if (!unit) throw new Error(`no unit number ${point.unit}`);
    const free = (first: number, step: 1 | -1): number => {
      let d = seek(first, step);
      while ((unit[d - start] ?? 0) >= capacity) d = seek(d + step, step);
      return d;
    };
    let day = free(from, 1);
    // A bus that would have left by then is taken before the wanted day.
    if (point.stop && !stands(point.stop, day)) day = free(from, -1);
    const n = unit[day - start] ?? 0;
    unit[day - start] = n + 1;
    // 17 is prime to the number of times, so that a day fills evenly and in an order of its own.
    const at = times[((n + day) * 17) % times.length];
    if (at === undefined) throw new Error('the opening hours hold no appointment');
    return { day, at };
  };
  const text = (day: number): Day => texts[day - start] ?? dayFromNumber(day);
  return {
    isOpen,
    onOrAfter: (d) => seek(d, 1),
    onOrBefore: (d) => seek(d, -1),
    nearestVisit,
    book,
    text,
    yearOf: (day) => years[day - start] ?? yearOf(text(day)),
  };
}

/** First and last day (numbers) of a unit's visit in a year. Week 1 starts on 1 January. */
function visit(stop: TourStop, year: number): readonly [from: number, to: number] {
  const newYear = dayNumber(fromCivil({ year, month: 1, day: 1 }));
  return [newYear + 7 * (stop.fromWeek - 1), newYear + 7 * stop.toWeek - 1];
}

function stands(stop: TourStop, day: number): boolean {
  const [from, to] = visit(stop, yearOf(dayFromNumber(day)));
  return day >= from && day <= to;
}

/** The wanted day when the unit then stands there; else a day of the visit that is nearest in time. */
function inVisit(wanted: number, stop: TourStop, notBefore: number, u: number): number {
  const year = yearOf(dayFromNumber(wanted));
  let best = wanted;
  let distance = Number.POSITIVE_INFINITY;
  const lastYear = yearOf(dayFromNumber(Math.max(wanted, notBefore))) + 1;
  for (let y = year - 1; y <= lastYear; y++) {
    const [first, to] = visit(stop, y);
    const from = Math.max(notBefore, first);
    // The last days of a visit may be a holiday with no working day before it that is late enough.
    if (to - from < 14) continue;
    if (wanted >= from && wanted <= to) return wanted;
    const away = wanted < from ? from - wanted : wanted - to;
    if (away < distance) {
      distance = away;
      best = from + Math.floor(u * (to - from));
    }
  }
  return best;
}
