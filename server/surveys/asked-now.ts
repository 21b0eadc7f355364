import { sql } from 'kysely';
import type { Day } from '#core/kernel/day';
import type { SurveyForm } from '#core/surveys/form';
import { occasionOf } from '#core/surveys/occasion';
import type { Tx } from '#server/db/transaction';
import { loadForms } from './load-forms.ts';
import { respondent } from './respondent.ts';

export type AskedNow = {
  readonly form: SurveyForm;
  readonly occasion: string;
  readonly centreId: string | null;
  readonly answered: boolean;
};

/** The forms that a woman, or a radiologist, is asked today, and whether she has answered. */
export async function askedNow(
  tx: Tx,
  who: { readonly audience: SurveyForm['audience']; readonly id: string },
): Promise<readonly AskedNow[]> {
  const last = who.audience === 'woman' ? await lastExamination(tx, who.id) : await lastReading(tx, who.id);
  const forms = (await loadForms(tx)).filter((form) => form.audience === who.audience);
  const asked: AskedNow[] = [];
  for (const form of forms) {
    const occasion = occasionOf(form, last?.day ?? null, tx.today);
    if (occasion === undefined || !last) continue;
    const answered = await hasAnswered(tx, form.id, who.id, occasion);
    asked.push({ form, occasion, centreId: last.centreId, answered });
  }
  return asked;
}

async function hasAnswered(tx: Tx, formId: string, who: string, occasion: string): Promise<boolean> {
  const hash = await respondent(tx, formId, who);
  const row = await tx.q
    .selectFrom('survey_answer')
    .select('answer_id')
    .where('form_id', '=', formId)
    .where('respondent', '=', hash)
    .where('occasion', '=', occasion)
    .executeTakeFirst();
  return row !== undefined;
}

type Last = { day: Day; centreId: string | null };

async function lastExamination(tx: Tx, personId: string): Promise<Last | undefined> {
  const { rows } = await sql<Last>`
    select day, centre_id as "centreId" from examination where person_id = ${personId} order by day desc limit 1`.execute(
    tx.q,
  );
  return rows[0];
}

/** The last day she wrote down a read or took part in consensus. */
async function lastReading(tx: Tx, userId: string): Promise<Last | undefined> {
  const { rows } = await sql<Last>`
    select max(r.day) as day, u.centre_id as "centreId"
    from staff_user u join read r on r.reader = u.id
    where u.id = ${userId} and r.day >= date_trunc('month', ${tx.today}::date)
    group by u.centre_id`.execute(tx.q);
  return rows[0];
}
