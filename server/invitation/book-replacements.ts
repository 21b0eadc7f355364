import { sql } from 'kysely';
import type { AppointmentKind } from '#core/invitation/appointment';
import type { Day } from '#core/kernel/day';
import { ok, type Result } from '#core/kernel/result';
import { invitationRules } from '#programmes/breast-no/invitation';
import type { Tx } from '#server/db/transaction';
import { planTimes, type TimesPlanned, windowFrom } from './plan-times.ts';

/**
 * A new time for each woman whose appointment a pause took away and who has none yet, the oldest first, as far as there
 * is room at open units; each is told which time is valid. Safe to run every day.
 */
export async function bookReplacements(tx: Tx): Promise<Result<TimesPlanned>> {
  const { rows } = await sql<{
    person_id: string;
    episode_id: string;
    centre_id: string;
    kind: AppointmentKind;
    appointment_id: string;
    day: Day;
  }>`
    select a.person_id, a.episode_id, e.centre_id, a.kind, a.appointment_id, a.day
    from appointment a
    join episode e on e.person_id = a.person_id and e.episode_id = a.episode_id
    join appointment_change c
      on c.person_id = a.person_id and c.appointment_id = a.appointment_id and c.version = a.version
    where e.state = 'invited' and a.status = 'cancelled' and c.reason = 'paused'
      and not exists (
        select from appointment n
        where n.person_id = a.person_id and n.episode_id = a.episode_id
          and (n.moved_from = a.appointment_id or n.status in ('invited', 'confirmed', 'checked-in')))
    order by a.day, a.person_id`.execute(tx.q);
  const women = rows.map((row) => ({
    personId: row.person_id,
    episodeId: row.episode_id,
    centreId: row.centre_id,
    kind: row.kind,
    movedFrom: row.appointment_id,
    near: row.day,
  }));
  return ok(await planTimes(tx, women, windowFrom(tx.today, invitationRules.timing.reminderNoticeDays), 'rebooked'));
}
