/**
 * Civil dates as ISO strings ("2026-11-22"), with no time zone anywhere: a day is a day wherever the server stands.
 * Arithmetic goes through the day number (days since 1970-01-01, proleptic Gregorian calendar).
 * Algorithms: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (days_from_civil, civil_from_days).
 */
declare const dayBrand: unique symbol;
/** A calendar day in ISO 8601 form, YYYY-MM-DD, years 0001-9999. Strings compare in calendar order. */
export type Day = string & { readonly [dayBrand]: true };

export type CivilDate = { readonly year: number; readonly month: number; readonly day: number };

const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Days in a month (1-12) of a year. */
export function monthLength(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

/** The day if the text is a real calendar date in ISO form, else undefined. */
export function parseDay(text: string): Day | undefined {
  const match = ISO_DAY.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > monthLength(year, month)) return undefined;
  return text as Day;
}

/** A day written in the source; throws when it is not a calendar date, because that is a programming error. */
export function day(text: string): Day {
  const parsed = parseDay(text);
  if (!parsed) throw new Error(`"${text}" is not a calendar date of the form YYYY-MM-DD`);
  return parsed;
}

export function civil(d: Day): CivilDate {
  return { year: 100 * twoAt(d, 0) + twoAt(d, 2), month: twoAt(d, 5), day: twoAt(d, 8) };
}

/** The number of two digits, without a text in between: planning reads days by the million. */
function twoAt(d: Day, at: number): number {
  return 10 * d.charCodeAt(at) + d.charCodeAt(at + 1) - 528;
}

export function fromCivil(date: CivilDate): Day {
  return `${String(date.year).padStart(4, '0')}-${twoDigits(date.month)}-${twoDigits(date.day)}` as Day;
}

function twoDigits(n: number): string {
  return n < 10 ? `0${n}` : String(n);
}

/** Days since 1970-01-01. */
export function dayNumber(d: Day): number {
  const { year, month, day: dayOfMonth } = civil(d);
  return civilToNumber(year, month, dayOfMonth);
}

function civilToNumber(year: number, month: number, dayOfMonth: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** The day with a given number of days since 1970-01-01. */
export function dayFromNumber(n: number): Day {
  const z = n + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const mp = Math.floor((5 * dayOfYear + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return fromCivil({ year, month, day: dayOfYear - Math.floor((153 * mp + 2) / 5) + 1 });
}

export function addDays(d: Day, days: number): Day {
  return dayFromNumber(dayNumber(d) + days);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** The same day of the month `months` later; a day that the month lacks becomes its last day (31 Jan + 1 = 28/29 Feb). */
export function addMonths(d: Day, months: number): Day {
  const { year, month, day: dayOfMonth } = civil(d);
  const index = year * 12 + (month - 1) + months;
  const newYear = Math.floor(index / 12);
  const newMonth = (index % 12) + 1;
  return fromCivil({ year: newYear, month: newMonth, day: Math.min(dayOfMonth, monthLength(newYear, newMonth)) });
}

export function addYears(d: Day, years: number): Day {
  return addMonths(d, years * 12);
}

/** ISO weekday: 1 Monday ... 7 Sunday. */
export function weekday(d: Day): number {
  return ((((dayNumber(d) + 3) % 7) + 7) % 7) + 1;
}

/** The Monday of the ISO week that holds the day. */
export function weekStart(d: Day): Day {
  return addDays(d, 1 - weekday(d));
}

/** Completed years of age on a day; negative before birth. */
export function ageOn(birth: Day, on: Day): number {
  const b = civil(birth);
  const o = civil(on);
  return o.year - b.year - (o.month < b.month || (o.month === b.month && o.day < b.day) ? 1 : 0);
}

export function yearOf(d: Day): number {
  return Number(d.slice(0, 4));
}

export function minDay(a: Day, b: Day): Day {
  return a < b ? a : b;
}

export function maxDay(a: Day, b: Day): Day {
  return a > b ? a : b;
}
