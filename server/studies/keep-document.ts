import { createHash } from 'node:crypto';
import type { ApprovalFile } from '#contracts/study-approvals';
import { ok, type Result } from '#core/kernel/result';
import { checkDocument } from '#core/portal/document';
import type { Tx } from '#server/db/transaction';

const mediaType = 'application/pdf';

/**
 * Keeps the document of an approval, of the whole study or of one hospital, with its checksum. Refuses `empty-document`,
 * `document-too-large`, `wrong-type`.
 */
export async function keepDocument(
  tx: Tx,
  { studyId, centreId }: { readonly studyId: string; readonly centreId: string | null },
  { fileName, content }: ApprovalFile,
): Promise<Result<{ readonly documentId: string }>> {
  const bytes = Buffer.from(content, 'base64');
  const checked = checkDocument(mediaType, bytes);
  if (!checked.ok) return checked;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { document_id: documentId } = await tx.q
    .insertInto('study_document')
    .values({
      study_id: studyId,
      centre_id: centreId,
      file_name: fileName,
      media_type: mediaType,
      bytes,
      sha256,
      added_on: tx.today,
      added_by: tx.actor.userId,
    })
    .returning('document_id')
    .executeTakeFirstOrThrow();
  tx.record('study.document-kept', null, { study: studyId, centre: centreId, document: documentId, sha256 });
  return ok({ documentId });
}
