/** What a woman answers to a study. Each answer is kept; the latest counts. */
import { ok, type Result, refuse } from '#core/kernel/result';
import type { Day } from '#core/kernel/day';
import type { ConsentDesign, ConsentForm } from './study.ts';

export const consentWays = ['electronic', 'paper', 'verbal'] as const;
export type ConsentWay = (typeof consentWays)[number];
export const withdrawalScopes = ['no-further-data', 'remove-from-analysis'] as const;
export type WithdrawalScope = (typeof withdrawalScopes)[number];
/** Languages a form may be written in. */
export const formLanguages = ['nb', 'nn', 'en'] as const;
export type FormLanguage = (typeof formLanguages)[number];

export type ConsentAnswer =
  | {
      readonly answer: 'agrees';
      readonly how: 'electronic' | 'paper';
      readonly formVersion: string;
      readonly language: FormLanguage;
    }
  | { readonly answer: 'declines'; readonly how: ConsentWay }
  | { readonly answer: 'withdraws'; readonly how: ConsentWay; readonly scope: WithdrawalScope };

export type TakesPart = 'yes' | 'not-asked' | 'declined' | 'withdrawn';

/** Whether she takes part. Where women may opt out, no answer is a yes. */
export function takesPart(design: ConsentDesign['design'], latest: ConsentAnswer['answer'] | undefined): TakesPart {
  if (latest === 'agrees') return 'yes';
  if (latest === 'declines') return 'declined';
  if (latest === 'withdraws') return 'withdrawn';
  return design === 'opt-out' ? 'yes' : 'not-asked';
}

/** The version of the form in use on a day: the latest that has begun. */
export function formInUse(design: ConsentDesign, today: Day): ConsentForm | undefined {
  const begun = design.forms.filter((form) => form.from <= today);
  return begun.reduce<ConsentForm | undefined>(
    (last, form) => (last && last.from >= form.from ? last : form),
    undefined,
  );
}

/**
 * Checks an answer against the one before. Refuses `old-form` (a new version is in use, or none is), `no-such-language`,
 * `not-taking-part` (nothing to withdraw) and `same-answer`.
 */
export function checkAnswer(
  design: ConsentDesign,
  before: ConsentAnswer['answer'] | undefined,
  answer: ConsentAnswer,
  today: Day,
): Result<ConsentAnswer, 'old-form' | 'no-such-language' | 'not-taking-part' | 'same-answer'> {
  const now = takesPart(design.design, before);
  if (answer.answer === 'withdraws' && now !== 'yes')
    return refuse('not-taking-part', 'She does not take part: there is nothing to withdraw from');
  if (answer.answer === before) return refuse('same-answer', 'This is what she has answered already');
  if (answer.answer === 'agrees') {
    // A form signed on paper may be the version before: she signed what she was given.
    const form = design.forms.find(({ version, from }) => version === answer.formVersion && from <= today);
    if (!form || (answer.how === 'electronic' && form !== formInUse(design, today)))
      return refuse('old-form', `Version ${answer.formVersion} of the form is not in use; show her the one that is`);
    if (!form.texts[answer.language])
      return refuse('no-such-language', `Version ${form.version} of the form is not written in ${answer.language}`);
  }
  return ok(answer);
}
