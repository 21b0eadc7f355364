import { describe, expect, it } from 'vitest';
import { day } from '../kernel/day.ts';
import { type SendingFacts, withdrawalReason } from './still-wanted.ts';

const today = day('2026-11-22');
const facts = (change: Partial<SendingFacts> = {}): SendingFacts => ({
  kind: 'invitation',
  personKind: 'known',
  personStatus: 'resident',
  appointment: { day: day('2026-12-01'), at: '09:10', status: 'invited' },
  ...change,
});
const gone = (status: string) => ({ day: day('2026-12-01'), at: '09:10', status });

describe('what is still sent', () => {
  it('an invitation to an appointment that stands', () =>
    expect(withdrawalReason(facts(), today, '08:00')).toBeUndefined());
  it('nothing to the dead or the de-identified, not even a result', () => {
    expect(withdrawalReason(facts({ kind: 'result-normal', personStatus: 'dead' }), today, '08:00')).toBe('dead');
    expect(withdrawalReason(facts({ personKind: 'deidentified' }), today, '08:00')).toBe('not-known');
  });
  it('no offer of a time that was moved, cancelled or used', () => {
    for (const status of ['moved', 'cancelled', 'screened', 'did-not-attend']) {
      expect(withdrawalReason(facts({ appointment: gone(status) }), today, '08:00')).toBe('appointment-changed');
    }
  });
  it('the letter that says it is cancelled does go', () => {
    expect(
      withdrawalReason(facts({ kind: 'cancelled', appointment: gone('cancelled') }), today, '08:00'),
    ).toBeUndefined();
  });
  it('no offer of a time that has passed, to the minute', () => {
    const at = (time: string) =>
      withdrawalReason(facts({ appointment: { day: today, at: '09:10', status: 'invited' } }), today, time);
    expect([at('09:09'), at('09:10')]).toEqual([undefined, 'too-late']);
  });
});
