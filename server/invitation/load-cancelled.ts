import { sql } from 'kysely';
import type { Cancelled } from '#core/invitation/undo-cancelling';
import type { Day } from '#core/kernel/day';
import type { Tx } from '#server/db/transaction';
import type { OldTime } from './is-time-free.ts';

export type CancelledTime = Cancelled &
  OldTime & {
    readonly appointmentId: string;
    readonly episodeId: string;
    readonly cancelledOn: Day;
    /** She had said that she would come. */
    readonly confirmed: boolean;
  };

/** A woman's cancelled times, the last cancelled first, with what decides whether the cancelling may be taken back. */
export async function loadCancelled(tx: Tx, personId: string): Promise<readonly CancelledTime[]> {
  const { rows } = await sql<CancelledTime>`
    select a.appointment_id as "appointmentId", a.episode_id as "episodeId", a.unit_id as "unitId", a.day,
      left(a.at::text, 5) as at, left(a.also_at::text, 5) as "alsoAt", a.status, c.reason, c.day as "cancelledOn",
      e.state as round, e.outcome,
      exists (select from appointment_change b where b.person_id = a.person_id and b.appointment_id = a.appointment_id
        and b.version = c.version - 1 and b.status = 'confirmed') as confirmed,
      exists (select from appointment_change o where o.person_id = a.person_id and o.appointment_id <> a.appointment_id
        and o.recorded_at > c.recorded_at) as "goneOn"
    from appointment a
    join episode e on e.person_id = a.person_id and e.episode_id = a.episode_id
    cross join lateral (select version, reason, day, recorded_at from appointment_change c
      where c.person_id = a.person_id and c.appointment_id = a.appointment_id order by version desc limit 1) c
    where a.person_id = ${personId} and a.status = 'cancelled'
    order by c.recorded_at desc`.execute(tx.q);
  return rows;
}
