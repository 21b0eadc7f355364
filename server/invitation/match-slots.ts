import { sql } from 'kysely';
import { type Slot, unitOn } from '#core/invitation/opening';
import type { Day } from '#core/kernel/day';
import { invitationRules } from '#programmes/breast-no/invitation';
import type { Tx } from '#server/db/transaction';
import { loadUnits } from './load-units.ts';

export type Times = (day: Day) => readonly Slot[];

/** A unit's times on each day as its hours, exceptions and pauses now are; none when it is shut. */
export async function timesOf(tx: Tx, unitId: string): Promise<Times> {
  const [unit] = await loadUnits(tx, tx.today, { unitId });
  return (day) => {
    const on = unit && unitOn(unit, day, invitationRules.calendar);
    return on?.open ? on.slots : [];
  };
}

/** Brings the slots from tomorrow in step with the hours: new times get places, times that are gone keep what is booked. */
export async function matchSlots(tx: Tx, unitId: string, times: Times): Promise<void> {
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
