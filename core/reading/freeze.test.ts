import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day } from '#core/kernel/day';
import { readingRules } from '#programmes/breast-no/reading';
import { freezesAt, isFrozen, mayRevise, mayTakeBack } from './freeze.ts';

const today = day('2026-11-23');
const now = { instant: 1_000_000_000, today };

describe('a read freezes', () => {
  it('when its time has passed, to the millisecond', () => {
    const frozenFrom = freezesAt(readingRules, now);
    expect(frozenFrom - now.instant).toBe(readingRules.freezeAfterMinutes * 60_000);
    expect(isFrozen({ day: today, frozenFrom }, { today, instant: frozenFrom - 1 })).toBe(false);
    expect(isFrozen({ day: today, frozenFrom }, { today, instant: frozenFrom })).toBe(true);
  });
  it('when its day is over, however little time has passed', () => {
    expect(isFrozen({ day: today, frozenFrom: now.instant + 1 }, { ...now, today: addDays(today, 1) })).toBe(true);
  });
  it('at once when it was delivered as history', () =>
    expect(isFrozen({ day: today, frozenFrom: null }, now)).toBe(true));
  it('for good: what is frozen stays so as time goes on', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e7 }),
        fc.nat(1e7),
        fc.nat(1e7),
        fc.nat(3),
        fc.nat(3),
        (end, t, more, d, days) => {
          const read = { day: today, frozenFrom: end };
          const early = { instant: t, today: addDays(today, d) };
          const late = { instant: t + more, today: addDays(today, d + days) };
          return !isFrozen(read, early) || isFrozen(read, late);
        },
      ),
    );
  });
});

describe('changing a read', () => {
  const read = { day: today, frozenFrom: now.instant + 1, reader: 'L-1' };
  it('is for its own reader', () => {
    expect(mayRevise(read, 'L-1', now)).toEqual({ ok: true, value: true });
    expect(mayRevise(read, 'L-2', now)).toMatchObject({ refusal: { code: 'not-yours' } });
  });
  it('ends when it freezes', () =>
    expect(mayRevise(read, 'L-1', { ...now, instant: now.instant + 1 })).toMatchObject({
      refusal: { code: 'frozen' },
    }));
});

describe('taking back a decision of consensus', () => {
  const decision = { day: today, frozenFrom: now.instant + 1, members: ['L-1', 'L-2'] };
  it('is for those who decided', () => {
    expect(mayTakeBack(decision, 'L-2', now)).toEqual({ ok: true, value: true });
    expect(mayTakeBack(decision, 'L-3', now)).toMatchObject({ refusal: { code: 'not-decided-by-you' } });
  });
  it('ends when it freezes, and is never for what was delivered as history', () => {
    const later = { ...now, instant: now.instant + 1 };
    for (const [one, at] of [
      [decision, later],
      [{ ...decision, frozenFrom: null }, now],
    ] as const)
      expect(mayTakeBack(one, 'L-1', at)).toMatchObject({ refusal: { code: 'decision-final' } });
  });
});
