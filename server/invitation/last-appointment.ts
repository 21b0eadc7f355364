import { sql } from 'kysely';

/**
 * For a lateral join on `episode e`: her latest appointment in the round that was not moved (a live one before all), with
 * the day since which it stands so (the day itself, or the day it was cancelled) and the reason of its last change.
 */
export const lastAppointment = sql`
  select a.status, a.kind, case when a.status = 'cancelled' then c.day else a.day end as since, coalesce(c.reason, '') as reason
  from appointment a
  join appointment_change c on c.person_id = a.person_id and c.appointment_id = a.appointment_id and c.version = a.version
  where a.person_id = e.person_id and a.episode_id = e.episode_id and a.status <> 'moved'
  order by a.status in ('invited', 'confirmed', 'checked-in') desc, a.day desc, c.recorded_at desc
  limit 1`;

/** Whether she has had her one reminder in the round `e`. */
export const hadReminder = sql`exists (
  select from appointment r where r.person_id = e.person_id and r.episode_id = e.episode_id and r.kind = 'reminder')`;
