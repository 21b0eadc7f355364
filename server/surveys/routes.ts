import * as contract from '#contracts/surveys';
import { ok } from '#core/kernel/result';
import { surveyFormSchema } from '#core/surveys/form';
import { inTransaction, type Tx } from '#server/db/transaction';
import { type Route, route } from '#server/http/route';
import { ownForms } from '#programmes/surveys/own-forms';
import { answerSurvey } from './answer-survey.ts';
import { askedNow } from './asked-now.ts';
import { loadSurveyForm } from './load-survey-form.ts';
import { setSurveyActive } from './set-survey-active.ts';
import { surveyResults } from './survey-results.ts';
import { takeBackAnswers } from './take-back-answers.ts';

export const routes: readonly Route[] = [
  route(contract.surveyForms, ({ db, actor }) => inTransaction(db, actor, listForms)),
  route(contract.surveysForMe, ({ db, actor }) =>
    inTransaction(db, actor, async (tx) => {
      const asked = await askedNow(tx, { audience: 'radiologist', id: actor.userId });
      return { asked: asked.map(({ form, occasion, answered }) => ({ form, occasion, answered })) };
    }),
  ),
  route(contract.surveyResults, ({ db, actor }, input) => inTransaction(db, actor, (tx) => surveyResults(tx, input))),
  route(contract.loadSurveyForm, ({ db, actor }, input) => inTransaction(db, actor, (tx) => loadSurveyForm(tx, input))),
  route(contract.setSurveyActive, ({ db, actor }, input) =>
    inTransaction(db, actor, (tx) => setSurveyActive(tx, input)),
  ),
  route(contract.answerSurvey, ({ db, actor }, { form, answers }) =>
    inTransaction(db, actor, async (tx) => {
      const who = { audience: 'radiologist', who: actor.userId } as const;
      const answered = await answerSurvey(tx, { ...who, formId: form, sent: answers });
      if (!answered.ok) return answered;
      return ok(
        'faults' in answered.value
          ? { occasion: null, faults: [...answered.value.faults] }
          : { occasion: answered.value.occasion, faults: [] },
      );
    }),
  ),
  route(contract.takeBackAnswers, ({ db, actor }, { form, occasion }) =>
    inTransaction(db, actor, (tx) => takeBackAnswers(tx, { formId: form, occasion, who: actor.userId })),
  ),
];

async function listForms(tx: Tx) {
  const loaded = await tx.q
    .selectFrom('survey_form')
    .select(['id', 'definition', 'active'])
    .distinctOn('id')
    .orderBy('id')
    .orderBy('loaded_on', 'desc')
    .orderBy('version', 'desc')
    .execute();
  const replaced = new Set(loaded.map((row) => row.id));
  const own = ownForms.filter((form) => !replaced.has(form.id)).map((form) => ({ form, own: true, active: true }));
  const centres = await tx.q.selectFrom('centre').select(['id', 'short_name as name']).orderBy('id').execute();
  return {
    forms: [
      ...own,
      ...loaded.map(({ definition, active }) => ({ form: surveyFormSchema.parse(definition), own: false, active })),
    ],
    centres,
  };
}
