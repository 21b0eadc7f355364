import { sql } from 'kysely';
import type { AppointmentKind, AppointmentStatus } from '#core/invitation/appointment';
import { addDays, type Day } from '#core/kernel/day';
import { ok, type Result } from '#core/kernel/result';
import { invitationRules } from '#programmes/breast-no/invitation';
import type { Tx } from '#server/db/transaction';
import { lastAppointment, withoutTime } from './last-appointment.ts';
import { type NeedsTime, planTimes, type TimeGiven, type TimesPlanned, windowFrom } from './plan-times.ts';

type Row = {
  person_id: string;
  episode_id: string;
  centre_id: string;
  kind: AppointmentKind;
  status: AppointmentStatus;
  appointment_id: string;
  day: Day;
};

/**
 * A new time for each woman in an open round who has none through no choice of hers: a pause took it away, or she came
 * and images are still lacking. The oldest first, near the time she had, at open units; looked for in one window after
 * the other, so that nobody waits because her day lies further ahead than the first. Each is told which time is valid.
 * Safe to run every day.
 */
export async function bookReplacements(tx: Tx): Promise<Result<TimesPlanned>> {
  const { rows } = await sql<Row>`
    select e.person_id, e.episode_id, e.centre_id, last.kind, last.status, last.appointment_id, last.day
    from episode e
    join lateral (${lastAppointment}) last on true
    where e.state = 'invited' and ${withoutTime}
      and (last.status = 'cancelled' and last.reason = 'paused'
        or last.status in ('screened', 'partially-screened', 'attended-not-screened'))
    order by last.day, e.person_id`.execute(tx.q);
  const { noticeDays, withinDays } = invitationRules.rebooking;
  const booked: TimeGiven[] = [];
  const unplaced: TimesPlanned['unplaced'][number][] = [];
  let left = rows.map(wanted);
  let window = windowFrom(tx.today, noticeDays);
  const until = addDays(tx.today, withinDays);
  for (; left.length > 0 && window.from <= until; window = windowFrom(window.to, 1)) {
    const tried = await planTimes(tx, left, window, 'rebooked');
    booked.push(...tried.booked);
    const waits = new Map(tried.unplaced.map((each) => [each.personId, each]));
    const last = window.to >= until;
    unplaced.push(...tried.unplaced.filter(({ reason }) => last || reason === 'area-paused'));
    left = left.filter(({ personId }) => waits.has(personId) && waits.get(personId)?.reason !== 'area-paused');
  }
  return ok({ booked, unplaced });
}

/** Images that must be taken again are a technical recall of their own; every other time replaces the one she had. */
function wanted(row: Row): NeedsTime {
  const key = { personId: row.person_id, episodeId: row.episode_id, centreId: row.centre_id, near: row.day };
  const imagesTaken = row.status === 'screened' || row.status === 'partially-screened';
  return imagesTaken
    ? { ...key, kind: 'technical-recall', movedFrom: null }
    : { ...key, kind: row.kind, movedFrom: row.appointment_id };
}
