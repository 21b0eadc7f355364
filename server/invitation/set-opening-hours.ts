import { sql } from 'kysely';
import { type Hours, minutesOf, type Slot, unitOn } from '#core/invitation/opening';
import { addDays, type Day } from '#core/kernel/day';
import { type Result, refuse } from '#core/kernel/result';
import { invitationRules } from '#programmes/breast-no/invitation';
import type { Tx } from '#server/db/transaction';
import { affectedWomen } from './affected-women.ts';
import { type Cleared, clearAppointments } from './clear-appointments.ts';
import { loadUnits } from './load-units.ts';
import { ownUnit } from './own-unit.ts';

/**
 * New weekly opening hours of a unit from tomorrow: a weekday that is not named is shut. Free slots follow; those whose
 * time no longer exists get a new one and are told. Refuses with `no-such-unit` or `bad-hours` (which weekday, and why).
 */
export async function setOpeningHours(
  tx: Tx,
  input: { readonly unitId: string; readonly hours: readonly Hours[] },
): Promise<Result<Cleared>> {
  const bad = input.hours.find((each) => minutesOf(each.closesAt) - minutesOf(each.opensAt) < each.slotMinutes);
  if (bad)
    return refuse('bad-hours', `Weekday ${bad.weekday}: expected closing at least one time after opening`, {
      weekday: bad.weekday,
    });
  const days = new Set(input.hours.map((each) => each.weekday));
  if (days.size !== input.hours.length) return refuse('bad-hours', 'Expected each weekday at most once');
  const known = await ownUnit(tx, input.unitId);
  if (!known.ok) return known;
  await sql`
    with new as (
      select * from jsonb_to_recordset(${JSON.stringify(input.hours)}::jsonb) as h (
        weekday smallint, "opensAt" time, "closesAt" time, "slotMinutes" smallint, places smallint)),
    gone as (
      delete from unit_hours where unit_id = ${input.unitId} and weekday not in (select weekday from new))
    insert into unit_hours (unit_id, weekday, opens_at, closes_at, slot_minutes, places)
    select ${input.unitId}, weekday, "opensAt", "closesAt", "slotMinutes", places from new
    on conflict (unit_id, weekday) do update set opens_at = excluded.opens_at, closes_at = excluded.closes_at,
      slot_minutes = excluded.slot_minutes, places = excluded.places`.execute(tx.q);
  tx.record('unit.hours-set', null, { unit: input.unitId, hours: input.hours });
  const times = await timesFrom(tx, input.unitId);
  await matchSlots(tx, input.unitId, times);
  const affected = await affectedWomen(tx, { unitId: input.unitId, from: addDays(tx.today, 1) });
  const cleared = await clearAppointments(
    tx,
    affected.filter((each) => !times(each.day).some((slot) => slot.at === each.at)),
  );
  // Once more: a place given back at a time that is gone is not to be taken again.
  await matchSlots(tx, input.unitId, times);
  return cleared;
}

type Times = (day: Day) => readonly Slot[];

async function timesFrom(tx: Tx, unitId: string): Promise<Times> {
  const [unit] = await loadUnits(tx, tx.today, { unitId });
  return (day) => {
    const on = unit && unitOn(unit, day, invitationRules.calendar);
    return on?.open ? on.slots : [];
  };
}

/** Brings the slots from tomorrow in step with the hours: new times get places, times that are gone keep what is booked. */
async function matchSlots(tx: Tx, unitId: string, times: Times): Promise<void> {
  const days = await tx.q
    .selectFrom('slot')
    .select('day')
    .distinct()
    .where('unit_id', '=', unitId)
    .where('day', '>', tx.today)
    .execute();
  const rows = days.flatMap(({ day }) => times(day).map((slot) => ({ day, at: slot.at, places: slot.places })));
  await sql`
    with new as (select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (day date, at time, places smallint)),
    gone as (
      update slot s set places = s.booked
      where s.unit_id = ${unitId} and s.day > ${tx.today}
        and not exists (select from new where new.day = s.day and new.at = s.at))
    insert into slot (unit_id, day, at, places) select ${unitId}, day, at, places from new
    on conflict (unit_id, day, at) do update set places = greatest(slot.booked, excluded.places)`.execute(tx.q);
}
