/** What the outbox knows of the services that carry messages: it sends, and gets one of three answers. */
import type { Day } from '#core/kernel/day';

export type Sending = {
  /** The same for every try of the same step: the partner must not deliver a key twice. */
  readonly key: string;
  readonly reference: string;
  readonly sentOn: Day;
};

export type DigitalLetter = Sending & {
  readonly identityNumber: string;
  readonly title: string;
  readonly language: string;
  readonly pdf: Uint8Array;
};

export type SmsToSend = Sending & { readonly to: string; readonly sender: string; readonly text: string };

/** `refused` is final for this way (she is not on the portal, the number does not exist); `error` may be tried again. */
export type Answer =
  | { readonly kind: 'accepted'; readonly detail: Readonly<Record<string, unknown>> }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'error'; readonly reason: string };

export type Opened = { readonly key: string; readonly reference: string };

/** A way that is not set up is left out: its messages wait. */
export type Partner = {
  readonly sendDigital?: (letter: DigitalLetter) => Promise<Answer>;
  readonly sendSms?: (sms: SmsToSend) => Promise<Answer>;
  /** Letters that were opened on a day. Throws when the partner does not answer. */
  readonly openedOn?: (day: Day) => Promise<readonly Opened[]>;
};
