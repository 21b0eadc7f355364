import { ok, type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';

type Fetched = {
  readonly fileName: string;
  readonly mediaType: string;
  readonly content: string;
  readonly sha256: string;
};

/** A document with its content, base64. Refuses `not-found`, also for another centre's. */
export async function fetchDocument(tx: Tx, input: { readonly documentId: string }): Promise<Result<Fetched>> {
  const row = await tx.q
    .selectFrom('document')
    .select(['file_name', 'media_type', 'bytes', 'sha256'])
    .where('document_id', '=', input.documentId)
    .executeTakeFirst();
  if (!row) return refuse('not-found', 'The document is not there');
  return ok({
    fileName: row.file_name,
    mediaType: row.media_type,
    content: row.bytes.toString('base64'),
    sha256: row.sha256,
  });
}
