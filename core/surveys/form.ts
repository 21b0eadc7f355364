/**
 * A survey form as data: what is asked, of whom, how often, and how answers make scales. The programme's own forms stand
 * in programmes/surveys; a validated instrument is loaded from a file in the same shape by those who hold its licence.
 */
import { z } from 'zod';
import type { Language } from '#core/kernel/language';

/** Bokmål is always there; a language that is missing stands in bokmål, marked as such. */
const words = z.object({
  nb: z.string().min(1),
  nn: z.string().min(1).optional(),
  en: z.string().min(1).optional(),
  se: z.string().min(1).optional(),
});
type SurveyWords = z.infer<typeof words>;

const id = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'small letters, digits and hyphens');

const question = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('choice'),
    id,
    text: words,
    optional: z.boolean().default(false),
    options: z
      .array(z.object({ value: z.number().int(), text: words }))
      .min(2)
      .max(12),
  }),
  z.object({
    kind: z.literal('scale'),
    id,
    text: words,
    optional: z.boolean().default(false),
    from: z.number().int(),
    to: z.number().int(),
    low: words,
    high: words,
  }),
  z.object({ kind: z.literal('text'), id, text: words, hint: words.optional(), longest: z.number().int().max(1000) }),
]);
export type SurveyQuestion = z.infer<typeof question>;

export const surveyFormSchema = z.object({
  id,
  version: z.string().min(1).max(20),
  audience: z.enum(['woman', 'radiologist']),
  /** A validated instrument names its publication and licence; all else says that it is not one. */
  standing: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('own-not-validated') }),
    z.object({ kind: z.literal('validated'), source: z.string().min(10), licence: z.string().min(3) }),
  ]),
  title: words,
  intro: words,
  /** Women: once for each examination, so many days after it. Radiologists: once a month in which they have read. */
  asked: z.discriminatedUnion('when', [
    z.object({
      when: z.literal('after-examination'),
      fromDays: z.number().int().min(0),
      toDays: z.number().int().max(730),
    }),
    z.object({ when: z.literal('monthly-when-reading') }),
  ]),
  questions: z.array(question).min(1).max(60),
  /** Scale scores: the mean of the items that are answered, when so many are, brought to 0-100. */
  scales: z
    .array(
      z.object({
        id,
        name: words,
        items: z.array(id).min(1),
        fewest: z.number().int().min(1),
        turned: z.array(id).default([]),
      }),
    )
    .default([]),
});
export type SurveyForm = z.infer<typeof surveyFormSchema>;
/** A form as it is written in a source file. */
export type SurveyFormText = z.input<typeof surveyFormSchema>;

/** What is wrong with a form besides its shape, in words; empty when it can be used. */
export function faultsOf(form: SurveyForm): readonly string[] {
  const ids = form.questions.map((each) => each.id);
  const twice = ids.filter((one, i) => ids.indexOf(one) !== i);
  const faults = twice.map((one) => `two questions are called "${one}"`);
  for (const each of form.questions) {
    if (each.kind === 'scale' && (each.to <= each.from || each.to - each.from > 20))
      faults.push(`"${each.id}" goes from ${each.from} to ${each.to}`);
    if (each.kind === 'choice' && new Set(each.options.map((option) => option.value)).size < each.options.length)
      faults.push(`"${each.id}" has two answers with one value`);
  }
  for (const scale of form.scales) {
    for (const item of scale.items) {
      const asked = form.questions.find((each) => each.id === item);
      if (!asked || asked.kind === 'text')
        faults.push(`the scale "${scale.id}" counts "${item}", which is no question with a value`);
    }
    if (scale.fewest > scale.items.length)
      faults.push(`the scale "${scale.id}" asks for more answers than it has items`);
    for (const item of scale.turned.filter((one) => !scale.items.includes(one)))
      faults.push(`the scale "${scale.id}" turns "${item}", which it does not count`);
  }
  const fits = form.audience === 'woman' ? 'after-examination' : 'monthly-when-reading';
  if (form.asked.when !== fits) faults.push(`a form for a ${form.audience} is asked "${fits}"`);
  return faults;
}

/** The words in a language, or in bokmål with its mark when there are none. */
export function wordsIn(text: SurveyWords, language: Language): { readonly text: string; readonly lang: Language } {
  const found = text[language];
  return found ? { text: found, lang: language } : { text: text.nb, lang: 'nb' };
}

/** The values a question may be answered with, in order; none for free text. */
export function valuesOf(asked: SurveyQuestion): readonly number[] {
  if (asked.kind === 'text') return [];
  if (asked.kind === 'choice') return asked.options.map((option) => option.value);
  return Array.from({ length: asked.to - asked.from + 1 }, (_, i) => asked.from + i);
}
