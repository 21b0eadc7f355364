import { ok, type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';

/** Cancels a meeting to come. Refuses `not-found`, also when it is cancelled already or has been held. */
export async function cancelMeeting(
  tx: Tx,
  input: { readonly meetingId: string },
): Promise<Result<{ readonly done: true }>> {
  const cancelled = await tx.q
    .updateTable('meeting')
    .set({ cancelled_on: tx.today })
    .where('meeting_id', '=', input.meetingId)
    .where('cancelled_on', 'is', null)
    .where('day', '>=', tx.today)
    .returning('meeting_id')
    .executeTakeFirst();
  if (!cancelled) return refuse('not-found', 'There is no such meeting to come');
  tx.record('meeting.cancelled', null, { meeting: input.meetingId });
  return ok({ done: true });
}
