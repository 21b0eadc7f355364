import { ok, type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';

/** Puts minutes beside a meeting. Refuses `not-found` for either. */
export async function attachMinutes(
  tx: Tx,
  input: { readonly meetingId: string; readonly documentId: string },
): Promise<Result<{ readonly done: true }>> {
  const document = await tx.q
    .selectFrom('document')
    .select('document_id')
    .where('document_id', '=', input.documentId)
    .where('kind', '=', 'minutes')
    .executeTakeFirst();
  if (!document) return refuse('not-found', 'The minutes are not in the library');
  const kept = await tx.q
    .updateTable('meeting')
    .set({ minutes_id: input.documentId })
    .where('meeting_id', '=', input.meetingId)
    .returning('meeting_id')
    .executeTakeFirst();
  if (!kept) return refuse('not-found', 'There is no such meeting');
  tx.record('meeting.minutes', null, { meeting: input.meetingId, document: input.documentId });
  return ok({ done: true });
}
