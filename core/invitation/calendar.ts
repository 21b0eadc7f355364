/** Holidays and closed periods: data in the programme's rules, days worked out here. */
import { addDays, type Day, fromCivil, weekday, yearOf } from '#core/kernel/day';

export type CalendarRules = {
  readonly holidays: readonly Holiday[];
  /** Periods in which every unit is shut besides the holidays. */
  readonly closures: readonly Closure[];
};

export type Holiday =
  | { readonly id: string; readonly kind: 'fixed'; readonly month: number; readonly day: number }
  | { readonly id: string; readonly kind: 'easter'; readonly offset: number };

export type Closure =
  | { readonly id: string; readonly kind: 'easter'; readonly from: number; readonly to: number }
  /** Month and day of the first and the last day shut; a period that crosses the year has `to` before `from`. */
  | { readonly id: string; readonly kind: 'fixed'; readonly from: MonthDay; readonly to: MonthDay };

export type MonthDay = { readonly month: number; readonly day: number };

/**
 * Easter Sunday of a Gregorian year. Source: the anonymous Gregorian computus ("Meeus/Jones/Butcher"),
 * J. Meeus, Astronomical Algorithms, chapter 8.
 */
export function easterSunday(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return fromCivil({ year, month: Math.floor(n / 31), day: (n % 31) + 1 });
}

/** The holidays of a year, in calendar order. */
export function holidaysOf(year: number, rules: CalendarRules): readonly { readonly day: Day; readonly id: string }[] {
  const easter = easterSunday(year);
  return rules.holidays
    .map((holiday) => ({
      id: holiday.id,
      day: holiday.kind === 'fixed' ? fromCivil({ year, ...monthDay(holiday) }) : addDays(easter, holiday.offset),
    }))
    .sort((x, y) => (x.day < y.day ? -1 : x.day > y.day ? 1 : 0));
}

/** Why the programme is shut on a day: the id of the holiday or of the closed period; undefined when it is not. */
export function shutOn(day: Day, rules: CalendarRules): string | undefined {
  const year = yearOf(day);
  const { holidays, closures } = yearBy(rules, year);
  return holidays.get(day) ?? closures.find(({ from, to }) => from <= day && day <= to)?.id;
}

type Span = { readonly id: string; readonly from: Day; readonly to: Day };
type Year = { readonly holidays: ReadonlyMap<Day, string>; readonly closures: readonly Span[] };
const years = new WeakMap<CalendarRules, Map<number, Year>>();

/** The holidays and closed periods of a year, worked out once for the same rules: planning asks for every day of every unit. */
function yearBy(rules: CalendarRules, year: number): Year {
  const known = years.get(rules) ?? new Map<number, Year>();
  years.set(rules, known);
  let found = known.get(year);
  if (!found) {
    const holidays = new Map<Day, string>();
    for (const { day, id } of holidaysOf(year, rules)) if (!holidays.has(day)) holidays.set(day, id);
    found = { holidays, closures: rules.closures.flatMap((closure) => spansOf(closure, year)) };
    known.set(year, found);
  }
  return found;
}

/** Monday to Friday, no holiday and in no closed period. */
export function isWorkingDay(day: Day, rules: CalendarRules): boolean {
  return weekday(day) <= 5 && shutOn(day, rules) === undefined;
}

/** The working day `count` working days after `day` (before, when negative). */
export function addWorkingDays(day: Day, count: number, rules: CalendarRules): Day {
  const step = count < 0 ? -1 : 1;
  let left = Math.abs(count);
  let at = day;
  while (left > 0) {
    at = addDays(at, step);
    if (isWorkingDay(at, rules)) left--;
  }
  return at;
}

/** The days of a year in which a period is shut: two spans when it crosses the year. */
function spansOf(closure: Closure, year: number): readonly Span[] {
  const { id } = closure;
  if (closure.kind === 'easter') {
    const easter = easterSunday(year);
    return [{ id, from: addDays(easter, closure.from), to: addDays(easter, closure.to) }];
  }
  const [from, to] = [fromCivil({ year, ...closure.from }), fromCivil({ year, ...closure.to })];
  if (from <= to) return [{ id, from, to }];
  return [
    { id, from, to: fromCivil({ year, month: 12, day: 31 }) },
    { id, from: fromCivil({ year, month: 1, day: 1 }), to },
  ];
}

const monthDay = ({ month, day }: MonthDay): MonthDay => ({ month, day });
