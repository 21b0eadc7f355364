import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { AppointmentKind } from '#core/invitation/appointment';
import type { Day } from '#core/kernel/day';
import type { Tx } from '#server/db/transaction';

export type NewAppointment = {
  readonly personId: string;
  readonly episodeId: string;
  readonly appointmentId: string;
  readonly centreId: string;
  readonly unitId: string;
  readonly day: Day;
  readonly at: string;
  /** The time after, when she needs two. */
  readonly alsoAt: string | null;
  readonly kind: AppointmentKind;
  readonly movedFrom: string | null;
  /** Word of the timeline and of the audit entry. */
  readonly event: string;
  readonly detail: Readonly<Record<string, unknown>>;
};

/**
 * Writes planned appointments with change row, timeline, audit and slot counts, in four statements whatever their
 * number. The caller holds the slots (loadSites with lock) and has planned within their capacity: where overbooking goes
 * beyond a slot's places, its places are raised. Throws when a slot is missing.
 */
export async function writeAppointments(tx: Tx, appointments: readonly NewAppointment[]): Promise<void> {
  if (appointments.length === 0) return;
  const rows = JSON.stringify(
    appointments.map((each) => {
      const time = { unit: each.unitId, day: each.day, at: each.at };
      return {
        person_id: each.personId,
        appointment_id: each.appointmentId,
        episode_id: each.episodeId,
        centre_id: each.centreId,
        unit_id: each.unitId,
        day: each.day,
        at: each.at,
        also_at: each.alsoAt,
        kind: each.kind,
        moved_from: each.movedFrom,
        event_id: randomUUID(),
        event: each.event,
        detail: { appointment: each.appointmentId, ...time, ...each.detail },
      };
    }),
  );
  await sql`
    insert into appointment (person_id, appointment_id, episode_id, centre_id, unit_id, day, at, also_at, kind, status,
      moved_from)
    select person_id, appointment_id, episode_id, centre_id, unit_id, day, at, also_at, kind, 'invited', moved_from
    from jsonb_to_recordset(${rows}::jsonb) as r (person_id uuid, appointment_id uuid, episode_id uuid, centre_id text,
      unit_id text, day date, at time, also_at time, kind text, moved_from uuid)`.execute(tx.q);
  await sql`
    insert into appointment_change (person_id, appointment_id, version, status, day, by_user)
    select person_id, appointment_id, 1, 'invited', ${tx.today}, ${tx.actor.userId}
    from jsonb_to_recordset(${rows}::jsonb) as r (person_id uuid, appointment_id uuid)`.execute(tx.q);
  await sql`
    insert into episode_event (person_id, episode_id, event_id, day, kind, by_user, detail)
    select person_id, episode_id, event_id, ${tx.today}, event, ${tx.actor.userId}, detail
    from jsonb_to_recordset(${rows}::jsonb) as r (person_id uuid, episode_id uuid, event_id uuid, event text,
      detail jsonb)`.execute(tx.q);
  const { rows: slots } = await sql<{ n: number }>`
    with taken as (
      select unit_id, day, at, count(*)::smallint as n
      from (
        select unit_id, day, at from jsonb_to_recordset(${rows}::jsonb) as r (unit_id text, day date, at time)
        union all
        select unit_id, day, also_at from jsonb_to_recordset(${rows}::jsonb) as r (unit_id text, day date, also_at time)
        where also_at is not null) t
      group by unit_id, day, at)
    update slot s set booked = s.booked + taken.n, places = greatest(s.places, s.booked + taken.n)
    from taken where s.unit_id = taken.unit_id and s.day = taken.day and s.at = taken.at
    returning taken.n`.execute(tx.q);
  const counted = slots.reduce((sum, slot) => sum + slot.n, 0);
  const needed = appointments.length + appointments.filter(({ alsoAt }) => alsoAt !== null).length;
  if (counted !== needed) {
    throw new Error(`${needed} places were planned, but slots exist for ${counted}`);
  }
  for (const each of appointments) {
    tx.record(`episode.${each.event}`, each.personId, { episode: each.episodeId, appointment: each.appointmentId });
  }
}
