import { ok, type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';
import { monitored } from './monitored.ts';

type Fetched = {
  readonly fileName: string;
  readonly mediaType: string;
  readonly content: string;
  readonly sha256: string;
};

/**
 * The document of an approval, written down as opened. Those of the study are for all who see something of it; a hospital's are
 * for the hospital and for those who see all sites. Refuses `not-found` for everybody else.
 */
export async function fetchDocument(
  tx: Tx,
  { studyId, approvalId }: { readonly studyId: string; readonly approvalId: string },
): Promise<Result<Fetched>> {
  const seen = await monitored(tx, studyId);
  if (!seen.ok) return seen;
  // Row-level security leaves out another hospital's.
  const row = await tx.q
    .selectFrom('study_approval as a')
    .innerJoin('study_document as d', 'd.document_id', 'a.document_id')
    .select(['d.file_name', 'd.media_type', 'd.bytes', 'd.sha256'])
    .where('a.study_id', '=', studyId)
    .where('a.approval_id', '=', approvalId)
    .executeTakeFirst();
  if (!row) return refuse('not-found', 'The document is not there');
  tx.record('study.document-opened', null, { study: studyId, approval: approvalId, sha256: row.sha256 });
  return ok({
    fileName: row.file_name,
    mediaType: row.media_type,
    content: row.bytes.toString('base64'),
    sha256: row.sha256,
  });
}
