import { sql } from 'kysely';
import { ok, type Result, refuse } from '#core/kernel/result';
import type { Sitting } from '#core/reading/meeting';
import type { Tx } from '#server/db/transaction';

/** Who sits in a meeting of today, and in which. Meetings that nobody ended yesterday do not count. */
export async function sittingNow(tx: Tx, options: { readonly except?: string } = {}): Promise<Sitting> {
  const rows = await tx.q
    .selectFrom('consensus_presence as p')
    .innerJoin('consensus_meeting as m', 'm.meeting_id', 'p.meeting_id')
    .select(['p.user_id', 'p.meeting_id'])
    .where('p.until_at', 'is', null)
    .where('m.closed_at', 'is', null)
    .where('m.day', '=', tx.today)
    .execute();
  return new Map(rows.filter((r) => r.meeting_id !== options.except).map((r) => [r.user_id, r.meeting_id]));
}

/** Ends the meetings of earlier days that were left open, so that nobody is held by them. */
export async function endStaleMeetings(tx: Tx): Promise<void> {
  await sql`
    with stale as (
      update consensus_meeting set closed_at = now() where closed_at is null and day < ${tx.today} returning meeting_id
    )
    update consensus_presence set until_at = now() where until_at is null and meeting_id in (select meeting_id from stale)`.execute(
    tx.q,
  );
}

export type OpenMeeting = {
  readonly meetingId: string;
  readonly centreId: string;
  readonly present: readonly string[];
};

/** An open meeting of today with those present, locked against others who change it. Refuses with `not-found` or `meeting-closed`. */
export async function openMeetingOf(tx: Tx, meetingId: string): Promise<Result<OpenMeeting>> {
  const meeting = await tx.q
    .selectFrom('consensus_meeting')
    .select(['centre_id', 'closed_at', 'day'])
    .where('meeting_id', '=', meetingId)
    .forUpdate()
    .executeTakeFirst();
  if (!meeting) return refuse('not-found', 'There is no such meeting, or it belongs to another centre');
  if (meeting.closed_at || meeting.day !== tx.today) return refuse('meeting-closed', 'The meeting has ended');
  const present = await tx.q
    .selectFrom('consensus_presence')
    .select('user_id')
    .where('meeting_id', '=', meetingId)
    .where('until_at', 'is', null)
    .orderBy('from_at')
    .execute();
  return ok({ meetingId, centreId: meeting.centre_id, present: present.map((p) => p.user_id) });
}

/** The active radiologists of a centre. */
export async function radiologistsOf(tx: Tx, centreId: string): Promise<readonly { id: string; name: string }[]> {
  return tx.q
    .selectFrom('staff_user')
    .select(['id', 'name'])
    .where('role', '=', 'radiologist')
    .where('centre_id', '=', centreId)
    .where('active', '=', true)
    .orderBy('name')
    .execute();
}
