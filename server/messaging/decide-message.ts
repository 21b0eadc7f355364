import { randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { firstStep } from '#core/messaging/cascade';
import { channelOf, type MessageContent, type MessageKind } from '#core/messaging/message';
import { referenceFrom } from '#core/messaging/reference';
import { whichLanguage } from '#core/messaging/which-language';
import { messagingRules } from '#programmes/breast-no/messaging';
import { writtenLanguages } from '#programmes/letters/letter-texts';
import type { Tx } from '#server/db/transaction';
import { loadContent, type Recipient } from './load-content.ts';

export type MessageToDecide = {
  readonly personId: string;
  readonly kind: MessageKind;
  /** What the message is about, as `kind:<id>`: a person gets one message for a cause, however often it is decided. */
  readonly cause: string;
  readonly episodeId?: string | undefined;
  /** An appointment for imaging, or (recall) for assessment; its time and place are copied into the message. */
  readonly appointmentId?: string | undefined;
  /** Facts that are not in the database's rows for her, such as the result of assessment. */
  readonly content?: Partial<MessageContent> | undefined;
};

export type DecidedMessage = { readonly messageId: string; readonly cause: string };

/**
 * Decides a message in the caller's transaction: it exists when, and only when, its cause is committed, and the outbox
 * sends it later. What it says is copied now. Deciding the same cause again changes nothing and returns undefined.
 * Throws when the person or the appointment does not exist for the actor.
 */
export async function decideMessage(tx: Tx, message: MessageToDecide): Promise<DecidedMessage | undefined> {
  return (await decideMessages(tx, [message]))[0];
}

/** Decides many messages in three queries whatever their number. Returns those that are new. */
export async function decideMessages(tx: Tx, messages: readonly MessageToDecide[]): Promise<readonly DecidedMessage[]> {
  if (messages.length === 0) return [];
  const recipients = await loadContent(tx, messages);
  const rows = messages.map((message, i) => rowOf(tx, message, recipients[i] as Recipient));
  const { rows: decided } = await sql<{ person_id: string; message_id: string; cause: string; kind: string }>`
    insert into message (person_id, message_id, cause, kind, channel, language, reference, episode_id, appointment_id,
      decided_on, content, state, step, last_error)
    select person_id, message_id, cause, kind, channel, language, reference, episode_id, appointment_id,
      decided_on, content, state, step, last_error
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as m (person_id uuid, message_id uuid, cause text, kind text,
      channel text, language text, reference text, episode_id uuid, appointment_id uuid, decided_on date, content jsonb,
      state text, step text, last_error text)
    on conflict (person_id, cause) do nothing
    returning person_id, message_id, cause, kind`.execute(tx.q);
  for (const row of decided) {
    tx.record('message.decided', row.person_id, { message: row.message_id, kind: row.kind, cause: row.cause });
  }
  return decided.map((row) => ({ messageId: row.message_id, cause: row.cause }));
}

function rowOf(tx: Tx, message: MessageToDecide, recipient: Recipient) {
  const language = whichLanguage(message.kind, recipient.language, writtenLanguages);
  const channel = channelOf(message.kind);
  const unreachable = channel === 'sms' && !recipient.content.phone;
  return {
    person_id: message.personId,
    message_id: randomUUID(),
    cause: message.cause,
    kind: message.kind,
    channel,
    language,
    reference: referenceFrom(randomBytes(9)),
    episode_id: message.episodeId ?? null,
    appointment_id: message.appointmentId ?? null,
    decided_on: tx.today,
    content: {
      ...recipient.content,
      ...(channel === 'letter' && language !== recipient.language ? { languageWanted: recipient.language } : {}),
      ...message.content,
    },
    state: unreachable ? 'failed' : 'waiting',
    step: unreachable ? 'person' : firstStep(message.kind, recipient.onPortal, messagingRules),
    last_error: unreachable ? 'no telephone number' : null,
  };
}
