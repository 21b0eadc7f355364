import { sql } from 'kysely';

/**
 * For a lateral join on `episode e`: the appointment that counts now, which is her live one, else the latest that no
 * other replaces. `since` is the day from which it stands so (its day, or the day it was cancelled), `reason` that of
 * its last change.
 */
export const lastAppointment = sql`
  select a.appointment_id, a.status, a.kind, a.day, coalesce(c.reason, '') as reason,
    case when a.status = 'cancelled' then c.day else a.day end as since
  from appointment a
  join appointment_change c on c.person_id = a.person_id and c.appointment_id = a.appointment_id and c.version = a.version
  where a.person_id = e.person_id and a.episode_id = e.episode_id and a.status <> 'moved'
    and not exists (select from appointment n where n.person_id = a.person_id and n.moved_from = a.appointment_id)
  order by a.status in ('invited', 'confirmed', 'checked-in') desc, since desc, c.recorded_at desc
  limit 1`;

/** Whether she has had her one reminder in the round `e`. */
export const hadReminder = sql`exists (
  select from appointment r where r.person_id = e.person_id and r.episode_id = e.episode_id and r.kind = 'reminder')`;
