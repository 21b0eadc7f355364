import { sql } from 'kysely';
import { kmBetween, type Point } from '#core/invitation/distance';
import { addDays, type Day, minDay, weekStart } from '#core/kernel/day';
import { ok, type Result } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';
import { freeTimes } from '#server/invitation/free-times';
import { loadUnits, type NamedUnit } from '#server/invitation/load-units';

type TimePlace = {
  readonly unitId: string;
  readonly name: string;
  readonly place: string;
  /** As the crow flies from her postal code; null when that is not known. */
  readonly km: number | null;
  readonly firstFree: Day | null;
  readonly bus: { readonly place: string; readonly from: Day; readonly to: Day } | null;
};

/** The units of her area that are open, the nearest first, each with its first free day in two weeks. */
export async function loadTimePlaces(tx: Tx, personId: string): Promise<readonly TimePlace[]> {
  const free = await freeTimes(tx, { personId });
  if (!free.ok) return [];
  const { from, until, times } = free.value;
  const home = await loadHome(tx, personId);
  const units = await loadUnits(tx, from, { centreIds: [home.centreId] });
  const municipalities = await loadMunicipalities(tx, home.centreId);
  const places = units
    .filter((unit) => unit.pausedOn === null || unit.pausedOn > from)
    .flatMap((unit) => placeOf(unit, { from, until }, home.point, municipalities))
    .map((place) => ({ ...place, firstFree: times.find((time) => time.unitId === place.unitId)?.day ?? null }));
  return places.sort((a, b) => (a.km ?? 0) - (b.km ?? 0));
}

function placeOf(
  unit: NamedUnit,
  window: { readonly from: Day; readonly until: Day },
  home: Point | null,
  municipalities: ReadonlyMap<string, string>,
): readonly Omit<TimePlace, 'firstFree'>[] {
  const { id: unitId, name } = unit;
  const km = (point: Point) => (home ? Math.round(kmBetween(home, point)) : null);
  if (unit.kind === 'stationary') {
    return [{ unitId, name, place: municipalities.get(unitId) ?? name, km: km(unit.point), bus: null }];
  }
  const stop = unit.stops.find((each) => each.endsOn >= window.from && each.startsOn <= window.until);
  if (!stop) return [];
  const bus = { place: stop.place, from: stop.startsOn, to: stop.endsOn };
  return [{ unitId, name, place: stop.place, km: km(stop.point), bus }];
}

async function loadHome(
  tx: Tx,
  personId: string,
): Promise<{ readonly centreId: string; readonly point: Point | null }> {
  const { rows } = await sql<{ centre_id: string; latitude: number | null; longitude: number | null }>`
    select coalesce(e.centre_id, p.centre_id) as centre_id, z.latitude, z.longitude
    from person p
    left join episode e on e.person_id = p.person_id and e.state <> 'closed'
    left join postal_code z on z.code = p.postal_code
    where p.person_id = ${personId}`.execute(tx.q);
  const [row] = rows;
  const { latitude = null, longitude = null } = row ?? {};
  return {
    centreId: row?.centre_id ?? '',
    point: latitude === null || longitude === null ? null : { latitude, longitude },
  };
}

async function loadMunicipalities(tx: Tx, centreId: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select u.id, m.name from unit u join municipality m on m.id = u.municipality where u.centre_id = ${centreId}`.execute(
    tx.q,
  );
  return new Map(rows.map((row) => [row.id, row.name]));
}

type FreeWeek = {
  readonly monday: Day;
  readonly sunday: Day;
  readonly earlier: Day | null;
  readonly later: Day | null;
  readonly days: readonly { readonly day: Day; readonly times: readonly string[] }[];
};

/** The free times of a unit in the week of a day (the first that may be chosen when left out). Refuses as `freeTimes`. */
export async function loadFreeWeek(
  tx: Tx,
  input: { readonly personId: string; readonly unitId: string; readonly from: Day | undefined },
): Promise<Result<FreeWeek>> {
  const free = await freeTimes(tx, input);
  if (!free.ok) return free;
  const first = input.from ?? free.value.times[0]?.day ?? free.value.from;
  const monday = weekStart(minDay(first, free.value.until));
  const sunday = addDays(monday, 6);
  const tomorrow = addDays(tx.today, 1);
  const times = free.value.times.filter((time) => time.day >= monday && time.day <= sunday);
  const days = [...new Set(times.map((time) => time.day))].sort();
  return ok({
    monday,
    sunday,
    earlier: monday > tomorrow ? addDays(monday, -7) : null,
    later: addDays(monday, 7) <= free.value.until ? addDays(monday, 7) : null,
    days: days.map((day) => ({ day, times: times.filter((time) => time.day === day).map((time) => time.at) })),
  });
}
