import { sql } from 'kysely';
import type { OutputOf } from '#contracts/endpoint';
import type { roundMap as contract } from '#contracts/units';
import { kmBetween, type Point } from '#core/invitation/distance';
import { timeliness } from '#core/invitation/due';
import { openDays } from '#core/invitation/opening';
import { countByWeek, weeksFrom } from '#core/invitation/week-load';
import { addDays, type Day } from '#core/kernel/day';
import { type Actor, system } from '#core/people/access';
import { invitationRules } from '#programmes/breast-no/invitation';
import type { Database } from '#server/db/database';
import { inTransaction, type Tx } from '#server/db/transaction';
import { type DueDay, loadDueDays } from './due-days.ts';
import { loadUnits, type NamedUnit } from './load-units.ts';

type RoundMap = OutputOf<typeof contract>;

/** Weeks that the calendar of capacity shows. */
const WEEKS = 16;

/**
 * Who is due where and when, how far they travel, and what each unit has room for week by week. Names nobody. Most of it is
 * finding who is due: that goes on in a transaction of its own while the units and their weeks are counted in another.
 */
export async function roundMap(db: Database, actor: Actor): Promise<RoundMap> {
  const visible = actor.centres === 'all' ? undefined : [...actor.centres];
  const [women, rest] = await Promise.all([
    inTransaction(db, system, (tx) => loadDueDays(tx, { dueUntil: windowOf(tx.today).to, centreIds: visible })),
    inTransaction(db, actor, (tx) => capacityOf(tx, visible)),
  ]);
  const { today, weeks, units, ofUnits, centres, municipalities } = rest;
  const nearest = nearestOf(units, rest.homes, today);
  const ofCentre = grouped(women, (woman) => woman.centreId);
  return {
    today,
    weeks,
    municipalities: byMunicipality(municipalities, women, nearest, today),
    units: ofUnits,
    centres: centres.map((centre) => {
      const own = ofUnits.filter((unit) => unit.centreId === centre.id);
      const due = (ofCentre.get(centre.id) ?? []).map(({ on }) => ({ day: on, count: 1 }));
      const sum = (week: number, key: 'places' | 'booked') =>
        own.reduce((total, unit) => total + (unit.weeks[week]?.[key] ?? 0), 0);
      return {
        centreId: centre.id,
        name: centre.name,
        weeks: countByWeek(due, weeks, 'in-first').map((count, week) => ({
          due: count,
          places: sum(week, 'places'),
          booked: sum(week, 'booked'),
        })),
      };
    }),
  };
}

/** The weeks shown, and their last day. */
function windowOf(today: Day) {
  const weeks = weeksFrom(today, WEEKS);
  return { weeks, to: addDays(weeks.at(-1) ?? today, 6) };
}

/** The places of the actor's centres, and what their units have room for. */
async function capacityOf(tx: Tx, centreIds: readonly string[] | undefined) {
  const { today } = tx;
  const { weeks, to } = windowOf(today);
  const units = await loadUnits(tx, today, { centreIds });
  const booked = await bookedByUnit(tx, weeks, to);
  const centres = await tx.q
    .selectFrom('centre')
    .select(['id', 'name'])
    .$if(centreIds !== undefined, (query) => query.where('id', 'in', centreIds ?? []))
    .orderBy('id')
    .execute();
  const municipalities = await tx.q
    .selectFrom('municipality')
    .select(['id', 'name', 'centre_id'])
    .$if(centreIds !== undefined, (query) => query.where('centre_id', 'in', centreIds ?? []))
    .orderBy('id')
    .execute();
  const ofUnits = units.map((unit) => unitWeeks(unit, weeks, to, today, booked));
  return { today, weeks, units, ofUnits, centres, municipalities, homes: await loadHomes(tx) };
}

function unitWeeks(
  unit: NamedUnit,
  weeks: readonly Day[],
  to: Day,
  today: Day,
  booked: ReadonlyMap<string, readonly { day: Day; count: number }[]>,
): RoundMap['units'][number] {
  const open = openDays(unit, today, to, invitationRules.calendar).map(({ day, slots }) => ({
    day,
    count: slots.reduce((sum, slot) => sum + slot.places, 0),
  }));
  const places = countByWeek(open, weeks, 'left-out');
  const taken = countByWeek(booked.get(unit.id) ?? [], weeks, 'left-out');
  const stands = unit.stops.filter((stop) => stop.startsOn <= to);
  return {
    id: unit.id,
    name: unit.name,
    centreId: unit.centreId,
    kind: unit.kind,
    pausedOn: unit.pausedOn,
    places:
      unit.kind === 'stationary' || stands.length === 0
        ? [{ place: '', ...unit.point, from: null, to: null }]
        : stands.map((stop) => ({ place: stop.place, ...stop.point, from: stop.startsOn, to: stop.endsOn })),
    weeks: places.map((count, week) => ({ places: count, booked: taken[week] ?? 0 })),
  };
}

async function bookedByUnit(tx: Tx, weeks: readonly Day[], to: Day) {
  const { rows } = await sql<{ unit_id: string; day: Day; count: number }>`
    select unit_id, day, (count(*) + count(also_at))::int as count from appointment
    where day between ${weeks[0]} and ${to} and status not in ('moved', 'cancelled') group by unit_id, day`.execute(
    tx.q,
  );
  const byUnit = new Map<string, { day: Day; count: number }[]>();
  for (const { unit_id, day, count } of rows) byUnit.set(unit_id, [...(byUnit.get(unit_id) ?? []), { day, count }]);
  return byUnit;
}

function byMunicipality(
  municipalities: readonly { readonly id: string; readonly name: string; readonly centre_id: string }[],
  women: readonly DueDay[],
  nearest: (woman: DueDay) => number | undefined,
  today: Day,
): RoundMap['municipalities'] {
  const homes = grouped(women, (woman) => woman.municipality ?? '');
  return municipalities.map((row) => {
    const here = homes.get(row.id) ?? [];
    const km = here.flatMap((woman) => nearest(woman) ?? []).sort((a, b) => a - b);
    const isLate = (woman: DueDay) => timeliness(woman.on, today, invitationRules.due) === 'late';
    const due = here.filter((woman) => woman.on <= today);
    return {
      id: row.id,
      name: row.name,
      centreId: row.centre_id,
      overdue: due.filter(isLate).length,
      due: due.length,
      coming: here.length - due.length,
      km: km[Math.floor((km.length - 1) / 2)] ?? null,
    };
  });
}

/** Where each postal code lies: asked once, and not beside every woman. */
async function loadHomes(tx: Tx): Promise<ReadonlyMap<string, Point>> {
  const { rows } = await sql<Point & { code: string }>`
    select code, latitude, longitude from postal_code where latitude is not null and longitude is not null`.execute(
    tx.q,
  );
  return new Map(rows.map((row) => [row.code, row]));
}

/** Kilometres from a woman's home to the nearest place of her area that takes women; remembered for each home. */
function nearestOf(
  units: readonly NamedUnit[],
  homes: ReadonlyMap<string, Point>,
  today: Day,
): (woman: DueDay) => number | undefined {
  const taking = units.filter((unit) => !unit.pausedOn || unit.pausedOn > today);
  const sites = new Map([...grouped(taking, (unit) => unit.centreId)].map(([id, own]) => [id, placesOf(own)]));
  const known = new Map<string, number | undefined>();
  return ({ postalCode, centreId }) => {
    const home = homes.get(postalCode ?? '');
    if (!home) return undefined;
    const key = `${centreId} ${postalCode}`;
    if (!known.has(key)) {
      const km = (sites.get(centreId) ?? []).map((site) => kmBetween(home, site));
      known.set(key, km.length > 0 ? Math.min(...km) : undefined);
    }
    return known.get(key);
  };
}

/** Where the units take women, each place once: a bus stands at the same places round after round. */
function placesOf(units: readonly NamedUnit[]): readonly Point[] {
  const points = units.flatMap((unit) =>
    unit.kind === 'stationary' ? [unit.point] : unit.stops.map((stop) => stop.point),
  );
  return [...new Map(points.map((point) => [`${point.latitude} ${point.longitude}`, point])).values()];
}

function grouped<One>(all: readonly One[], keyOf: (one: One) => string): ReadonlyMap<string, readonly One[]> {
  const groups = new Map<string, One[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}
