import { sql } from 'kysely';
import { unitOn } from '#core/invitation/opening';
import type { Day } from '#core/kernel/day';
import { ok, type Result, refuse } from '#core/kernel/result';
import { invitationRules } from '#programmes/breast-no/invitation';
import type { Tx } from '#server/db/transaction';
import { ensureSlots } from './ensure-slots.ts';
import { loadUnits, type NamedUnit } from './load-units.ts';

/** A time at a unit; `at` is HH:MM. */
export type Time = { readonly unitId: string; readonly day: Day; readonly at: string };

/**
 * Takes one place in a slot. Two people at once for the last place: one gets it, the other is refused with `slot-full`.
 * Also refuses with `no-such-unit`, `unit-closed`, `no-such-time` or `in-the-past`. Returns the unit.
 */
export async function takeSlot(tx: Tx, time: Time): Promise<Result<NamedUnit>> {
  if (time.day < tx.today) return refuse('in-the-past', `${time.day} has passed`);
  const [unit] = await loadUnits(tx, time.day, { unitId: time.unitId });
  if (!unit) return refuse('no-such-unit', `There is no unit ${time.unitId}`);
  const on = unitOn(unit, time.day, invitationRules.calendar);
  if (!on.open)
    return refuse('unit-closed', `${unit.name} is shut on ${time.day} (${on.why})`, { day: time.day, why: on.why });
  const at = { unit: unit.name, day: time.day, at: time.at };
  if (!on.slots.some((slot) => slot.at === time.at)) {
    return refuse('no-such-time', `${unit.name} has no time ${time.at} on ${time.day}`, at);
  }
  await ensureSlots(tx, [unit], time.day, time.day);
  const taken = await tx.q
    .updateTable('slot')
    .set({ booked: sql`booked + 1` })
    .where('unit_id', '=', time.unitId)
    .where('day', '=', time.day)
    .where('at', '=', time.at)
    .where(sql<boolean>`booked < places`)
    .returning('booked')
    .executeTakeFirst();
  return taken
    ? ok(unit)
    : refuse('slot-full', `${time.at} at ${unit.name} on ${time.day} has just been taken by somebody else`, at);
}

/** Gives a place back. A place that overbooking had added goes away with it, so that it is not handed on. */
export async function releaseSlot(tx: Tx, time: Time): Promise<void> {
  await sql`
    update slot set booked = booked - 1,
      places = greatest(booked - 1, least(places, coalesce(
        (select h.places from unit_hours h where h.unit_id = slot.unit_id and h.weekday = extract(isodow from slot.day)), 0)))
    where unit_id = ${time.unitId} and day = ${time.day} and at = ${time.at} and booked > 0`.execute(tx.q);
}
