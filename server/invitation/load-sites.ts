import { sql } from 'kysely';
import { predictAttendance } from '#core/invitation/attendance';
import { openDays } from '#core/invitation/opening';
import type { PlanDay, PlanSite } from '#core/invitation/round-plan';
import { addDays, type Day } from '#core/kernel/day';
import { invitationRules } from '#programmes/breast-no/invitation';
import type { Tx } from '#server/db/transaction';
import type { NamedUnit } from './load-units.ts';
import { attendanceFacts, loadWomen } from './load-women.ts';

/**
 * The sites that planning may fill from a day to a day: each unit where it stands, its times with what is booked, and
 * how likely those booked are to come. `lock`: the slots are held until the transaction ends, so that nobody books a
 * place between planning and writing.
 */
export async function loadSites(
  tx: Tx,
  units: readonly NamedUnit[],
  window: { readonly from: Day; readonly to: Day },
  lock: boolean,
): Promise<readonly PlanSite[]> {
  const { from, to } = window;
  const ids = units.map((unit) => unit.id);
  const { rows } = await sql<{ key: string; booked: number }>`
    select unit_id || ' ' || day || ' ' || left(at::text, 5) as key, booked from slot
    where unit_id = any(${ids}::text[]) and day between ${from} and ${to}
    order by unit_id, day, slot.at ${lock ? sql`for update` : sql``}`.execute(tx.q);
  const taken = new Map(rows.map((row) => [row.key, row.booked]));
  const expected = await expectedAttendance(tx, ids, from, to);
  return units
    .filter((unit) => unit.pausedOn === null || unit.pausedOn > from)
    .flatMap((unit) => {
      const days: (PlanDay & { point: PlanSite['point'] })[] = openDays(unit, from, to, invitationRules.calendar).map(
        ({ day, slots, point }) => ({
          day,
          point,
          capacity: slots.reduce((sum, slot) => sum + slot.places, 0),
          // The hours decide which times there are: a slot that they no longer have is not filled again.
          slots: slots.map((slot) => ({ ...slot, booked: taken.get(`${unit.id} ${day} ${slot.at}`) ?? 0 })),
          booked: expected.get(`${unit.id} ${day}`) ?? [],
        }),
      );
      return sitesOf(unit, days, to);
    });
}

function sitesOf(unit: NamedUnit, days: readonly PlanDay[], to: Day): readonly PlanSite[] {
  const base = { unitId: unit.id, centreId: unit.centreId, kind: unit.kind, stepFree: unit.stepFree };
  if (unit.kind === 'stationary') return [{ ...base, point: unit.point, days, stands: null }];
  // Stops later than early and late tolerance together can matter to nobody who is due now.
  const horizon = addDays(to, 2 * invitationRules.due.toleranceDays);
  return unit.stops
    .filter((stop) => stop.startsOn <= horizon)
    .map((stop) => ({
      ...base,
      point: stop.point,
      days: days.filter(({ day }) => stop.startsOn <= day && day <= stop.endsOn),
      stands: { from: stop.startsOn, to: stop.endsOn },
    }));
}

/** Predicted attendance of every woman with a live appointment, by unit and day. */
async function expectedAttendance(
  tx: Tx,
  unitIds: readonly string[],
  from: Day,
  to: Day,
): Promise<Map<string, number[]>> {
  const { rows: booked } = await sql<{
    person_id: string;
    key: string;
    at: string;
    reminder: boolean;
    longer: boolean;
  }>`
    select person_id, unit_id || ' ' || day as key, left(at::text, 5) as at, kind = 'reminder' as reminder,
      also_at is not null as longer
    from appointment
    where unit_id = any(${unitIds}::text[]) and day between ${from} and ${to}
      and status in ('invited', 'confirmed', 'checked-in')`.execute(tx.q);
  const byDay = new Map<string, number[]>();
  if (booked.length === 0) return byDay;
  const ids = booked.map((row) => row.person_id);
  const women = await loadWomen(tx, sql`select unnest(${ids}::uuid[]) as person_id`);
  const facts = new Map(women.map((woman) => [woman.personId, woman]));
  for (const { person_id, key, at, reminder, longer } of booked) {
    const woman = facts.get(person_id);
    const attendance = woman
      ? predictAttendance(attendanceFacts(woman, tx.today, reminder, at), invitationRules.attendance)
      : invitationRules.attendance.mean;
    add(byDay, key, attendance);
    if (longer) add(byDay, key, attendance);
  }
  return byDay;
}

function add<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
