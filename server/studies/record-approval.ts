import { ok, type Result, refuse } from '#core/kernel/result';
import type { Day } from '#core/kernel/day';
import type { ApprovalKind } from '#core/studies/study';
import type { ApprovalFile } from '#contracts/study-approvals';
import type { Tx } from '#server/db/transaction';
import { keepDocument } from './keep-document.ts';
import { loadStudy } from './load-study.ts';

export type NewApproval = {
  readonly studyId: string;
  readonly kind: ApprovalKind;
  /** The hospital, for its privacy officer's approval; null for the others. */
  readonly centreId: string | null;
  readonly reference: string;
  readonly decidedOn: Day;
  readonly validFrom: Day;
  readonly validUntil: Day | null;
  readonly file: ApprovalFile | null;
};

/**
 * Puts an approval or agreement into the study's register, with its document. Refuses `not-found`, `wrong-days`, `no-site`, and a
 * file that is no PDF as keepDocument does.
 */
export async function recordApproval(tx: Tx, input: NewApproval): Promise<Result<{ readonly approvalId: string }>> {
  const study = await loadStudy(tx, input.studyId);
  if (!study.ok) return study;
  const { plan } = study.value.current;
  const ofSite = input.kind === 'centre-privacy-officer';
  if (ofSite ? input.centreId === null || !plan.sites.includes(input.centreId) : input.centreId !== null)
    return refuse(
      'no-site',
      'A privacy officer approves for a hospital that takes part; the others for the whole study',
    );
  if (input.decidedOn > tx.today)
    return refuse('wrong-days', `Decided on ${input.decidedOn}: expected a day not after ${tx.today}`);
  if (input.validUntil !== null && input.validUntil < input.validFrom)
    return refuse('wrong-days', `Valid until ${input.validUntil}: expected a day not before ${input.validFrom}`);
  const kept = input.file ? await keepDocument(tx, input, input.file) : ok({ documentId: null });
  if (!kept.ok) return kept;
  const { approval_id: approvalId } = await tx.q
    .insertInto('study_approval')
    .values({
      study_id: input.studyId,
      kind: input.kind,
      centre_id: input.centreId,
      reference: input.reference,
      decided_on: input.decidedOn,
      valid_from: input.validFrom,
      valid_until: input.validUntil,
      document_id: kept.value.documentId,
      recorded_on: tx.today,
      recorded_by: tx.actor.userId,
    })
    .returning('approval_id')
    .executeTakeFirstOrThrow();
  tx.record('study.approval-recorded', null, { study: input.studyId, kind: input.kind, centre: input.centreId });
  return ok({ approvalId });
}
