import { sql } from 'kysely';

/**
 * For a lateral join on `episode e` of a woman without a live appointment: the one that counts now, the latest that no
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
  order by since desc, c.recorded_at desc
  limit 1`;

/** Whether the woman of the round `e` has no time ahead; asked before the lateral join, which is dearer. */
export const withoutTime = sql`not exists (
  select from appointment l where l.person_id = e.person_id and l.status in ('invited', 'confirmed', 'checked-in'))`;

/** Whether she has had her one reminder in the round `e`. */
export const hadReminder = sql`exists (
  select from appointment r where r.person_id = e.person_id and r.episode_id = e.episode_id and r.kind = 'reminder')`;
