import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, day, dayFromNumber, dayNumber, yearOf } from '#core/kernel/day';
import { invitationRules } from '#programmes/breast-no/invitation';
import { peopleRules } from '#programmes/breast-no/people';
import { isStopped, type PersonFacts, targetGroup } from './target-group.ts';
import { whyInvited } from './why-invited.ts';

const today = day('2026-01-19');
const { due } = invitationRules;
const standing = (facts: PersonFacts, on: Day = today) => targetGroup(facts, on, peopleRules, due);

const woman: PersonFacts = {
  birthDate: day('1966-05-01'),
  sex: 'female',
  status: 'resident',
  statusOn: day('1966-05-01'),
  centreId: 'C06',
  stops: [],
  openRoundSince: null,
  lastScreenedOn: null,
  lastInvitedOn: null,
  lastCancerOn: null,
  areaPausedOn: null,
};

const days = fc.integer({ min: dayNumber(day('1930-01-01')), max: dayNumber(day('2026-01-19')) }).map(dayFromNumber);
const past = fc.option(fc.integer({ min: dayNumber(day('2010-01-01')), max: dayNumber(today) }).map(dayFromNumber), {
  nil: null,
});
const anyone: fc.Arbitrary<PersonFacts> = fc.record({
  birthDate: days,
  sex: fc.constantFrom('female', 'male', 'unknown'),
  status: fc.constantFrom('resident', 'emigrated', 'dead'),
  statusOn: days,
  centreId: fc.constantFrom('C06', 'C14'),
  stops: fc.array(fc.record({ from: days, lifted: past }), { maxLength: 3 }),
  openRoundSince: past,
  lastScreenedOn: past,
  lastInvitedOn: past,
  lastCancerOn: past,
  areaPausedOn: past,
});

describe('the target group', () => {
  it('always gives a reason', () => {
    fc.assert(fc.property(anyone, (facts) => standing(facts).reasons.length > 0));
  });

  it('never holds the dead, the emigrated, men, or those who asked not to be invited', () => {
    fc.assert(
      fc.property(anyone, (facts) => {
        const verdict = standing({ ...facts, openRoundSince: null });
        if (verdict.standing !== 'due') return;
        expect([facts.status, facts.sex, isStopped(facts.stops, today)]).toEqual(['resident', 'female', false]);
        const age = yearOf(today) - yearOf(facts.birthDate);
        expect(age).toBeGreaterThanOrEqual(due.ages.from);
        expect(age).toBeLessThanOrEqual(due.ages.to + due.lateYears);
      }),
    );
  });

  it('lifting a stop brings back what was before it', () => {
    fc.assert(
      fc.property(anyone, days, (facts, from) => {
        const lifted = { ...facts, stops: [{ from, lifted: today }] };
        expect(standing(lifted)).toEqual(standing({ ...facts, stops: [] }));
      }),
    );
  });

  it('goes by birth year, not by birthday', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 364 }), (n) => {
        const facts = { ...woman, birthDate: addDays(day('1977-01-01'), n) };
        expect(standing(facts)).toEqual({
          standing: 'waiting',
          reasons: [{ kind: 'too-young', firstYear: 2027, age: 50 }],
        });
      }),
    );
  });
});

describe('the answer in words', () => {
  it('names rule and dates, in both languages', () => {
    const screened = { ...woman, lastScreenedOn: day('2024-03-05'), lastInvitedOn: day('2024-03-05') };
    expect(whyInvited(standing(screened), 'nb')).toEqual([
      'Hun er ikke invitert ennå.',
      'To år etter siste undersøkelse; neste gang er 5. mars 2026.',
    ]);
    expect(whyInvited(standing(screened), 'en')[1]).toBe(
      'Two years after her last examination; she is next due on 5 March 2026.',
    );
    const followed = { ...screened, lastCancerOn: day('2024-04-01') };
    expect(whyInvited(standing(followed), 'nb')[1]).toBe(
      'Hun følges opp etter brystkreft påvist 1. april 2024 og inviteres ikke før 1. april 2034.',
    );
  });

  it('has a sentence for every reason', () => {
    fc.assert(
      fc.property(anyone, (facts) => {
        const verdict = standing(facts);
        for (const language of ['nb', 'nn', 'en'] as const) {
          const sentences = whyInvited(verdict, language);
          expect(sentences).toHaveLength(verdict.reasons.length + 1);
          for (const sentence of sentences) expect(sentence).toMatch(/^[A-ZÅ].*\.$/);
          expect(sentences.join()).not.toMatch(/undefined|null/);
        }
      }),
    );
  });
});
