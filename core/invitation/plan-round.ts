/**
 * Planning a round: which woman is offered which time. Greedy and sound: those due first choose first; each gets, among
 * the nearest open sites of her area, the time that costs least in kilometres and weeks off her due day; a day is never
 * booked beyond the limit on the chance that more come than there are places. An exact planner can take this function's
 * place: it has the same shape.
 */
import { DayBook } from '#core/invitation/day-book';
import { kmBetween } from '#core/invitation/distance';
import { dayNumber } from '#core/kernel/day';
import type {
  Assignment,
  PlanInput,
  PlanRules,
  PlanSite,
  PlanWoman,
  RoundPlan,
  UnplacedReason,
} from '#core/invitation/round-plan';

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
