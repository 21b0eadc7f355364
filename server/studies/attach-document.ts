import type { ApprovalFile } from '#contracts/study-approvals';
import { ok, type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';
import { keepDocument } from './keep-document.ts';

type Attached = { readonly studyId: string; readonly approvalId: string; readonly file: ApprovalFile };

/**
 * Puts the document beside an approval that was entered without. Refuses `not-found`, `has-document` (another document is
 * another approval: withdraw this one and enter it again), and a file that is no PDF as keepDocument does.
 */
export async function attachDocument(
  tx: Tx,
  { studyId, approvalId, file }: Attached,
): Promise<Result<{ readonly done: true }>> {
  const approval = await tx.q
    .selectFrom('study_approval')
    .select(['centre_id', 'document_id'])
    .where('study_id', '=', studyId)
    .where('approval_id', '=', approvalId)
    .forUpdate()
    .executeTakeFirst();
  if (!approval) return refuse('not-found', 'There is no such approval');
  if (approval.document_id !== null) return refuse('has-document', 'The approval has its document already');
  const kept = await keepDocument(tx, { studyId, centreId: approval.centre_id }, file);
  if (!kept.ok) return kept;
  await tx.q
    .updateTable('study_approval')
    .set({ document_id: kept.value.documentId })
    .where('approval_id', '=', approvalId)
    .execute();
  return ok({ done: true });
}
