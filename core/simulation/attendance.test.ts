import { describe, expect, it } from 'vitest';
import { day, dayNumber } from '#core/kernel/day';
import { random } from '#core/kernel/random';
import {
  type AppointmentContext,
  attendanceProbability,
  attends,
  letterChannel,
  reachableDigitally,
} from './attendance.ts';
import { lifeOf } from './life.ts';

const life = { ...lifeOf(1, 1, day('1960-01-01')), bornAbroad: false };
const usual: AppointmentContext = {
  day: dayNumber(day('2020-01-01')),
  kind: 'ordinary',
  channel: 'paper',
  lastRound: 'attended',
  falsePositiveBefore: false,
};
const rate = (change: Partial<AppointmentContext>, who = life): number =>
  attendanceProbability(who, { ...usual, ...change });

describe('attendance', () => {
  it('depends on her inclination, on history, age, letter and kind of appointment in the published direction', () => {
    expect(rate({}, { ...life, inclination: 1 })).toBeGreaterThan(rate({}, { ...life, inclination: -1 }));
    expect(rate({ lastRound: 'missed' })).toBeLessThan(rate({}));
    expect(rate({ channel: 'digital' })).toBeGreaterThan(rate({}));
    expect(rate({ kind: 'reminder' })).toBeLessThan(rate({}));
    expect(rate({ falsePositiveBefore: true })).toBeLessThan(rate({}));
    expect(rate({ day: dayNumber(day('2028-01-01')) })).toBeGreaterThan(rate({}));
  });

  it('comes as often as the probability says, and only those who do not come decline or cancel', () => {
    const outcomes = Array.from({ length: 5000 }, (_, i) => attends(life, usual, random('attends', i)));
    const came = outcomes.filter((o) => o === 'comes').length / outcomes.length;
    expect(Math.abs(came - rate({}))).toBeLessThan(0.025);
  });
});

describe('letters', () => {
  it('about 28 % digital in 2015-2019 and 90 % in 2026; a woman who went over to digital letters stays', () => {
    const women = Array.from({ length: 4000 }, (_, i) => lifeOf(1, i, day('1960-01-01')));
    const share = (on: string) =>
      women.filter((w) => letterChannel(w, dayNumber(day(on))) === 'digital').length / women.length;
    expect(Math.abs(share('2017-07-01') - 0.28)).toBeLessThan(0.03);
    expect(Math.abs(share('2026-01-01') - 0.9)).toBeLessThan(0.02);
    for (const woman of women) {
      const early = letterChannel(woman, dayNumber(day('2019-01-01')));
      if (early === 'digital') expect(letterChannel(woman, dayNumber(day('2025-01-01')))).toBe('digital');
      if (letterChannel(woman, dayNumber(day('2026-06-01'))) === 'digital')
        expect(reachableDigitally(woman)).toBe(true);
    }
  });
});
