import { ok, type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';
import { loadDraftAt } from './load-draft.ts';

type Seen = { readonly studyId: string; readonly edit: number };

/** Throws away what is written. Refuses `not-yours`, `not-found`, `changed-meanwhile`. */
export async function discardPlan(tx: Tx, seen: Seen): Promise<Result<{ readonly done: true }>> {
  const found = await loadDraftAt(tx, seen);
  if (!found.ok) return found;
  if (!(await takeAway(tx, seen))) return refuse('changed-meanwhile', 'Somebody else has saved meanwhile');
  tx.record('study.plan-discarded', null, { study: seen.studyId, version: found.value.kept.draft.version });
  return ok({ done: true });
}

/** Takes the draft away if nobody has saved since it was seen. */
export async function takeAway(tx: Tx, { studyId, edit }: Seen): Promise<boolean> {
  const query = tx.q.deleteFrom('study_draft').where('study_id', '=', studyId).where('edit', '=', edit);
  return (await query.returning('edit').executeTakeFirst()) !== undefined;
}
