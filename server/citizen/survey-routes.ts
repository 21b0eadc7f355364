import { Hono } from 'hono';
import { createElement } from 'react';
import type { AnswerFault } from '#core/surveys/answers';
import { type SurveyForm, wordsIn } from '#core/surveys/form';
import { ok } from '#core/kernel/result';
import { answerSurvey } from '#server/surveys/answer-survey';
import { type AskedNow, askedNow } from '#server/surveys/asked-now';
import { SurveyPage } from '#web/citizen/survey-page.tsx';
import type { Door, OwnVisit } from './door.ts';
import { noteOwnChange } from './note-own-change.ts';

/** The surveys she is asked after her examination, under /min-side/sporsmal. */
export function surveyRoutes(door: Door): Hono {
  const pages = new Hono();

  pages.get(
    '/min-side/sporsmal/:form',
    door.woman(async (visit) => {
      const asked = await askedForm(visit);
      return asked && !asked.answered ? showForm(visit, asked.form, {}, []) : notAsked(visit, asked);
    }),
  );

  pages.post(
    '/min-side/sporsmal/:form',
    door.woman(async (visit) => {
      const asked = await askedForm(visit);
      if (!asked || asked.answered) return notAsked(visit, asked);
      const { form } = asked;
      const sent = await visit.form();
      const { personId } = visit;
      const done = await visit.own(async (tx) => {
        const answered = await answerSurvey(tx, { audience: 'woman', who: personId, formId: form.id, sent });
        if (!answered.ok || 'faults' in answered.value) return answered;
        const detail = { form: answered.value.formId, occasion: answered.value.occasion };
        return ok({ receipt: await noteOwnChange(tx, { personId, kind: 'survey-answered', detail }) });
      });
      if (!done.ok) return notAsked(visit, asked);
      if ('receipt' in done.value) return visit.goTo(`/min-side/kvittering/${done.value.receipt}`);
      return showForm(visit, form, sent, 'faults' in done.value ? done.value.faults : []);
    }),
  );

  return pages;
}

async function askedForm(visit: OwnVisit): Promise<AskedNow | undefined> {
  const asked = await visit.own((tx) => askedNow(tx, { audience: 'woman', id: visit.personId }));
  return asked.find((one) => one.form.id === visit.c.req.param('form'));
}

/** She has answered, which is said as her receipt says it; or the page is not for her. */
function notAsked(visit: OwnVisit, asked: AskedNow | undefined): Promise<Response> {
  const t = visit.text.citizen;
  const { title, next } = t.receipts['survey-answered'];
  if (asked?.answered) return visit.message(title, next);
  return visit.message(t.notFoundTitle, t.notFound, 404);
}

function showForm(
  visit: OwnVisit,
  form: SurveyForm,
  sent: Readonly<Record<string, string>>,
  faults: readonly AnswerFault[],
): Promise<Response> {
  const { text, language } = visit;
  const errors = faults.map(({ question, why }) => {
    const asked = form.questions.find((one) => one.id === question);
    return { field: question, words: text.surveys.faults[why](asked ? wordsIn(asked.text, language).text : '') };
  });
  const body = createElement(SurveyPage, { text, language, form, sent, errors });
  const faulty = errors.length > 0;
  return visit.show({ title: wordsIn(form.title, language).text, body, error: faulty, status: faulty ? 422 : 200 });
}
