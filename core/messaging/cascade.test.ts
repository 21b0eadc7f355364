import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day } from '../kernel/day.ts';
import { messagingRules as rules } from '../../programmes/breast-no/messaging.ts';
import { firstStep, type MessageEvent, nextStep, type Standing } from './cascade.ts';
import { messageKinds, messageStates, messageSteps } from './message.ts';

const today = day('2026-11-23');
const standing = (facts: Partial<Standing>): Standing => ({
  kind: 'invitation',
  state: 'waiting',
  step: 'digital',
  attempts: 1,
  ...facts,
});
const next = (facts: Partial<Standing>, event: MessageEvent) => nextStep(standing(facts), event, rules, today);

describe('where a message starts', () => {
  it('letters by the portal for those on it, else on paper; SMS as SMS', () => {
    expect(firstStep('invitation', true, rules)).toBe('digital');
    expect(firstStep('invitation', false, rules)).toBe('print');
    expect(firstStep('sms-reminder', false, rules)).toBe('sms');
  });
});

describe('what follows', () => {
  it('an accepted letter waits to be opened for the days of its kind', () => {
    expect(next({}, 'accepted')).toEqual({
      state: 'sent',
      step: 'digital',
      retryInMinutes: null,
      nextStepOn: addDays(today, 7),
    });
    expect(next({ kind: 'recall' }, 'accepted')?.nextStepOn).toBe(addDays(today, 2));
  });
  it('an accepted SMS and a printed letter are the end', () => {
    expect(next({ kind: 'sms-reminder', step: 'sms' }, 'accepted')).toMatchObject({ state: 'sent', nextStepOn: null });
    expect(next({ step: 'print' }, 'printed')).toMatchObject({ state: 'sent', nextStepOn: null });
  });
  it('refused by the portal, or not opened: paper at once', () => {
    expect(next({}, 'refused')).toMatchObject({ state: 'waiting', step: 'print', retryInMinutes: 0 });
    expect(next({ state: 'sent' }, 'not-opened')).toMatchObject({ state: 'waiting', step: 'print' });
  });
  it('a refused SMS, and a fault after the last try, go to a person', () => {
    expect(next({ kind: 'sms-reminder', step: 'sms' }, 'refused')).toMatchObject({ state: 'failed', step: 'person' });
    expect(next({ attempts: rules.backOffMinutes.length + 1 }, 'error')).toMatchObject({
      state: 'failed',
      step: 'person',
    });
  });
  it('tries again 1, 5, 30 minutes, 2 and 12 hours after', () => {
    expect([1, 2, 3, 4, 5].map((attempts) => next({ attempts }, 'error')?.retryInMinutes)).toEqual([
      1, 5, 30, 120, 720,
    ]);
  });
  it('"not opened" moves only what is out digitally', () => {
    expect(next({ state: 'sent', step: 'print' }, 'not-opened')).toBeUndefined();
    expect(next({ state: 'waiting' }, 'not-opened')).toBeUndefined();
  });
});

describe('properties', () => {
  const anyStanding = fc.record({
    kind: fc.constantFrom(...messageKinds),
    state: fc.constantFrom(...messageStates),
    step: fc.constantFrom(...messageSteps),
    attempts: fc.integer({ min: 1, max: 10 }),
  });
  const anyEvent = fc.constantFrom<MessageEvent>('accepted', 'printed', 'opened', 'not-opened', 'refused', 'error');
  it('nothing moves what is withdrawn or has reached her', () => {
    fc.assert(
      fc.property(anyStanding, anyEvent, (message, event) => {
        if (message.state !== 'withdrawn' && message.state !== 'delivered') return;
        expect(nextStep(message, event, rules, today)).toBeUndefined();
      }),
    );
  });
  it('whatever goes wrong, a message ends sent, delivered or with a person', () => {
    const failing = fc.constantFrom<MessageEvent>('refused', 'error', 'not-opened', 'accepted');
    fc.assert(
      fc.property(
        fc.constantFrom(...messageKinds),
        fc.boolean(),
        fc.infiniteStream(failing),
        (kind, onPortal, events) => {
          let message: Standing = { kind, state: 'waiting', step: firstStep(kind, onPortal, rules), attempts: 1 };
          for (let n = 0; n < 40; n++) {
            const event = events.next().value;
            const follows = event && nextStep(message, event, rules, today);
            if (!follows) continue;
            message = { ...message, ...follows, attempts: follows.step === message.step ? message.attempts + 1 : 1 };
            if (message.state === 'failed' || (message.state === 'sent' && follows.nextStepOn === null)) break;
          }
          expect(message.state).not.toBe('waiting');
          expect(message.step === 'person').toBe(message.state === 'failed');
        },
      ),
    );
  });
});
