import { randomUUID } from 'node:crypto';
import { ok, type Result, refuse } from '#core/kernel/result';
import { type ConsentAnswer, checkAnswer } from '#core/studies/consent';
import type { Tx } from '#server/db/transaction';
import { latestAnswer } from './latest-answer.ts';
import { loadStudy } from './load-study.ts';

export type RecordConsent = { readonly personId: string; readonly studyId: string; readonly answer: ConsentAnswer };

/**
 * Records what a woman answers to a study, beside what she has answered before. A yes or no is taken while the study is open
 * or paused; a withdrawal also afterwards. Refuses `not-found`, `not-asking`, and as checkAnswer.
 */
export async function recordConsent(
  tx: Tx,
  { personId, studyId, answer }: RecordConsent,
): Promise<Result<{ readonly consentId: string }>> {
  const study = await loadStudy(tx, studyId);
  if (!study.ok) return study;
  // Her row is locked, so that two answers at the same moment come after one another.
  const woman = await tx.q
    .selectFrom('person')
    .select('person_id')
    .where('person_id', '=', personId)
    .forUpdate()
    .executeTakeFirst();
  if (!woman) return refuse('not-found', 'The woman is not known here');
  const { state } = study.value.standing;
  const asks = state === 'open' || state === 'paused';
  if (!asks && !(answer.answer === 'withdraws' && state === 'closed'))
    return refuse('not-asking', 'The study does not ask women now');
  const before = await latestAnswer(tx, personId, studyId);
  const checked = checkAnswer(study.value.current.plan.consent, before?.answer, answer, tx.today);
  if (!checked.ok) return checked;
  const consentId = randomUUID();
  await tx.q
    .insertInto('study_consent')
    .values({
      person_id: personId,
      consent_id: consentId,
      study_id: studyId,
      answer: answer.answer,
      how: answer.how,
      scope: answer.answer === 'withdraws' ? answer.scope : null,
      form_version: answer.answer === 'agrees' ? answer.formVersion : null,
      language: answer.answer === 'agrees' ? answer.language : null,
      day: tx.today,
      recorded_by: tx.actor.userId,
    })
    .execute();
  tx.record(`study.${answer.answer}`, personId, { study: studyId, how: answer.how });
  return ok({ consentId });
}
