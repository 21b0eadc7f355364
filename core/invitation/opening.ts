/** When a unit is open and which times it then has. Times of day are "HH:MM". */
import { type CalendarRules, shutOn } from '#core/invitation/calendar';
import type { Point } from '#core/invitation/distance';
import { addDays, type Day, weekday } from '#core/kernel/day';

/** Opening hours on one ISO weekday; `places` = women examined at the same time. */
export type Hours = {
  readonly weekday: number;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly slotMinutes: number;
  readonly places: number;
};

export type Stop = { readonly startsOn: Day; readonly endsOn: Day; readonly place: string; readonly point: Point };

export type Unit = {
  readonly id: string;
  readonly centreId: string;
  readonly kind: 'stationary' | 'mobile';
  readonly point: Point;
  readonly hours: readonly Hours[];
  readonly closures: readonly { readonly day: Day; readonly reason: string }[];
  /** Days with other hours than the week says; they hold on a holiday too. */
  readonly specialDays?: readonly SpecialDay[];
  /** Times of a day at which nobody is taken. */
  readonly blocks?: readonly Block[];
  /** Where a mobile unit stands; a mobile unit is open only at a stop. */
  readonly stops: readonly Stop[];
  /** No appointments from this day. */
  readonly pausedOn: Day | null;
};

export type SpecialDay = Omit<Hours, 'weekday'> & { readonly day: Day; readonly reason: string };

/** From a time (included) to a time (not included). */
export type Block = { readonly day: Day; readonly from: string; readonly to: string; readonly reason: string };

export type Slot = { readonly at: string; readonly places: number };

export type UnitDay =
  | { readonly open: true; readonly point: Point; readonly place: string | null; readonly slots: readonly Slot[] }
  | {
      readonly open: false;
      readonly why: 'paused' | 'holiday' | 'closed' | 'no-hours' | 'no-stop';
      readonly detail: string;
    };

/** The unit on a day: its times, or why it is shut. */
export function unitOn(unit: Unit, day: Day, rules: CalendarRules): UnitDay {
  return unitWith(unit, day, rules, slotsOf);
}

function unitWith(unit: Unit, day: Day, rules: CalendarRules, timesOf: typeof slotsOf): UnitDay {
  if (unit.pausedOn && unit.pausedOn <= day) return shut('paused', unit.pausedOn);
  const closure = unit.closures.find((each) => each.day === day);
  if (closure) return shut('closed', closure.reason);
  const special = unit.specialDays?.find((each) => each.day === day);
  const holiday = special ? undefined : shutOn(day, rules);
  if (holiday) return shut('holiday', holiday);
  const hours = special ?? unit.hours.find((each) => each.weekday === weekday(day));
  if (!hours) return shut('no-hours', String(weekday(day)));
  const slots = unblocked(timesOf(hours), hours.slotMinutes, unit.blocks?.filter((each) => each.day === day) ?? []);
  if (unit.kind === 'stationary') return { open: true, point: unit.point, place: null, slots };
  const stop = unit.stops.find((each) => each.startsOn <= day && day <= each.endsOn);
  if (!stop) return shut('no-stop', '');
  return { open: true, point: stop.point, place: stop.place, slots };
}

/** The times that no block reaches into. */
function unblocked(slots: readonly Slot[], minutes: number, blocks: readonly Block[]): readonly Slot[] {
  if (blocks.length === 0) return slots;
  return slots.filter(({ at }) => {
    const start = minutesOf(at);
    return !blocks.some(({ from, to }) => minutesOf(from) < start + minutes && start < minutesOf(to));
  });
}

/** Every open day of a unit from `from` to `to`, both included. */
export function openDays(
  unit: Unit,
  from: Day,
  to: Day,
  rules: CalendarRules,
): readonly { readonly day: Day; readonly point: Point; readonly slots: readonly Slot[] }[] {
  const days: { day: Day; point: Point; slots: readonly Slot[] }[] = [];
  // A week's hours come again every week: their times are worked out once.
  const known = new Map<Omit<Hours, 'weekday'>, readonly Slot[]>();
  const timesOf: typeof slotsOf = (hours) => {
    const slots = known.get(hours) ?? slotsOf(hours);
    known.set(hours, slots);
    return slots;
  };
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const on = unitWith(unit, day, rules, timesOf);
    if (on.open) days.push({ day, point: on.point, slots: on.slots });
  }
  return days;
}

/** The times of a day by its hours: every `slotMinutes`, the last one ending by closing time. */
export function slotsOf(hours: Omit<Hours, 'weekday'>): readonly Slot[] {
  const slots: Slot[] = [];
  const closes = minutesOf(hours.closesAt);
  for (let at = minutesOf(hours.opensAt); at + hours.slotMinutes <= closes; at += hours.slotMinutes) {
    slots.push({ at: clockOf(at), places: hours.places });
  }
  return slots;
}

/** The time that follows right after another on the same day; undefined when a pause or closing time comes first. */
export function timeAfter(slots: readonly Slot[], at: string): string | undefined {
  const minutes = slots.map((slot) => minutesOf(slot.at));
  const gap = Math.min(...minutes.slice(1).map((each, i) => each - (minutes[i] ?? 0)));
  const next = slots[slots.findIndex((slot) => slot.at === at) + 1];
  return next && minutesOf(next.at) - minutesOf(at) === gap ? next.at : undefined;
}

/** Minutes after midnight of "HH:MM" (seconds, if any, are left out). */
export function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
}

/** "HH:MM" of minutes after midnight. */
export function clockOf(minutes: number): string {
  return `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}

function twoDigits(n: number): string {
  return n < 10 ? `0${n}` : String(n);
}

function shut(why: Extract<UnitDay, { open: false }>['why'], detail: string): UnitDay {
  return { open: false, why, detail };
}
