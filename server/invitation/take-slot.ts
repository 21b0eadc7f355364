import { sql } from 'kysely';
import type { Requires } from '#core/invitation/needs';
import { timeAfter, unitOn } from '#core/invitation/opening';
import type { Day } from '#core/kernel/day';
import { ok, type Result, refuse } from '#core/kernel/result';
import { invitationRules } from '#programmes/breast-no/invitation';
import type { Tx } from '#server/db/transaction';
import { ensureSlots } from './ensure-slots.ts';
import { loadUnits, type NamedUnit } from './load-units.ts';

/** A time at a unit; `at` is HH:MM. */
export type Time = { readonly unitId: string; readonly day: Day; readonly at: string };

export type Taken = { readonly unit: NamedUnit; readonly alsoAt: string | null };

/**
 * Takes one place in a slot, and in the one after it for a woman who needs longer. Two people at once for the last place:
 * one gets it, the other is refused with `slot-full`. Also refuses with `no-such-unit`, `unit-closed`, `no-such-time`,
 * `in-the-past`, `too-short` (the time after is not free) or `stairs` (she cannot come in there).
 */
export async function takeSlot(tx: Tx, time: Time, requires: Requires): Promise<Result<Taken>> {
  if (time.day < tx.today) return refuse('in-the-past', `${time.day} has passed`);
  const [unit] = await loadUnits(tx, time.day, { unitId: time.unitId });
  if (!unit) return refuse('no-such-unit', `There is no unit ${time.unitId}`);
  if (requires.stepFree && !unit.stepFree) return refuse('stairs', `One does not get into ${unit.name} without stairs`);
  const on = unitOn(unit, time.day, invitationRules.calendar);
  if (!on.open)
    return refuse('unit-closed', `${unit.name} is shut on ${time.day} (${on.why})`, { day: time.day, why: on.why });
  const at = { unit: unit.name, day: time.day, at: time.at };
  if (!on.slots.some((slot) => slot.at === time.at)) {
    return refuse('no-such-time', `${unit.name} has no time ${time.at} on ${time.day}`, at);
  }
  await ensureSlots(tx, [unit], time.day, time.day);
  const alsoAt = requires.longer ? timeAfter(on.slots, time.at) : null;
  if (alsoAt === undefined) return refuse('too-short', `There is no time right after ${time.at}`, at);
  if (!(await takePlace(tx, time))) {
    return refuse('slot-full', `${time.at} at ${unit.name} on ${time.day} has just been taken by somebody else`, at);
  }
  if (alsoAt !== null && !(await takePlace(tx, { ...time, at: alsoAt }))) {
    return refuse('too-short', `The time after ${time.at} is taken, and she needs two`, at);
  }
  return ok({ unit, alsoAt });
}

/** Takes a place if there is one left. */
export async function takePlace(tx: Tx, time: Time): Promise<boolean> {
  const taken = await tx.q
    .updateTable('slot')
    .set({ booked: sql`booked + 1` })
    .where('unit_id', '=', time.unitId)
    .where('day', '=', time.day)
    .where('at', '=', time.at)
    .where(sql<boolean>`booked < places`)
    .returning('booked')
    .executeTakeFirst();
  return taken !== undefined;
}

/** Gives a place back. A place that overbooking had added goes away with it, so that it is not handed on. */
export async function releaseSlot(tx: Tx, time: Time): Promise<void> {
  await sql`
    update slot set booked = booked - 1,
      places = greatest(booked - 1, least(places, coalesce(
        (select d.places from unit_special_day d where d.unit_id = slot.unit_id and d.day = slot.day),
        (select h.places from unit_hours h where h.unit_id = slot.unit_id and h.weekday = extract(isodow from slot.day)), 0)))
    where unit_id = ${time.unitId} and day = ${time.day} and at = ${time.at} and booked > 0`.execute(tx.q);
}
