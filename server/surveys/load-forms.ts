import { type SurveyForm, surveyFormSchema } from '#core/surveys/form';
import type { Tx } from '#server/db/transaction';
import { ownForms } from '#programmes/surveys/own-forms';

/** The forms in use: the programme's own, and those loaded from a file, each in the version loaded last. */
export async function loadForms(tx: Tx): Promise<readonly SurveyForm[]> {
  const rows = await tx.q
    .selectFrom('survey_form')
    .select(['id', 'definition', 'active'])
    .distinctOn('id')
    .orderBy('id')
    .orderBy('loaded_on', 'desc')
    .orderBy('version', 'desc')
    .execute();
  const loaded = rows.filter((row) => row.active).map((row) => surveyFormSchema.parse(row.definition));
  const replaced = new Set(rows.map((row) => row.id));
  return [...ownForms.filter((form) => !replaced.has(form.id)), ...loaded];
}
