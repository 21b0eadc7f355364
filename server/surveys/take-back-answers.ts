import { ok, type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';
import { respondent } from './respondent.ts';

/** Deletes one's own answers about an occasion. Refuses with `not-answered`. */
export async function takeBackAnswers(
  tx: Tx,
  input: { readonly formId: string; readonly occasion: string; readonly who: string },
): Promise<Result<{ readonly done: true }>> {
  const hash = await respondent(tx, input.formId, input.who);
  const deleted = await tx.q
    .deleteFrom('survey_answer')
    .where('form_id', '=', input.formId)
    .where('respondent', '=', hash)
    .where('occasion', '=', input.occasion)
    .returning('answer_id')
    .execute();
  if (deleted.length === 0) return refuse('not-answered', 'There is no answer to take back');
  tx.record('survey.taken-back', tx.actor.personId ?? null, { form: input.formId });
  return ok({ done: true });
}
