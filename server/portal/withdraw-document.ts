import { ok, type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';

/** Takes a document out of the library. Refuses `not-found`. */
export async function withdrawDocument(
  tx: Tx,
  input: { readonly documentId: string },
): Promise<Result<{ readonly done: true }>> {
  const taken = await tx.q
    .updateTable('document')
    .set({ withdrawn_on: tx.today })
    .where('document_id', '=', input.documentId)
    .where('withdrawn_on', 'is', null)
    .returning('document_id')
    .executeTakeFirst();
  if (!taken) return refuse('not-found', 'The document is not there, or has been taken out');
  tx.record('document.withdrawn', null, { document: input.documentId });
  return ok({ done: true });
}
