import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess, type Inputs, mayBecomeEligible } from './eligibility.ts';
import type { Criterion } from './study.ts';

const words = { nb: 'krav', nn: 'krav', en: 'criterion' };
const rule = (...criteria: readonly Omit<Criterion, 'words'>[]) => ({
  version: '1',
  criteria: criteria.map((one) => ({ ...one, words })),
});
const from50 = rule({ id: 'from', item: 'age', is: 'at-least', value: 50 });
const to69 = rule({ id: 'to', item: 'age', is: 'at-most', value: 69 });
const digital = rule({ id: 'images', item: 'modality', is: 'one-of', value: ['2d', '3d'] });
const noImplants = rule({ id: 'implants', item: 'implants', is: 'none-of', value: [true] });

describe('what a criterion asks', () => {
  it.each<[string, ReturnType<typeof rule>, Inputs, boolean]>([
    ['at least 50, and 49', from50, { age: 49 }, false],
    ['at least 50, and 50', from50, { age: 50 }, true],
    ['at least 50, and 51', from50, { age: 51 }, true],
    ['at most 69, and 68', to69, { age: 68 }, true],
    ['at most 69, and 69', to69, { age: 69 }, true],
    ['at most 69, and 70', to69, { age: 70 }, false],
    ['a number, and text', from50, { age: '60' }, false],
    ['one of two, and the second', digital, { modality: '3d' }, true],
    ['one of two, and neither', digital, { modality: 'film' }, false],
    ['none of, and another', noImplants, { implants: false }, true],
    ['none of, and that', noImplants, { implants: true }, false],
    ['a number as one of', rule({ id: 'age', item: 'age', is: 'one-of', value: 50 }), { age: 50 }, false],
    ['a list as at least', rule({ id: 'age', item: 'age', is: 'at-least', value: ['50'] }), { age: '50' }, false],
  ])('%s', (_, asked, known, eligible) => {
    expect(assess(asked, known, { takesPart: 'yes' }).eligible).toBe(eligible);
    expect(mayBecomeEligible(asked, known)).toBe(eligible);
  });

  it('what is not known does not hold, but may yet', () => {
    for (const asked of [from50, to69, digital, noImplants]) {
      for (const known of [{}, { age: null, modality: null, implants: null }]) {
        expect(assess(asked, known, { takesPart: 'yes' }).eligible).toBe(false);
        expect(mayBecomeEligible(asked, known)).toBe(true);
      }
    }
  });
});

describe('why she is not drawn for', () => {
  const asked = rule(...from50.criteria, ...noImplants.criteria);

  it('names the approval, each criterion that does not hold, and her answer, in that order', () => {
    expect(assess(asked, { age: 49, implants: true }, { takesPart: 'declined', held: true }).reasons).toEqual([
      'no-approval',
      'from',
      'implants',
      'declined',
    ]);
    expect(assess(asked, { age: 50, implants: true }, { takesPart: 'yes' }).reasons).toEqual(['implants']);
  });

  it('the moment that has passed is a reason only for her who would have been drawn', () => {
    const fits = { age: 50, implants: false };
    expect(assess(asked, fits, { takesPart: 'yes', missed: true }).reasons).toEqual(['not-drawn']);
    expect(assess(asked, fits, { takesPart: 'not-asked', missed: true }).reasons).toEqual(['not-asked']);
  });

  it('she is drawn for just when there is no reason against it', () => {
    fc.assert(
      fc.property(
        fc.option(fc.integer({ min: 40, max: 80 })),
        fc.option(fc.boolean()),
        fc.constantFrom('yes' as const, 'declined' as const, 'not-asked' as const, 'withdrawn' as const),
        fc.boolean(),
        fc.boolean(),
        (age, implants, takesPart, held, missed) => {
          const { eligible, reasons } = assess(asked, { age, implants }, { takesPart, held, missed });
          expect(eligible).toBe(reasons.length === 0);
          expect(eligible).toBe(
            age !== null && age >= 50 && implants === false && takesPart === 'yes' && !held && !missed,
          );
        },
      ),
    );
  });
});
