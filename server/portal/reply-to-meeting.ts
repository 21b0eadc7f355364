import { ok, type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';

/** Says whether the actor comes; the last word holds. Refuses `not-found` for a meeting not to come or not hers. */
export async function replyToMeeting(
  tx: Tx,
  input: { readonly meetingId: string; readonly coming: boolean },
): Promise<Result<{ readonly done: true }>> {
  const meeting = await tx.q
    .selectFrom('meeting')
    .select('meeting_id')
    .where('meeting_id', '=', input.meetingId)
    .where('cancelled_on', 'is', null)
    .where('day', '>=', tx.today)
    .executeTakeFirst();
  if (!meeting) return refuse('not-found', 'There is no such meeting to come');
  await tx.q
    .insertInto('meeting_reply')
    .values({ meeting_id: input.meetingId, user_id: tx.actor.userId, coming: input.coming })
    .onConflict((c) => c.columns(['meeting_id', 'user_id']).doUpdateSet({ coming: input.coming, at: tx.at }))
    .execute();
  return ok({ done: true });
}
