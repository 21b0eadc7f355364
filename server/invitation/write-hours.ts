import { sql } from 'kysely';
import type { Hours } from '#core/invitation/opening';
import type { SetDay } from '#core/invitation/unit-day';
import type { Day } from '#core/kernel/day';
import type { Tx } from '#server/db/transaction';

/** The week of a unit becomes these hours; a weekday that is not named is shut. */
export async function writeHours(tx: Tx, unitId: string, hours: readonly Hours[]): Promise<void> {
  await sql`
    with new as (
      select * from jsonb_to_recordset(${JSON.stringify(hours)}::jsonb) as h (
        weekday smallint, "opensAt" time, "closesAt" time, "slotMinutes" smallint, places smallint)),
    gone as (
      delete from unit_hours where unit_id = ${unitId} and weekday not in (select weekday from new))
    insert into unit_hours (unit_id, weekday, opens_at, closes_at, slot_minutes, places)
    select ${unitId}, weekday, "opensAt", "closesAt", "slotMinutes", places from new
    on conflict (unit_id, weekday) do update set opens_at = excluded.opens_at, closes_at = excluded.closes_at,
      slot_minutes = excluded.slot_minutes, places = excluded.places`.execute(tx.q);
}

/** What is set for days of a unit, one entry for each day asked for. */
export async function readDays(tx: Tx, unitId: string, days: readonly Day[]): Promise<readonly SetDay[]> {
  const { rows } = await sql<SetDay>`
    select d.day::text as day, c.reason as closed,
      case when s.day is null then null else jsonb_build_object('opensAt', left(s.opens_at::text, 5),
        'closesAt', left(s.closes_at::text, 5), 'slotMinutes', s.slot_minutes, 'places', s.places, 'reason', s.reason)
        end as special,
      coalesce((select jsonb_agg(jsonb_build_object('from', left(b.from_at::text, 5), 'to', left(b.to_at::text, 5),
          'reason', b.reason) order by b.from_at)
        from unit_block b where b.unit_id = ${unitId} and b.day = d.day), '[]') as blocks
    from unnest(${[...days]}::date[]) as d (day)
    left join unit_closure c on c.unit_id = ${unitId} and c.day = d.day
    left join unit_special_day s on s.unit_id = ${unitId} and s.day = d.day
    order by d.day`.execute(tx.q);
  return rows;
}

/** The days become what is given, each as a whole. */
export async function writeDays(tx: Tx, unitId: string, days: readonly SetDay[]): Promise<void> {
  const dates = days.map(({ day }) => day);
  for (const table of ['unit_closure', 'unit_special_day', 'unit_block'] as const) {
    await tx.q.deleteFrom(table).where('unit_id', '=', unitId).where('day', 'in', dates).execute();
  }
  const closed = days.flatMap(({ day, closed: reason }) => (reason === null ? [] : [{ unit_id: unitId, day, reason }]));
  if (closed.length > 0) await tx.q.insertInto('unit_closure').values(closed).execute();
  const special = days.flatMap(({ day, special: hours }) =>
    hours
      ? [
          {
            unit_id: unitId,
            day,
            opens_at: hours.opensAt,
            closes_at: hours.closesAt,
            slot_minutes: hours.slotMinutes,
            places: hours.places,
            reason: hours.reason,
          },
        ]
      : [],
  );
  if (special.length > 0) await tx.q.insertInto('unit_special_day').values(special).execute();
  const blocks = days.flatMap(({ day, blocks }) =>
    blocks.map(({ from, to, reason }) => ({ unit_id: unitId, day, from_at: from, to_at: to, reason })),
  );
  if (blocks.length > 0) await tx.q.insertInto('unit_block').values(blocks).execute();
}
