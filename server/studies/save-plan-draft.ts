import { ok, type Result, refuse } from '#core/kernel/result';
import type { PlanDraft } from '#core/studies/plan-draft';
import type { Tx } from '#server/db/transaction';
import { loadDraftAt } from './load-draft.ts';

type Saved = { readonly studyId: string; readonly edit: number; readonly draft: PlanDraft };

/** Keeps what is written. Refuses `not-yours`, `not-found`, `other-name`, and `changed-meanwhile` when another has saved. */
export async function savePlanDraft(tx: Tx, input: Saved): Promise<Result<{ readonly edit: number }>> {
  const { studyId, edit, draft } = input;
  const found = await loadDraftAt(tx, input);
  if (!found.ok) return found;
  if (draft.id !== studyId) return refuse('other-name', `The plan is of ${draft.id}, the draft of ${studyId}`);
  const row = await tx.q
    .updateTable('study_draft')
    .set({ draft: JSON.stringify(draft), edit: edit + 1, written_on: tx.today, written_by: tx.actor.userId })
    .where('study_id', '=', studyId)
    .where('edit', '=', edit)
    .returning('edit')
    .executeTakeFirst();
  if (!row) return refuse('changed-meanwhile', 'Somebody else has saved meanwhile');
  tx.record('study.plan-saved', null, { study: studyId, version: draft.version, edit: row.edit });
  return ok({ edit: row.edit });
}
