import { type SurveyForm, surveyFormSchema } from '#core/surveys/form';
import { experience } from './experience.ts';
import { readingDay } from './reading-day.ts';

/** The programme's own forms. Validated instruments are not here: their texts belong to others, and are loaded from a file. */
export const ownForms: readonly SurveyForm[] = [experience, readingDay].map((form) => surveyFormSchema.parse(form));

/** Answers fewer than this are never shown. Configuration; five is usual for published tables on health. */
export const LEAST_ANSWERS = 5;
