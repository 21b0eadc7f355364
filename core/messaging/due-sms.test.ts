import fc from 'fast-check';
import { expect, it } from 'vitest';
import { messagingRules } from '../../programmes/breast-no/messaging.ts';
import { addDays, day } from '../kernel/day.ts';
import { isSmsDue, smsDay } from './due-sms.ts';

const rules = messagingRules.sms;
const appointment = { kind: 'ordinary', status: 'invited', day: day('2026-11-25'), at: '09:10' };

it('is due from three days before until the appointment', () => {
  const due = [-4, -3, -2, -1, 0, 1].map((n) => isSmsDue(appointment, addDays(appointment.day, n), '08:00', rules));
  expect(due).toEqual([false, true, true, true, true, false]);
  expect(isSmsDue(appointment, appointment.day, '09:10', rules)).toBe(false);
  expect(smsDay(appointment.day, rules)).toBe('2026-11-22');
});

it('for ordinary and reminder appointments that stand', () => {
  const on = (facts: Partial<typeof appointment>) =>
    isSmsDue({ ...appointment, ...facts }, day('2026-11-22'), '08:00', rules);
  expect([on({}), on({ kind: 'reminder' }), on({ status: 'confirmed' })]).toEqual([true, true, true]);
  expect([on({ kind: 'technical-recall' }), on({ status: 'moved' }), on({ status: 'cancelled' })]).toEqual([
    false,
    false,
    false,
  ]);
});

it('once due, stays due until the appointment, whatever day the server was down', () => {
  fc.assert(
    fc.property(fc.integer({ min: -3, max: 0 }), fc.integer({ min: -3, max: 0 }), (a, b) => {
      const [first, later] = [Math.min(a, b), Math.max(a, b)].map((n) =>
        isSmsDue(appointment, addDays(appointment.day, n), '00:00', rules),
      );
      expect(!first || later).toBe(true);
    }),
  );
});
