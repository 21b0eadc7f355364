import { sql } from 'kysely';
import { addDays, type Day } from '#core/kernel/day';
import { ok, type Result } from '#core/kernel/result';
import { invitationRules } from '#programmes/breast-no/invitation';
import type { Tx } from '#server/db/transaction';
import { hadReminder, lastAppointment, withoutTime } from './last-appointment.ts';
import { type NeedsTime, planTimes, type TimesPlanned, windowFrom } from './plan-times.ts';

/**
 * One reminder, with a new time, to each woman who did not come (or put it off) and did not decline, so many days after.
 * Nobody gets a second one. Those who find no room are tried again the next day.
 */
export async function bookReminders(tx: Tx): Promise<Result<TimesPlanned>> {
  const { timing } = invitationRules;
  const { rows } = await sql<{ person_id: string; episode_id: string; centre_id: string; since: Day }>`
    select e.person_id, e.episode_id, e.centre_id, last.since
    from episode e
    join lateral (${lastAppointment}) last on true
    where e.state = 'invited' and ${withoutTime} and not ${hadReminder}
      and last.status in ('did-not-attend', 'cancelled') and last.reason <> 'paused'
      and last.since <= ${addDays(tx.today, -timing.reminderAfterDays)}
    order by last.since, e.person_id`.execute(tx.q);
  const women: readonly NeedsTime[] = rows.map((row) => ({
    personId: row.person_id,
    episodeId: row.episode_id,
    centreId: row.centre_id,
    kind: 'reminder',
    movedFrom: null,
    near: row.since,
  }));
  return ok(await planTimes(tx, women, windowFrom(tx.today, timing.reminderNoticeDays), 'reminded'));
}
