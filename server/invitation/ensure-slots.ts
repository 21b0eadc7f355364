import { sql } from 'kysely';
import { openDays, type Unit } from '#core/invitation/opening';
import type { Day } from '#core/kernel/day';
import { invitationRules } from '#programmes/breast-no/invitation';
import type { Tx } from '#server/db/transaction';

/**
 * Makes the slots of units on days that have none yet, by their opening hours. What is already booked there (an import
 * brings appointments without slots) is counted, and a booked time outside the hours gets its own full slot.
 */
export async function ensureSlots(tx: Tx, units: readonly Unit[], from: Day, to: Day): Promise<void> {
  const known = await tx.q
    .selectFrom('slot')
    .select(['unit_id', 'day'])
    .distinct()
    .where('day', '>=', from)
    .where('day', '<=', to)
    .execute();
  const made = new Set(known.map((row) => `${row.unit_id} ${row.day}`));
  const missing = units.flatMap((unit) =>
    openDays(unit, from, to, invitationRules.calendar)
      .filter(({ day }) => !made.has(`${unit.id} ${day}`))
      .map(({ day, slots }) => ({ u: unit.id, d: day, slots })),
  );
  if (missing.length === 0) return;
  await sql`
    with day as (select * from jsonb_to_recordset(${JSON.stringify(missing)}::jsonb) as x (u text, d date, slots jsonb)),
    open as (
      select day.u, day.d, t.at, t.places from day, jsonb_to_recordset(day.slots) as t (at time, places smallint)),
    taken as (
      select day.u, day.d, t.at, count(*)::smallint as n
      from day join appointment a on a.unit_id = day.u and a.day = day.d
      cross join lateral (values (a.at), (a.also_at)) t (at)
      where a.status not in ('moved', 'cancelled') and t.at is not null
      group by day.u, day.d, t.at)
    insert into slot (unit_id, day, at, places, booked)
    select coalesce(open.u, taken.u), coalesce(open.d, taken.d), coalesce(open.at, taken.at),
      greatest(coalesce(open.places, 0), coalesce(taken.n, 0)), coalesce(taken.n, 0)
    from open full join taken on taken.u = open.u and taken.d = open.d and taken.at = open.at
    on conflict do nothing`.execute(tx.q);
}
