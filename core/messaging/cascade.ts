/**
 * The cascade: which way a message goes, and what follows when a way fails. It is data (programmes/breast-no/messaging.ts);
 * this is its one interpreter. Letters go by the citizen portal, with paper for those who are not on it or have not
 * opened in time; what no way delivers ends in a list for a person.
 */
import { addDays, type Day } from '#core/kernel/day';
import type { MessageKind, MessageState, MessageStep } from './message.ts';

export type CascadeStep =
  | { readonly step: 'digital'; readonly notOpenedAfterDays: number }
  | { readonly step: 'print' }
  | { readonly step: 'sms' };

export type CascadeRules = {
  readonly cascades: Readonly<Record<MessageKind, readonly CascadeStep[]>>;
  /** Minutes until the next try after the first, second ... failure; after the last, a person takes over. */
  readonly backOffMinutes: readonly number[];
};

/** How a message stands now. `attempts` counts the tries at the present step, the failed one included. */
export type Standing = {
  readonly kind: MessageKind;
  readonly state: MessageState;
  readonly step: MessageStep;
  readonly attempts: number;
};

export type MessageEvent = 'accepted' | 'printed' | 'opened' | 'not-opened' | 'refused' | 'error';

export type Next = {
  readonly state: MessageState;
  readonly step: MessageStep;
  /** Minutes to wait before the next try; 0 = at once. Only when waiting. */
  readonly retryInMinutes: number | null;
  /** The day the cascade goes on if nothing more is heard. */
  readonly nextStepOn: Day | null;
};

/** Where a new message starts. A woman who is not on the portal starts at the first step that needs no portal. */
export function firstStep(kind: MessageKind, onPortal: boolean, rules: CascadeRules): MessageStep {
  const usable = rules.cascades[kind].find(({ step }) => step !== 'digital' || onPortal);
  return usable?.step ?? 'person';
}

/** What follows an event, or undefined when the event changes nothing (the message is withdrawn, or she has read it). */
export function nextStep(message: Standing, event: MessageEvent, rules: CascadeRules, today: Day): Next | undefined {
  if (message.state === 'withdrawn' || message.state === 'delivered') return undefined;
  switch (event) {
    case 'opened':
      return { state: 'delivered', step: message.step, retryInMinutes: null, nextStepOn: null };
    case 'accepted':
    case 'printed':
      return { state: 'sent', step: message.step, retryInMinutes: null, nextStepOn: waitsUntil(message, rules, today) };
    case 'not-opened':
      return message.state === 'sent' && message.step === 'digital' ? following(message, rules) : undefined;
    case 'refused':
      return following(message, rules);
    case 'error':
      return afterError(message, rules);
  }
}

function waitsUntil(message: Standing, rules: CascadeRules, today: Day): Day | null {
  const step = rules.cascades[message.kind].find((s) => s.step === message.step);
  return step?.step === 'digital' ? addDays(today, step.notOpenedAfterDays) : null;
}

function following(message: Standing, rules: CascadeRules): Next {
  const steps = rules.cascades[message.kind];
  const next = steps[steps.findIndex((s) => s.step === message.step) + 1];
  return next ? { state: 'waiting', step: next.step, retryInMinutes: 0, nextStepOn: null } : forAPerson;
}

function afterError(message: Standing, rules: CascadeRules): Next {
  const minutes = rules.backOffMinutes[message.attempts - 1];
  if (minutes === undefined) return forAPerson;
  return { state: 'waiting', step: message.step, retryInMinutes: minutes, nextStepOn: null };
}

const forAPerson: Next = { state: 'failed', step: 'person', retryInMinutes: null, nextStepOn: null };
