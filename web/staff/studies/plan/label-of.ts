import type { FormLanguage } from '#core/studies/consent';
import type { PlanDraft } from '#core/studies/plan-draft';
import type { Text } from '#web/text/nb';
import type { PlanText } from './plan-text.ts';

/** What the field at a place is called, for the summary of faults: 'Name (English)', 'Criterion 2'. */
export function labelOf(place: string, draft: PlanDraft, words: PlanText, { studies }: Text): string {
  const parts = place.split('.');
  const language = parts.find((part): part is FormLanguage => part === 'nb' || part === 'nn' || part === 'en');
  const label = named(parts, draft, words, studies);
  return language ? `${label} (${words.languages[language]})` : label;
}

function named(
  [first = '', second = '', third = '', ...rest]: readonly string[],
  draft: PlanDraft,
  words: PlanText,
  studies: Text['studies'],
): string {
  switch (first) {
    case 'title':
      return words.studyTitle;
    case 'purpose':
    case 'control':
    case 'protocol':
    case 'sites':
    case 'tellArm':
      return words[first];
    case 'changes':
      return words.changesWords;
    case 'sponsor':
    case 'registration':
    case 'unit':
    case 'moment':
    case 'board':
    case 'version':
      return studies[first];
    case 'armNames':
      return words.armName(second);
    case 'allocation':
      return allocationLabel(second, third, words, studies);
    case 'eligibility':
      return third ? words.criterion(Number(third) + 1) : words.eligibility;
    case 'consent':
      return third ? formLabel(third, rest, draft, words) : words.consent;
    case 'recruitment':
      return second === 'total' ? words.total : words.planned;
    case 'analysis':
      return words[
        second as 'primary' | 'hypothesis' | 'expected' | 'margin' | 'alpha' | 'power' | 'looks' | 'spending'
      ];
    default:
      return first;
  }
}

function formLabel(index: string, rest: readonly string[], draft: PlanDraft, words: PlanText): string {
  const form = words.form(draft.consent.forms[Number(index)]?.version ?? '');
  const names: Readonly<Record<string, string>> = {
    version: words.formVersion,
    from: words.formFrom,
    title: words.formTitle,
    body: words.formBody,
  };
  const field = names[rest.at(-1) ?? ''];
  return field ? `${form}, ${field.toLowerCase()}` : form;
}

function allocationLabel(field: string, site: string, words: PlanText, studies: Text['studies']): string {
  switch (field) {
    case 'sizes':
    case 'probability':
    case 'ageFrom':
      return words[field];
    case 'to':
      return words.wedgeTo;
    case 'steps':
      return words.wedgeDay(site);
    case 'factors':
      return studies.factors;
    default:
      return studies.method;
  }
}
