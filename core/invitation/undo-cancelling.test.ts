import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appointmentStatuses, cancelReasons } from '#core/invitation/appointment';
import { episodeOutcomes, episodeStates } from '#core/invitation/episode';
import { addDays, day } from '#core/kernel/day';
import { type Cancelled, mayUndoCancelling } from './undo-cancelling.ts';

const today = day('2026-11-23');
const cancelled: Cancelled = {
  status: 'cancelled',
  reason: 'later',
  day: day('2026-12-01'),
  round: 'invited',
  outcome: null,
  goneOn: false,
};
const any = fc.record({
  status: fc.constantFrom(...appointmentStatuses),
  reason: fc.constantFrom(...cancelReasons, 'stopped', 'undone', 'dead', null),
  day: fc.integer({ min: -30, max: 30 }).map((n) => addDays(today, n)),
  round: fc.constantFrom(...episodeStates),
  outcome: fc.constantFrom(...episodeOutcomes, null),
  goneOn: fc.boolean(),
});

describe('taking a cancellation back', () => {
  it('leaves an open round as it is, and opens one that ended by it', () => {
    expect(mayUndoCancelling(cancelled, today)).toEqual({ ok: true, value: null });
    const closed = { ...cancelled, round: 'closed' } as const;
    for (const reason of ['not-this-round', 'never'])
      expect(mayUndoCancelling({ ...closed, reason, outcome: 'declined' }, today)).toMatchObject({ value: 'declined' });
    expect(mayUndoCancelling({ ...closed, reason: 'stopped', outcome: 'withdrawn' }, today)).toMatchObject({
      value: 'withdrawn',
    });
  });

  it('is refused with its reason', () => {
    const code = (change: Partial<Cancelled>) => {
      const may = mayUndoCancelling({ ...cancelled, ...change }, today);
      return may.ok ? 'ok' : may.refusal.code;
    };
    expect(code({ day: today })).toBe('ok');
    expect(code({ day: addDays(today, -1) })).toBe('in-the-past');
    expect(code({ reason: 'dead' })).toBe('not-cancelled');
    expect(code({ status: 'moved' })).toBe('not-cancelled');
    expect(code({ goneOn: true })).toBe('gone-on');
    expect(code({ round: 'closed', outcome: 'declined' })).toBe('episode-not-open');
    expect(code({ reason: 'never', round: 'closed', outcome: 'not-attended' })).toBe('episode-not-open');
  });

  it('never touches what has gone on, is over, or ended by anything but her wish', () => {
    fc.assert(
      fc.property(any, (one) => {
        const may = mayUndoCancelling(one, today);
        if (!may.ok) return;
        expect([one.status, one.goneOn, one.day >= today]).toEqual(['cancelled', false, true]);
        expect(may.value === null ? one.round === 'invited' : may.value === one.outcome).toBe(true);
        expect([null, 'declined', 'withdrawn']).toContain(may.value);
      }),
    );
  });
});
