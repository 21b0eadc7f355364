import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkOpinion,
  maySettle,
  type ReviewClass,
  type ReviewItem,
  type ReviewOpinion,
  type ReviewRound,
  reviewClass,
  reviewClasses,
  reviewRounds,
  reviewStage,
  reviewView,
} from './review.ts';

const reviewers = ['a', 'b'];
const say = (round: ReviewRound, reviewer: string, what: ReviewClass): ReviewOpinion => ({
  round,
  reviewer,
  class: what,
  side: what === 'missed' || what === 'minimal-signs' ? 'left' : null,
  members: [],
});
const item = (...opinions: ReviewOpinion[]): ReviewItem => ({ control: false, reviewers, opinions });
const blind = [say('blind', 'a', 'true'), say('blind', 'b', 'missed')];
const agreed = [say('informed', 'a', 'missed'), say('informed', 'b', 'missed')];
const differ = [say('informed', 'a', 'missed'), say('informed', 'b', 'true')];

describe('the stage of a review', () => {
  it.each([
    ['nothing yet', item(), 'blind', null],
    ['one of two blind', item(...blind.slice(0, 1)), 'blind', null],
    ['both blind', item(...blind), 'informed', null],
    ['one informed', item(...blind, ...agreed.slice(0, 1)), 'informed', null],
    ['both informed and agreed', item(...blind, ...agreed), 'decided', 'missed'],
    ['both informed and not agreed', item(...blind, ...differ), 'disagreement', null],
    ['settled', item(...blind, ...differ, say('consensus', 'c', 'minimal-signs')), 'decided', 'minimal-signs'],
    ['a control seen by both', { ...item(...blind), control: true }, 'decided', null],
  ] as const)('%s', (_, given, stage, what) => {
    expect({ stage: reviewStage(given), class: reviewClass(given) }).toEqual({ stage, class: what });
  });

  const opinion = fc.record({
    round: fc.constantFrom(...reviewRounds),
    reviewer: fc.constantFrom('a', 'b', 'c'),
    class: fc.constantFrom(...reviewClasses),
    side: fc.constant(null),
    members: fc.constant([]),
  });
  const opinions = fc.uniqueArray(opinion, { selector: (o) => `${o.round} ${o.reviewer}`, maxLength: 8 });

  it('does not depend on the order in which opinions came', () => {
    fc.assert(
      fc.property(opinions, (given) => {
        const one = given.filter((o) => o.round !== 'consensus' || o.reviewer === 'c');
        expect(reviewClass(item(...one.toReversed()))).toBe(reviewClass(item(...one)));
        expect(reviewStage(item(...one.toReversed()))).toBe(reviewStage(item(...one)));
      }),
    );
  });

  it('never shows a reviewer who is not through the set anything but her own', () => {
    fc.assert(
      fc.property(opinions, fc.boolean(), fc.constantFrom('a', 'b'), (given, control, userId) => {
        const seen = reviewView(
          { control, reviewers, opinions: given },
          { userId, role: 'radiologist', blindDone: false },
        );
        expect(seen.showsDiagnosis || seen.showsReads).toBe(false);
        expect(seen.opinions.every((o) => o.reviewer === userId)).toBe(true);
      }),
    );
  });

  it("never shows the other's informed opinion before both are given, nor opinions to those outside reading", () => {
    fc.assert(
      fc.property(opinions, fc.constantFrom('a', 'b', 'c', 'k'), (given, userId) => {
        const role = userId === 'k' ? 'coordinator' : 'radiologist';
        const one = item(...given);
        const seen = reviewView(one, { userId, role, blindDone: true });
        const both = reviewers.every((r) => given.some((o) => o.round === 'informed' && o.reviewer === r));
        if (!both) expect(seen.opinions.every((o) => o.reviewer === userId)).toBe(true);
        if (role === 'coordinator') expect(seen.opinions).toEqual([]);
        if (seen.showsReads) expect(reviewStage(one)).toBe('decided');
      }),
    );
  });
});

describe('an opinion', () => {
  it.each([
    ['blind', 'occult', null, false],
    ['informed', 'occult', null, true],
    ['informed', 'occult', 'left', false],
    ['blind', 'missed', null, false],
    ['blind', 'missed', 'right', true],
    ['blind', 'true', 'right', false],
    ['blind', 'unclassifiable', null, true],
  ] as const)('%s %s %s', (round, what, side, good) => {
    expect(checkOpinion(round, { class: what, side }).ok).toBe(good);
  });
});

it('a disagreement is settled by a third, or by two or three together', () => {
  const radiologists = new Set(['a', 'b', 'c', 'd']);
  const may = (...members: string[]) => maySettle(members, { reviewers }, radiologists).ok;
  expect([may('c'), may('a', 'b'), may('a', 'b', 'c'), may('a', 'c')]).toEqual([true, true, true, true]);
  expect([may(), may('a'), may('c', 'c'), may('c', 'x'), may('a', 'b', 'c', 'd')]).toEqual([
    false,
    false,
    false,
    false,
    false,
  ]);
});
