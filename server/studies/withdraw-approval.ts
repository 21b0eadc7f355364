import { ok, type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';

/** Takes an approval out of force from today; it stays in the register. Refuses `not-found`. */
export async function withdrawApproval(
  tx: Tx,
  { studyId, approvalId }: { readonly studyId: string; readonly approvalId: string },
): Promise<Result<{ readonly done: true }>> {
  const row = await tx.q
    .updateTable('study_approval')
    .set({ withdrawn_on: tx.today })
    .where('study_id', '=', studyId)
    .where('approval_id', '=', approvalId)
    .where('withdrawn_on', 'is', null)
    .returning('kind')
    .executeTakeFirst();
  if (!row) return refuse('not-found', 'There is no such approval in force');
  tx.record('study.approval-withdrawn', null, { study: studyId, approval: approvalId, kind: row.kind });
  return ok({ done: true });
}
