import { randomUUID } from 'node:crypto';
import { ok, type Result, refuse } from '#core/kernel/result';
import { mayMeet } from '#core/reading/meeting';
import { consensusSeats } from '#programmes/breast-no/reading';
import type { Tx } from '#server/db/transaction';
import { actingReader } from './reader.ts';
import { endStaleMeetings, radiologistsOf, sittingNow } from './sitting.ts';

/** The acting radiologist opens a meeting with others of her centre and presides. Refuses with `members` or `in-another-meeting`. */
export async function openMeeting(
  tx: Tx,
  input: { readonly members: readonly string[] },
): Promise<Result<{ readonly meetingId: string }>> {
  const reader = await actingReader(tx, { lock: true });
  if (!reader.ok) return reader;
  const { id, centreId } = reader.value;
  await endStaleMeetings(tx);
  const people = [id, ...input.members.filter((one) => one !== id)];
  if (people.length < consensusSeats.min)
    return refuse('members', `A meeting needs at least ${consensusSeats.min}`, { min: consensusSeats.min });
  const known = new Set((await radiologistsOf(tx, centreId)).map((r) => r.id));
  const may = mayMeet(people, consensusSeats, known, await sittingNow(tx));
  if (!may.ok) return may;
  const meetingId = randomUUID();
  await tx.q
    .insertInto('consensus_meeting')
    .values({ meeting_id: meetingId, centre_id: centreId, day: tx.today, presided_by: id })
    .execute();
  await tx.q
    .insertInto('consensus_presence')
    .values(people.map((user_id) => ({ meeting_id: meetingId, user_id })))
    .execute();
  tx.record('consensus.meeting-opened', null, { meeting: meetingId, members: people });
  return ok({ meetingId });
}
