import { ok, type Result, refuse } from '#core/kernel/result';
import { faultsOf, surveyFormSchema } from '#core/surveys/form';
import type { Tx } from '#server/db/transaction';
import { ownForms } from '#programmes/surveys/own-forms';

/**
 * Takes a survey form in from the text of a JSON file (shape: core/surveys/form.ts). A version that is here already is
 * never changed: answers were given to it. Refuses with `invalid-form`, naming what is wrong, or `version-taken`.
 */
export async function loadSurveyForm(
  tx: Tx,
  input: { readonly text: string },
): Promise<Result<{ readonly id: string; readonly version: string }>> {
  const json = parseJson(input.text);
  if (json === undefined) return refuse('invalid-form', 'The file is not JSON', { where: '' });
  const parsed = surveyFormSchema.safeParse(json);
  if (!parsed.success) {
    const [first] = parsed.error.issues;
    const where = first?.path.join('.') ?? '';
    return refuse('invalid-form', `${where}: ${first?.message ?? ''}`, { where, faults: parsed.error.issues.length });
  }
  const form = parsed.data;
  const faults = faultsOf(form);
  if (faults.length > 0) return refuse('invalid-form', faults.join('; '), { where: '', faults: faults.length });
  const taken = ownForms.some((own) => own.id === form.id && own.version === form.version);
  const row = { id: form.id, version: form.version };
  const inserted = taken
    ? undefined
    : await tx.q
        .insertInto('survey_form')
        .values({ ...row, definition: JSON.stringify(form), loaded_on: tx.today, loaded_by: tx.actor.userId })
        .onConflict((conflict) => conflict.doNothing())
        .returning('id')
        .executeTakeFirst();
  if (!inserted) return refuse('version-taken', 'This version of the form is here already', row);
  tx.record('survey.form-loaded', null, row);
  return ok(row);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
