import { randomUUID } from 'node:crypto';
import { ok, type Result, refuse } from '#core/kernel/result';
import { type AnswerFault, readAnswers } from '#core/surveys/answers';
import type { SurveyForm } from '#core/surveys/form';
import type { Tx } from '#server/db/transaction';
import { askedNow } from './asked-now.ts';
import { respondent } from './respondent.ts';

export type Answered = { readonly formId: string; readonly occasion: string };

/**
 * Keeps the answers to a form that is asked now, apart from the record: a hash of who, the month and the centre only. The
 * audit says that a form was answered, not what. Refuses with `not-asked` or `answered-already`; answers that do not fit
 * the form come back as `faults`.
 */
export async function answerSurvey(
  tx: Tx,
  input: {
    readonly audience: SurveyForm['audience'];
    readonly who: string;
    readonly formId: string;
    readonly sent: Readonly<Record<string, string>>;
  },
): Promise<Result<Answered | { readonly faults: readonly AnswerFault[] }>> {
  const asked = (await askedNow(tx, { audience: input.audience, id: input.who })).find(
    (one) => one.form.id === input.formId,
  );
  if (!asked) return refuse('not-asked', 'This form is not asked now');
  if (asked.answered) return refuse('answered-already', 'The form has been answered for this occasion');
  const { answers, faults } = readAnswers(asked.form, input.sent);
  if (faults.length > 0) return ok({ faults });
  const { form, occasion, centreId } = asked;
  await tx.q
    .insertInto('survey_answer')
    .values({
      answer_id: randomUUID(),
      form_id: form.id,
      form_version: form.version,
      respondent: await respondent(tx, form.id, input.who),
      occasion,
      centre_id: centreId,
      month: `${tx.today.slice(0, 7)}-01`,
      answers: JSON.stringify(answers),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  tx.record('survey.answered', tx.actor.personId ?? null, { form: form.id });
  return ok({ formId: form.id, occasion });
}
