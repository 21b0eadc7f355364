/** When somebody is asked, and about what: one answer for each occasion. */
import { addDays, type Day } from '#core/kernel/day';
import type { SurveyForm } from './form.ts';

/**
 * The occasion a form is asked about today: the examination (its day) of a woman, the month (YYYY-MM) of a radiologist
 * who has read in it. Undefined when it is not asked now.
 */
export function occasionOf(form: SurveyForm, lastOn: Day | null, today: Day): string | undefined {
  if (lastOn === null || lastOn > today) return undefined;
  if (form.asked.when === 'monthly-when-reading')
    return lastOn.slice(0, 7) === today.slice(0, 7) ? today.slice(0, 7) : undefined;
  const from = addDays(lastOn, form.asked.fromDays);
  const to = addDays(lastOn, form.asked.toDays);
  return from <= today && today <= to ? lastOn : undefined;
}
