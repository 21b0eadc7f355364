import { ok, type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';

/** Stops, or starts again, asking a form that was loaded from a file; its answers stay. Refuses with `not-found`. */
export async function setSurveyActive(
  tx: Tx,
  input: { readonly id: string; readonly active: boolean },
): Promise<Result<{ readonly done: true }>> {
  const changed = await tx.q
    .updateTable('survey_form')
    .set({ active: input.active })
    .where('id', '=', input.id)
    .returning('id')
    .execute();
  if (changed.length === 0) return refuse('not-found', 'There is no such form among those loaded from a file');
  tx.record(input.active ? 'survey.started' : 'survey.stopped', null, { form: input.id });
  return ok({ done: true });
}
