import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, addYears, type Day, day, dayFromNumber } from '#core/kernel/day';
import { invitationRules } from '#programmes/breast-no/invitation';
import { type DueFacts, dueDay, timeliness } from './due.ts';

const rules = invitationRules.due;
const today = day('2026-11-22');
const her: DueFacts = {
  birthDate: day('1965-03-10'),
  centreId: 'C06',
  residentSince: day('1965-03-10'),
  lastScreenedOn: null,
  lastInvitedOn: null,
  lastCancerOn: null,
};
const due = (facts: Partial<DueFacts>, with_ = rules) => dueDay({ ...her, ...facts }, today, with_);
const someDay = fc.integer({ min: 13_000, max: 20_700 }).map(dayFromNumber);

describe('due', () => {
  it('24 months after the last screening examination', () => {
    expect(due({ lastScreenedOn: day('2024-12-01'), lastInvitedOn: day('2024-11-20') })).toEqual({
      kind: 'due',
      on: '2026-12-01',
      because: 'after-screening',
    });
  });
  it('24 months after the last invitation when she did not come', () => {
    expect(due({ lastScreenedOn: day('2022-10-01'), lastInvitedOn: day('2024-11-20') })).toEqual({
      kind: 'due',
      on: '2026-11-20',
      because: 'after-invitation',
    });
  });
  it('first in the year she turns 50, or when she became resident', () => {
    expect(due({ birthDate: day('1977-02-03'), residentSince: day('1977-02-03') })).toMatchObject({ on: '2027-02-03' });
    expect(due({ residentSince: day('2026-09-01') })).toEqual({ kind: 'due', on: '2026-09-01', because: 'first' });
  });
  it('first by the birth years of her area', () => {
    const areas = { ...rules, agesByCentre: { C06: { from: 48, to: 68 } } };
    expect(due({ birthDate: day('1979-02-03'), residentSince: day('1979-02-03') }, areas)).toMatchObject({
      on: '2027-02-03',
    });
  });
  it('not any more after the last age, nor in follow-up after cancer', () => {
    expect(due({ birthDate: day('1956-01-01'), lastScreenedOn: day('2025-02-01') })).toMatchObject({
      because: 'too-old',
    });
    expect(due({ lastCancerOn: day('2018-05-05'), lastScreenedOn: day('2018-04-01') })).toEqual({
      kind: 'never',
      because: 'in-follow-up',
      until: '2028-05-05',
    });
  });
  it('comes back the day her follow-up ends', () => {
    expect(due({ lastCancerOn: day('2016-11-23') })).toMatchObject({ because: 'in-follow-up', until: '2026-11-23' });
    expect(due({ lastCancerOn: day('2016-11-22') })).toMatchObject({ kind: 'due' });
  });
  it('after the screening when she came on the day she was invited to', () => {
    const on = day('2024-12-01');
    expect(due({ lastScreenedOn: on, lastInvitedOn: on })).toMatchObject({ because: 'after-screening' });
  });
  it('a backlog does not lose her: due at 69, still invited the year after', () => {
    expect(due({ birthDate: day('1956-06-01'), lastScreenedOn: day('2023-12-01') })).toMatchObject({ kind: 'due' });
  });
  it('is never before the first age and never within the interval of her latest round', () => {
    fc.assert(
      fc.property(fc.option(someDay), fc.option(someDay), (lastScreenedOn, lastInvitedOn) => {
        const result = due({ lastScreenedOn, lastInvitedOn });
        if (result.kind !== 'due') return;
        expect(result.on >= addYears(her.birthDate, 50)).toBe(true);
        for (const last of [lastScreenedOn, lastInvitedOn] as (Day | null)[]) {
          if (last) expect(result.on >= addMonths(last, 24)).toBe(true);
        }
      }),
    );
  });
  it('on time is within eight weeks either way', () => {
    expect(timeliness(day('2026-11-01'), day('2026-12-27'), rules)).toBe('on-time');
    expect(timeliness(day('2026-11-01'), day('2026-12-28'), rules)).toBe('late');
    expect(timeliness(day('2026-11-01'), day('2026-09-01'), rules)).toBe('early');
  });
});
