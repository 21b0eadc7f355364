import { sql } from 'kysely';
import type { Block, Hours, SpecialDay, Stop, Unit } from '#core/invitation/opening';
import type { Day } from '#core/kernel/day';
import type { Tx } from '#server/db/transaction';

export type NamedUnit = Unit & {
  readonly name: string;
  readonly pauseReason: string | null;
  readonly stepFree: boolean;
  readonly specialDays: readonly SpecialDay[];
  readonly blocks: readonly Block[];
};

type Row = {
  id: string;
  name: string;
  centre_id: string;
  kind: 'stationary' | 'mobile';
  latitude: number;
  longitude: number;
  paused_on: Day | null;
  pause_reason: string | null;
  hours: readonly Hours[];
  closures: Unit['closures'];
  special_days: readonly SpecialDay[];
  blocks: readonly Block[];
  step_free: boolean;
  stops: readonly (Omit<Stop, 'point'> & { latitude: number; longitude: number })[];
};

/** Units with hours, closed days and stops that matter from a day on: of some centres or all, or one unit. */
export async function loadUnits(
  tx: Tx,
  from: Day,
  which: { readonly centreIds?: readonly string[] | undefined; readonly unitId?: string | undefined } = {},
): Promise<readonly NamedUnit[]> {
  const { rows } = await sql<Row>`
    select u.id, u.name, u.centre_id, u.kind, u.latitude, u.longitude, u.paused_on, u.pause_reason,
      coalesce(u.step_free, u.kind = 'stationary') as step_free,
      coalesce((select jsonb_agg(jsonb_build_object('weekday', h.weekday, 'opensAt', left(h.opens_at::text, 5),
          'closesAt', left(h.closes_at::text, 5), 'slotMinutes', h.slot_minutes, 'places', h.places))
        from unit_hours h where h.unit_id = u.id), '[]') as hours,
      coalesce((select jsonb_agg(jsonb_build_object('day', c.day, 'reason', c.reason))
        from unit_closure c where c.unit_id = u.id and c.day >= ${from}), '[]') as closures,
      coalesce((select jsonb_agg(jsonb_build_object('day', d.day, 'opensAt', left(d.opens_at::text, 5),
          'closesAt', left(d.closes_at::text, 5), 'slotMinutes', d.slot_minutes, 'places', d.places, 'reason', d.reason)
          order by d.day)
        from unit_special_day d where d.unit_id = u.id and d.day >= ${from}), '[]') as special_days,
      coalesce((select jsonb_agg(jsonb_build_object('day', b.day, 'from', left(b.from_at::text, 5),
          'to', left(b.to_at::text, 5), 'reason', b.reason) order by b.day, b.from_at)
        from unit_block b where b.unit_id = u.id and b.day >= ${from}), '[]') as blocks,
      coalesce((select jsonb_agg(jsonb_build_object('startsOn', s.starts_on, 'endsOn', s.ends_on, 'place', s.place,
          'latitude', s.latitude, 'longitude', s.longitude) order by s.starts_on)
        from unit_stop s where s.unit_id = u.id and s.ends_on >= ${from}), '[]') as stops
    from unit u
    where (${which.centreIds ?? null}::text[] is null or u.centre_id = any(${which.centreIds ?? null}::text[]))
      and (${which.unitId ?? null}::text is null or u.id = ${which.unitId ?? null})
    order by u.id`.execute(tx.q);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    centreId: row.centre_id,
    kind: row.kind,
    point: { latitude: row.latitude, longitude: row.longitude },
    pausedOn: row.paused_on,
    pauseReason: row.pause_reason,
    hours: row.hours,
    closures: row.closures,
    specialDays: row.special_days,
    blocks: row.blocks,
    stepFree: row.step_free,
    stops: row.stops.map(({ latitude, longitude, ...stop }) => ({ ...stop, point: { latitude, longitude } })),
  }));
}
