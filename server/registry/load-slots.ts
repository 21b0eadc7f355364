import { sql } from 'kysely';
import type { Day } from '#core/kernel/day';
import type { Tx } from '#server/db/transaction';
import { ensureSlots } from '#server/invitation/ensure-slots';
import { loadUnits } from '#server/invitation/load-units';

/**
 * Slots for the days on which delivered appointments are still to come: the units' whole days by their hours, and the
 * delivered times with as many places as are taken, also where they fall outside the hours.
 */
export async function loadSlots(tx: Tx): Promise<void> {
  const { rows } = await sql<{ from: Day | null; to: Day | null }>`
    select min(day) as from, max(day) as to from work_appointment where status in ('invited', 'confirmed')`.execute(
    tx.q,
  );
  const { from, to } = rows[0] ?? { from: null, to: null };
  if (!from || !to) return;
  await ensureSlots(tx, await loadUnits(tx, from), from, to);
  await sql`
    insert into slot (unit_id, day, at, places, booked)
    select b.unit_id, b.day, b.at, greatest(b.booked, coalesce(h.places, 0)), b.booked
    from (
      select a.unit_id, a.day, a.at, count(*)::smallint as booked
      from appointment a join (select distinct unit_id, day, at from work_appointment where status in ('invited', 'confirmed')) w using (unit_id, day, at)
      where a.status not in ('moved', 'cancelled')
      group by 1, 2, 3
    ) b
    left join unit_hours h on h.unit_id = b.unit_id and h.weekday = extract(isodow from b.day)
    order by 1, 2, 3
    on conflict (unit_id, day, at) do update
    set booked = excluded.booked, places = greatest(slot.places, excluded.booked)
    where slot.booked <> excluded.booked`.execute(tx.q);
}
