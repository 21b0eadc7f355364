import { sql } from 'kysely';
import { addDays } from '#core/kernel/day';
import { ok, type Result } from '#core/kernel/result';
import { invitationRules } from '#programmes/breast-no/invitation';
import type { Tx } from '#server/db/transaction';
import { hadReminder, lastAppointment, withoutTime } from './last-appointment.ts';
import { moveEpisode } from './move-episode.ts';

/**
 * Closes as not attended every round in which the reminder has been used and her latest time was missed or put off so
 * many days ago. Returns how many.
 */
export async function closeMissedEpisodes(tx: Tx): Promise<Result<{ readonly count: number }>> {
  const { rows } = await sql<{ person_id: string; episode_id: string }>`
    select e.person_id, e.episode_id
    from episode e
    join lateral (${lastAppointment}) last on true
    where e.state = 'invited' and ${withoutTime} and ${hadReminder}
      and last.status in ('did-not-attend', 'cancelled') and last.reason <> 'paused'
      and last.since <= ${addDays(tx.today, -invitationRules.timing.closeAfterDays)}
    order by e.person_id`.execute(tx.q);
  for (const row of rows) {
    const closed = await moveEpisode(tx, { personId: row.person_id, episodeId: row.episode_id }, 'did-not-attend');
    if (!closed.ok) return closed;
  }
  return ok({ count: rows.length });
}
