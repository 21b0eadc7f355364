import { ok, type Result, refuse } from '#core/kernel/result';
import { amendmentOf, draftOf, newDraft } from '#core/studies/plan-draft';
import type { Tx } from '#server/db/transaction';
import { loadDraft, type Writing } from './load-draft.ts';

/**
 * Begins to write: a new study, or from the version that waits to be signed, or an amendment of the newest. What was begun
 * before is taken up again. Refuses `not-yours`, `study-exists`, `not-found`, `study-closed`.
 */
export async function beginPlan(
  tx: Tx,
  { studyId, anew }: { readonly studyId: string; readonly anew: boolean },
): Promise<Result<{ readonly edit: number }>> {
  const writing = await loadDraft(tx, studyId);
  if (anew && (!writing.ok || writing.value.study || writing.value.kept))
    return refuse('study-exists', `There is a study called ${studyId} already`);
  if (!writing.ok) return writing;
  const { study, kept } = writing.value;
  if (kept) return ok({ edit: kept.edit });
  if (!anew && !study) return refuse('not-found', `There is no study ${studyId}`);
  if (study?.standing.state === 'closed') return refuse('study-closed', 'The study is closed');
  const { draft, fromEdit } = beginningOf(studyId, study);
  const row = await tx.q
    .insertInto('study_draft')
    .values({
      study_id: studyId,
      draft: JSON.stringify(draft),
      from_edit: fromEdit,
      begun_by: tx.actor.userId,
      written_on: tx.today,
      written_by: tx.actor.userId,
    })
    .onConflict((c) => c.doNothing())
    .returning('edit')
    .executeTakeFirst();
  if (!row) return refuse('changed-meanwhile', 'Somebody else began to write at the same moment; look again');
  tx.record('study.plan-begun', null, { study: studyId, version: draft.version });
  return ok({ edit: row.edit });
}

function beginningOf(studyId: string, study: Writing['study']) {
  if (!study) return { draft: newDraft(studyId), fromEdit: null };
  const unsigned = study.versions.findLast(({ signature }) => signature === null);
  return unsigned
    ? { draft: draftOf(unsigned.plan), fromEdit: unsigned.edit }
    : { draft: amendmentOf(study.current.plan), fromEdit: null };
}
