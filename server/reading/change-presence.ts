import { sql } from 'kysely';
import { ok, type Result, refuse } from '#core/kernel/result';
import { mayMeet } from '#core/reading/meeting';
import { consensusSeats } from '#programmes/breast-no/reading';
import type { Tx } from '#server/db/transaction';
import { openMeetingOf, radiologistsOf, sittingNow } from './sitting.ts';

export type Presence = { readonly meetingId: string; readonly userId: string; readonly present: boolean };

/**
 * Somebody comes to a meeting, or leaves it; said by one who sits in it. When the last has left it is over. Refuses with
 * `not-found`, `meeting-closed`, `not-present`, `members` or `in-another-meeting`.
 */
export async function changePresence(tx: Tx, input: Presence): Promise<Result<{ readonly present: string[] }>> {
  const found = await openMeetingOf(tx, input.meetingId);
  if (!found.ok) return found;
  const { meetingId, centreId, present } = found.value;
  if (!present.includes(tx.actor.userId))
    return refuse('not-present', 'Only those who sit in the meeting say who comes and goes');
  if (present.includes(input.userId) === input.present) return ok({ present: [...present] });
  if (input.present) {
    const known = new Set((await radiologistsOf(tx, centreId)).map((r) => r.id));
    const may = mayMeet([...present, input.userId], consensusSeats, known, await sittingNow(tx, { except: meetingId }));
    if (!may.ok) return may;
    await tx.q.insertInto('consensus_presence').values({ meeting_id: meetingId, user_id: input.userId }).execute();
  } else {
    await sql`update consensus_presence set until_at = clock_timestamp()
      where meeting_id = ${meetingId} and user_id = ${input.userId} and until_at is null`.execute(tx.q);
  }
  const now = input.present ? [...present, input.userId] : present.filter((one) => one !== input.userId);
  tx.record('consensus.presence', null, { meeting: meetingId, who: input.userId, present: input.present });
  if (now.length === 0)
    await sql`update consensus_meeting set closed_at = now() where meeting_id = ${meetingId}`.execute(tx.q);
  return ok({ present: now });
}

/** Ends a meeting for all who sit in it. Refuses with `not-found`, `meeting-closed` or `not-present`. */
export async function closeMeeting(
  tx: Tx,
  input: { readonly meetingId: string },
): Promise<Result<{ readonly meetingId: string }>> {
  const found = await openMeetingOf(tx, input.meetingId);
  if (!found.ok) return found;
  if (!found.value.present.includes(tx.actor.userId))
    return refuse('not-present', 'Only those who sit in the meeting end it');
  await sql`update consensus_presence set until_at = clock_timestamp() where meeting_id = ${input.meetingId} and until_at is null`.execute(
    tx.q,
  );
  await sql`update consensus_meeting set closed_at = now() where meeting_id = ${input.meetingId}`.execute(tx.q);
  tx.record('consensus.meeting-closed', null, { meeting: input.meetingId });
  return ok({ meetingId: input.meetingId });
}
