import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day } from '#core/kernel/day';
import { type Answers, readAnswers, scaleScore } from './answers.ts';
import { faultsOf, surveyFormSchema } from './form.ts';
import { occasionOf } from './occasion.ts';
import { summarise } from './summary.ts';

const agree = [1, 2, 3, 4, 5].map((value) => ({ value, text: { nb: `svar ${value}` } }));
const form = surveyFormSchema.parse({
  id: 'prove',
  version: '1',
  audience: 'woman',
  standing: { kind: 'own-not-validated' },
  title: { nb: 'Prøve' },
  intro: { nb: 'Prøve' },
  asked: { when: 'after-examination', fromDays: 1, toDays: 30 },
  questions: [
    { kind: 'choice', id: 'a', text: { nb: 'A?' }, options: agree },
    { kind: 'choice', id: 'b', text: { nb: 'B?' }, options: agree, optional: true },
    {
      kind: 'scale',
      id: 'c',
      text: { nb: 'C?' },
      from: 0,
      to: 10,
      low: { nb: 'lite' },
      high: { nb: 'mye' },
      optional: true,
    },
    { kind: 'text', id: 'd', text: { nb: 'D?' }, longest: 10 },
  ],
  scales: [{ id: 's', name: { nb: 'S' }, items: ['a', 'b', 'c'], fewest: 2, turned: ['b'] }],
});
const [scale] = form.scales;

describe('a form', () => {
  it('without faults has none', () => {
    expect(faultsOf(form)).toEqual([]);
  });

  it('is refused when a scale counts what is not asked, or a question stands twice', () => {
    const [first] = form.questions;
    const scales = [{ ...form.scales[0], items: ['a', 'd', 'x'], fewest: 9, turned: ['b'] }];
    const wrong = surveyFormSchema.parse({ ...form, questions: [...form.questions, first], scales });
    expect(faultsOf(wrong)).toHaveLength(5);
  });

  it('for radiologists is asked by the month', () => {
    expect(faultsOf({ ...form, audience: 'radiologist' })).toHaveLength(1);
  });

  it('that calls itself validated names its source and licence', () => {
    expect(surveyFormSchema.safeParse({ ...form, standing: { kind: 'validated' } }).success).toBe(false);
  });
});

describe('answers', () => {
  it('are read by the form', () => {
    expect(readAnswers(form, { a: '4', c: '10', d: ' bra ', z: '1' })).toEqual({
      answers: { a: 4, c: 10, d: 'bra' },
      faults: [],
    });
  });

  it('that are missing, not among the values or too long are told by question', () => {
    expect(readAnswers(form, { b: '6', c: '1.5', d: 'for lang tekst' }).faults).toEqual([
      { question: 'a', why: 'missing' },
      { question: 'b', why: 'not-a-value' },
      { question: 'c', why: 'not-a-value' },
      { question: 'd', why: 'too-long' },
    ]);
  });

  it('make a score of 0-100, with turned items, or none when too few are answered', () => {
    if (!scale) throw new Error('no scale');
    expect(scaleScore(form, scale, { a: 5, b: 1, c: 10 })).toBe(100);
    expect(scaleScore(form, scale, { a: 1, b: 5, c: 0 })).toBe(0);
    expect(scaleScore(form, scale, { a: 3, c: 10 })).toBe(75);
    expect(scaleScore(form, scale, { a: 3 })).toBeUndefined();
  });
});

describe('when one is asked', () => {
  const on = day('2026-11-02');
  it('a woman, from the first to the last day after her examination, about that examination', () => {
    for (const n of [1, 30]) expect(occasionOf(form, on, addDays(on, n))).toBe(on);
    for (const n of [-1, 0, 31]) expect(occasionOf(form, on, addDays(on, n))).toBeUndefined();
    expect(occasionOf(form, null, on)).toBeUndefined();
  });

  it('a radiologist, in a month in which she has read', () => {
    const monthly = { ...form, asked: { when: 'monthly-when-reading' as const } };
    expect(occasionOf(monthly, on, day('2026-11-30'))).toBe('2026-11');
    expect(occasionOf(monthly, on, day('2026-12-01'))).toBeUndefined();
  });
});

describe('the summary', () => {
  const answered = fc.array(
    fc.record({ a: fc.integer({ min: 1, max: 5 }), c: fc.integer({ min: 0, max: 10 }) }, { requiredKeys: ['a'] }),
    { maxLength: 60 },
  );

  it('never shows, nor lets one work out, how few gave an answer', () => {
    fc.assert(
      fc.property(answered, fc.integer({ min: 2, max: 8 }), (all, least) => {
        const { tooFew, questions } = summarise(form, all as readonly Answers[], least);
        if (tooFew) expect(questions.every((q) => q.counts.length === 0 && q.written.length === 0)).toBe(true);
        for (const { answered: total, counts } of questions) {
          const shown = counts.flatMap((one) => one.count ?? []);
          for (const count of shown) expect(count === 0 || count >= least).toBe(true);
          const hidden = counts.filter((one) => one.count === null);
          const rest = (total ?? 0) - shown.reduce((sum, count) => sum + count, 0);
          if (hidden.length === 0) continue;
          const all0 = shown.every((count) => count === 0);
          if (!all0) expect(hidden.length > 1 && rest >= least).toBe(true);
        }
      }),
    );
  });

  it('adds up when nothing is hidden', () => {
    const all = Array.from({ length: 40 }, (_, i) => ({ a: (i % 4) + 1, d: `b${i}` }));
    const { questions, scales } = summarise(form, all, 5);
    expect(questions[0]?.counts.map((one) => one.count)).toEqual([10, 10, 10, 10, 0]);
    expect(questions[0]?.counts[0]?.share).toBe(0.25);
    expect(questions[3]?.written).toHaveLength(40);
    expect(scales[0]).toEqual({ id: 's', scored: null, mean: null, limits: null });
  });

  it('gives a scale’s mean with its interval', () => {
    const all = Array.from({ length: 10 }, (_, i) => ({ a: i % 2 ? 5 : 1, c: i % 2 ? 10 : 0 }));
    const [summary] = summarise(form, all, 5).scales;
    expect(summary?.mean).toBe(50);
    // sd 52.70, standard error 16.67
    expect(summary?.limits?.lower).toBeCloseTo(17.33, 1);
  });
});
