import type { OutputOf } from '#contracts/endpoint';
import type { listPlanDrafts as contract } from '#contracts/study-plans';
import type { Tx } from '#server/db/transaction';
import { loadDraft } from './load-draft.ts';

type Row = OutputOf<typeof contract>['drafts'][number];

/** The plans being written that the one who asks may write on. There are a handful at a time. */
export async function listPlanDrafts(tx: Tx): Promise<OutputOf<typeof contract>> {
  const rows = await tx.q.selectFrom('study_draft').select('study_id').orderBy('study_id').execute();
  const drafts: Row[] = [];
  for (const { study_id: studyId } of rows) {
    const writing = await loadDraft(tx, studyId);
    if (!writing.ok || !writing.value.kept) continue;
    const { draft, writtenOn, writtenBy } = writing.value.kept;
    const { version, title } = draft;
    const amending = writing.value.study !== null;
    drafts.push({ studyId, version, title, writtenOn, writtenBy, amends: amending });
  }
  return { drafts };
}
