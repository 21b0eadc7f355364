import type { DraftCriterion } from '#core/studies/plan-draft';
import type { Words } from '#core/studies/study';
import { type PlanText, planTexts } from './plan-text.ts';

type Rule = Pick<DraftCriterion, 'item' | 'is' | 'value'>;

/** What an item may be: numbers, yes or no, or some of a set. */
export const itemKinds = {
  age: 'number',
  implants: 'flag',
  earlierBreastCancer: 'flag',
  modality: ['DM', 'DBT'],
  round: ['first', 'later'],
  symptoms: 'flag',
  result: ['complete', 'partial', 'technical-recall'],
  unit: 'units',
} as const satisfies Readonly<Record<DraftCriterion['item'], 'number' | 'flag' | 'units' | readonly string[]>>;

/** A criterion as it is said in each language, until somebody says it better. */
export function suggestWords(rule: Rule): Words {
  return { nb: said(rule, planTexts.nb), nn: said(rule, planTexts.nn), en: said(rule, planTexts.en) };
}

export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function said({ item, is, value }: Rule, { suggested, items, values }: PlanText): string {
  if (typeof value === 'number') return is === 'at-least' || is === 'at-most' ? suggested[is](value) : '';
  const [first] = value ?? [];
  if (first === undefined) return '';
  if (item === 'implants' || item === 'earlierBreastCancer' || item === 'symptoms')
    return suggested[item][first === (is === 'one-of') ? 'yes' : 'no'];
  const names = (value ?? []).map((one) => values[String(one) as keyof typeof values] ?? String(one));
  const what = items[item];
  if (is !== 'one-of' && is !== 'none-of') return '';
  return suggested[is](capital(what), names.join(', '));
}
