import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '#core/kernel/day';
import { form, twoArms } from '#test/study-plans';
import { checkAnswer, type ConsentAnswer, formInUse, takesPart } from './consent.ts';
import { assess, mayBecomeEligible } from './eligibility.ts';
import type { ConsentDesign } from './study.ts';

const today = day('2026-11-23');
const design: ConsentDesign = {
  design: 'consent',
  forms: [form, { ...form, version: '2', from: day('2026-11-01') }, { ...form, version: '3', from: day('2027-01-01') }],
};
const agrees = (formVersion: string, how: 'paper' | 'electronic' = 'electronic', language: 'nb' | 'en' = 'nb') =>
  ({ answer: 'agrees', how, formVersion, language }) as const;
const declines: ConsentAnswer = { answer: 'declines', how: 'verbal' };
const withdraws: ConsentAnswer = { answer: 'withdraws', how: 'verbal', scope: 'no-further-data' };
const refusal = (before: ConsentAnswer['answer'] | undefined, answer: ConsentAnswer, of = design) => {
  const checked = checkAnswer(of, before, answer, today);
  return checked.ok ? undefined : checked.refusal.code;
};

describe('a woman answers', () => {
  it('yes on the form in use; on paper also on the one before, which she was given', () => {
    expect(formInUse(design, today)?.version).toBe('2');
    expect(refusal(undefined, agrees('2'))).toBeUndefined();
    expect(refusal(undefined, agrees('1'))).toBe('old-form');
    expect(refusal(undefined, agrees('1', 'paper'))).toBeUndefined();
    expect(refusal(undefined, agrees('3', 'paper'))).toBe('old-form');
    expect(refusal(undefined, agrees('2', 'electronic', 'en'))).toBe('no-such-language');
  });

  it('no, and may change her mind either way', () => {
    expect(refusal(undefined, declines)).toBeUndefined();
    expect(refusal('declines', agrees('2'))).toBeUndefined();
    expect(refusal('declines', declines)).toBe('same-answer');
    expect(refusal('agrees', withdraws)).toBeUndefined();
    expect(refusal('withdraws', agrees('2'))).toBeUndefined();
  });

  it('cannot withdraw from what she is not in, except where she is in until she says no', () => {
    expect(refusal(undefined, withdraws)).toBe('not-taking-part');
    expect(refusal(undefined, withdraws, { ...design, design: 'opt-out' })).toBeUndefined();
    expect(refusal('declines', withdraws, { ...design, design: 'opt-out' })).toBe('not-taking-part');
  });
});

it('no answer is a yes only where women opt out', () => {
  expect(takesPart('consent', undefined)).toBe('not-asked');
  expect(takesPart('opt-out', undefined)).toBe('yes');
  for (const one of ['consent', 'opt-out'] as const) {
    expect(takesPart(one, 'declines')).toBe('declined');
    expect(takesPart(one, 'withdraws')).toBe('withdrawn');
  }
});

const rule = twoArms.eligibility;
const inputs = fc.record({
  age: fc.option(fc.integer({ min: 45, max: 75 })),
  implants: fc.option(fc.boolean()),
});

describe('eligibility', () => {
  it('asks for everything, and what is not known does not hold', () => {
    fc.assert(
      fc.property(inputs, (known) => {
        const { eligible, reasons } = assess(rule, known, { takesPart: 'yes' });
        expect(eligible).toBe(known.age !== null && known.age >= 50 && known.implants === false);
        expect(eligible).toBe(reasons.length === 0);
        // Who may take part after the images was not kept out before them, whatever was not known then.
        if (eligible) {
          expect(mayBecomeEligible(rule, known)).toBe(true);
          expect(mayBecomeEligible(rule, { age: known.age })).toBe(true);
        }
      }),
    );
  });

  it('names what does not hold, and consent last', () => {
    expect(assess(rule, { age: 49, implants: true }, { takesPart: 'declined' }).reasons).toEqual([
      'age',
      'implants',
      'declined',
    ]);
    expect(assess(rule, { age: 55, implants: false }, { takesPart: 'not-asked' }).reasons).toEqual(['not-asked']);
    expect(mayBecomeEligible(rule, { age: 49 })).toBe(false);
  });

  it('says why nobody is drawn: the papers first, and the moment only when nothing else kept her out', () => {
    const fit = { age: 55, implants: false };
    const of = (known: typeof fit, more: { held?: boolean; missed?: boolean }) =>
      assess(rule, known, { takesPart: 'yes', ...more }).reasons;
    expect(of(fit, { held: true })).toEqual(['no-approval']);
    expect(of({ ...fit, age: 49 }, { held: true })).toEqual(['no-approval', 'age']);
    expect(of(fit, { missed: true })).toEqual(['not-drawn']);
    expect(of({ ...fit, age: 49 }, { missed: true })).toEqual(['age']);
  });
});
