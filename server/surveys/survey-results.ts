import { sql } from 'kysely';
import type { OutputOf } from '#contracts/endpoint';
import type { surveyResults as contract } from '#contracts/surveys';
import { addDays, addMonths, type Day, maxDay } from '#core/kernel/day';
import { ok, type Result, refuse } from '#core/kernel/result';
import { wilson } from '#core/statistics/intervals';
import type { Answers } from '#core/surveys/answers';
import type { SurveyForm } from '#core/surveys/form';
import { summarise } from '#core/surveys/summary';
import { LEAST_ANSWERS } from '#programmes/surveys/own-forms';
import type { Tx } from '#server/db/transaction';
import { loadForms } from './load-forms.ts';

type Period = { readonly from: Day; readonly to: Day; readonly centre: string | undefined };

/** What a survey says in a period, in the country or at one centre: how many answered, and how, small numbers hidden. */
export async function surveyResults(
  tx: Tx,
  input: { readonly form: string; readonly from: string; readonly to: string; readonly centre?: string | undefined },
): Promise<Result<OutputOf<typeof contract>>> {
  const form = (await loadForms(tx)).find((one) => one.id === input.form);
  if (!form) return refuse('not-found', 'There is no such form');
  const period = { from: input.from as Day, to: input.to as Day, centre: input.centre };
  const rows = await tx.q
    .selectFrom('survey_answer')
    .select(['answers', 'month'])
    .where('form_id', '=', form.id)
    .where('form_version', '=', form.version)
    .where('month', '>=', monthOf(period.from))
    .where('month', '<=', period.to)
    .$if(period.centre !== undefined, (q) => q.where('centre_id', '=', period.centre ?? ''))
    .execute();
  const asked = await countAsked(tx, form, period);
  const summary = summarise(
    form,
    rows.map((row) => row.answers as Answers),
    LEAST_ANSWERS,
  );
  const answered = summary.tooFew ? null : rows.length;
  const limits = answered !== null && asked > 0 && answered <= asked ? wilson(answered, asked) : null;
  return ok({
    form,
    least: LEAST_ANSWERS,
    asked,
    answered,
    rate: limits && answered !== null ? { value: answered / asked, ...limits } : null,
    questions: summary.questions.map((one) => ({ ...one, counts: [...one.counts], written: [...one.written] })),
    scales: [...summary.scales],
  });
}

const monthOf = (on: Day) => `${on.slice(0, 7)}-01` as Day;
/** An answer keeps only its month: who could have answered is counted by whole months too. */
const monthEnd = (on: Day) => addDays(addMonths(monthOf(on), 1), -1);

/**
 * How many could have answered: women examined, radiologists who have read, each once for an occasion, from the month in
 * which the first answer to the form came.
 */
async function countAsked(tx: Tx, form: SurveyForm, { from: asked, to, centre }: Period): Promise<number> {
  const here = centre ?? null;
  const first = await tx.q
    .selectFrom('survey_answer')
    .select((e) => e.fn.min('month').as('month'))
    .where('form_id', '=', form.id)
    .executeTakeFirst();
  if (!first?.month) return 0;
  const from = maxDay(asked, first.month as Day);
  const query =
    form.audience === 'woman'
      ? sql<{ n: number }>`
          select count(distinct (person_id, day))::int as n from examination
          where day between ${monthOf(from)}::date and ${monthEnd(to)}::date and (${here}::text is null or centre_id = ${here})`
      : sql<{ n: number }>`
          select count(distinct (r.reader, date_trunc('month', r.day)))::int as n from read r join staff_user u on u.id = r.reader
          where r.day between ${monthOf(from)}::date and ${monthEnd(to)}::date and (${here}::text is null or u.centre_id = ${here})`;
  const { rows } = await query.execute(tx.q);
  return rows[0]?.n ?? 0;
}
