/**
 * Planning a round: which woman is offered which time. Greedy and sound: those due first choose first; each gets, among
 * the nearest open sites of her area, the time that costs least in kilometres and weeks off her due day; a day is never
 * booked beyond the limit on the chance that more come than there are places. An exact planner can take this function's
 * place: it has the same shape.
 */
import { DayBook } from '#core/invitation/day-book';
import { kmBetween, type Point } from '#core/invitation/distance';
import { type Day, dayNumber } from '#core/kernel/day';

export type PlanRules = {
  /** Highest allowed P(more women come than there are places) on a day. */
  readonly overflowLimit: number;
  /** Share of a day's places that planning may count on. */
  readonly plannedShare: number;
  /** Cost in km of one week off the due day, squared: cost = km + weekWeight x weeks^2. */
  readonly weekWeight: number;
  /** How long before her due day a woman may be taken with a bus that will have left by then, days. */
  readonly earlyDays: number;
  /** Days up to so much further off than the nearest one count as equal, and the quietest of them is taken. */
  readonly spreadDays: number;
  /** How many of the nearest sites are considered. */
  readonly nearestSites: number;
};

export type PlanWoman = {
  readonly id: string;
  readonly centreId: string;
  /** Where she lives; null when unknown, then every site of her area is equally near. */
  readonly point: Point | null;
  readonly dueOn: Day;
  /** Predicted probability that she comes. */
  readonly attendance: number;
  /** She cannot use a unit with stairs (most buses). */
  readonly stepFree: boolean;
  /** She needs two times in a row. */
  readonly longer: boolean;
};

export type PlanSlot = { readonly at: string; readonly places: number; readonly booked: number };

export type PlanDay = {
  readonly day: Day;
  /** How many women can be examined that day by the opening hours; overbooked places do not count. */
  readonly capacity: number;
  readonly slots: readonly PlanSlot[];
  /** Predicted attendance of each woman already booked that day; one with a longer time stands twice. */
  readonly booked: readonly number[];
};

/** A unit where it stands: a stationary unit is one site, a mobile unit one for each stop. */
export type PlanSite = {
  readonly unitId: string;
  readonly centreId: string;
  readonly kind: 'stationary' | 'mobile';
  readonly point: Point;
  readonly stepFree: boolean;
  /** Open days in the window, in calendar order. */
  readonly days: readonly PlanDay[];
  /** Mobile: the days on which it first and last stands here, also outside the window. */
  readonly stands: { readonly from: Day; readonly to: Day } | null;
};

export type PlanInput = {
  readonly from: Day;
  readonly to: Day;
  readonly women: readonly PlanWoman[];
  readonly sites: readonly PlanSite[];
  /** Areas without new invitations. */
  readonly pausedCentres: readonly string[];
  readonly rules: PlanRules;
};

export const unplacedReasons = ['area-paused', 'no-open-unit', 'no-room', 'waits-for-bus', 'not-yet'] as const;
export type UnplacedReason = (typeof unplacedReasons)[number];

export type Assignment = {
  readonly womanId: string;
  readonly unitId: string;
  readonly day: Day;
  readonly at: string;
  /** The time after, when she needs two. */
  readonly alsoAt: string | null;
  /** Distance as the crow flies, km; null when her place is unknown. */
  readonly km: number | null;
  /** Days from the due day to the appointment; negative = early. */
  readonly daysOff: number;
};

export type RoundPlan = {
  readonly assignments: readonly Assignment[];
  readonly unplaced: readonly { readonly womanId: string; readonly reason: UnplacedReason }[];
};

type Place = { readonly site: PlanSite; readonly book: DayBook; readonly km: number | null };

/** Plans the women of `input` into its sites. The same input gives the same plan; nobody is placed twice. */
export function planRound(input: PlanInput): RoundPlan {
  const { rules } = input;
  const paused = new Set(input.pausedCentres);
  const books = input.sites.map((site) => ({ site, book: new DayBook(site.days, input.to, rules) }));
  const nearest = nearestOf(books, rules.nearestSites);
  const to = dayNumber(input.to);
  const assignments: Assignment[] = [];
  const unplaced: { womanId: string; reason: UnplacedReason }[] = [];
  const order = [...input.women].sort((a, b) => compare(a.dueOn, b.dueOn) || compare(a.id, b.id));
  for (const woman of order) {
    const due = dayNumber(woman.dueOn);
    const places = paused.has(woman.centreId) ? [] : nearest(woman);
    const found = place(woman, due, due > to, places, rules);
    if (typeof found !== 'string') assignments.push(found);
    else unplaced.push({ womanId: woman.id, reason: paused.has(woman.centreId) ? 'area-paused' : found });
  }
  return { assignments, unplaced };
}

function place(woman: PlanWoman, due: number, early: boolean, places: readonly Place[], rules: PlanRules) {
  const usable = places.filter(({ site, book }) => book.open && (!early || worthTakingEarly(site, due, rules)));
  if (early && usable.length === 0) return 'not-yet';
  const first = cheapest(usable, due, rules);
  if (waitsFor(places, due, first?.cost, rules)) return 'waits-for-bus';
  if (usable.length === 0) return 'no-open-unit';
  // A refusal closes that day, so that the next cheapest comes up; it ends when every day of every site is full.
  for (let best = first; best; best = cheapest(usable, due, rules)) {
    const { site, book, km } = best.place;
    const time = book.take(due, woman.attendance, woman.longer);
    if (!time) continue;
    const { day, at, alsoAt, off } = time;
    return { womanId: woman.id, unitId: site.unitId, day, at, alsoAt, km, daysOff: off };
  }
  return early ? 'not-yet' : 'no-room';
}

/** The site whose nearest day with room costs least; undefined when all are full. */
function cheapest(places: readonly Place[], due: number, rules: PlanRules) {
  let best: { place: Place; cost: number } | undefined;
  for (const place of places) {
    const cost = (place.km ?? 0) + rules.weekWeight * (place.book.offDue(due) / 7) ** 2;
    if (cost < (best?.cost ?? Number.POSITIVE_INFINITY)) best = { place, cost };
  }
  return best;
}

/** A bus that will have left by her due day takes her while it stands here. */
function worthTakingEarly(site: PlanSite, due: number, rules: PlanRules): boolean {
  if (!site.stands) return false;
  const leaves = dayNumber(site.stands.to);
  return leaves < due && due - leaves <= rules.earlyDays;
}

/** A bus comes after the window and will serve her better than anything now, while it is still near her due day. */
function waitsFor(places: readonly Place[], due: number, now: number | undefined, rules: PlanRules): boolean {
  return places.some(({ site, book, km }) => {
    if (!site.stands || book.open) return false;
    const comes = dayNumber(site.stands.from);
    const off = Math.max(0, comes - due);
    if (comes <= book.lastDay || off > rules.earlyDays) return false;
    return now === undefined || (km ?? 0) + rules.weekWeight * (off / 7) ** 2 < now;
  });
}

/** The nearest usable sites of a woman's area, worked out once for each place that women live at. */
function nearestOf(books: readonly { site: PlanSite; book: DayBook }[], count: number) {
  const known = new Map<string, readonly Place[]>();
  const byCentre = new Map<string, { site: PlanSite; book: DayBook }[]>();
  for (const each of books) {
    const own = byCentre.get(each.site.centreId);
    if (own) own.push(each);
    else byCentre.set(each.site.centreId, [each]);
  }
  return (woman: PlanWoman): readonly Place[] => {
    const { point } = woman;
    const key = `${woman.centreId} ${point?.latitude} ${point?.longitude} ${woman.stepFree}`;
    const before = known.get(key);
    if (before) return before;
    const places = (byCentre.get(woman.centreId) ?? [])
      .filter(({ site }) => site.stepFree || !woman.stepFree)
      .map(({ site, book }) => ({ site, book, km: point ? kmBetween(point, site.point) : null }))
      .sort((a, b) => (a.km ?? 0) - (b.km ?? 0));
    const open = places.filter(({ book }) => book.open).slice(0, count);
    const later = places.filter(({ book }) => !book.open).slice(0, count);
    const usable = [...open, ...later];
    known.set(key, usable);
    return usable;
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
