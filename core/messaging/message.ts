/** The words of a message: what is sent, how, and how it stands. The same words stand in sql/0004_messaging.sql. */
import type { Day } from '#core/kernel/day';
import { type Language, languages } from '#core/kernel/language';

export const letterKinds = [
  'invitation',
  'reminder',
  'result-normal',
  'recall',
  'technical-recall',
  'moved',
  'cancelled',
  'assessment-result',
] as const;
export type LetterKind = (typeof letterKinds)[number];

export const messageKinds = [...letterKinds, 'sms-reminder'] as const;
export type MessageKind = (typeof messageKinds)[number];

export const messageStates = ['waiting', 'sent', 'delivered', 'failed', 'withdrawn'] as const;
export type MessageState = (typeof messageStates)[number];

/** The steps of a cascade. `person` is the end of every cascade that failed: a list for somebody to work through. */
export const messageSteps = ['digital', 'print', 'sms', 'person'] as const;
export type MessageStep = (typeof messageSteps)[number];

export { type Language, languages };

export type Channel = 'letter' | 'sms';

export function channelOf(kind: MessageKind): Channel {
  return kind === 'sms-reminder' ? 'sms' : 'letter';
}

/**
 * What the message says, as it stood when it was decided: a later move or a new name does not change a letter on its
 * way. Times are local, 'HH:MM'. What a kind of message does not need is left out.
 */
export type MessageContent = {
  readonly name: string;
  readonly address: readonly string[];
  readonly phone?: string;
  readonly centreName: string;
  readonly centreTown: string;
  readonly centrePhone?: string;
  readonly day?: Day;
  readonly at?: string;
  readonly unitName?: string;
  readonly place?: string;
  readonly previousDay?: Day;
  readonly previousAt?: string;
  /**
   * moved: whose wish it was. The programme's own needs saying, so that she is not told that she asked for it. `nobody`:
   * it stands as it was, and she has been told that it was cancelled.
   */
  readonly movedBy?: 'woman' | 'programme' | 'nobody';
  /** What has been arranged for her: an interpreter's language (ISO 639), a longer time, a unit without stairs. */
  readonly interpreter?: string;
  readonly longer?: true;
  readonly stepFree?: true;
  readonly screenedOn?: Day;
  /** assessment-result: what assessment showed. */
  readonly result?: 'negative' | 'benign';
  /** The language she asked for, when there is no text in it yet and the letter is in bokmål. */
  readonly languageWanted?: Language;
};
