import { sql } from 'kysely';
import { firstStep } from '#core/messaging/cascade';
import { channelOf, type MessageStep } from '#core/messaging/message';
import { ok, type Result, refuse } from '#core/kernel/result';
import { messagingRules } from '#programmes/breast-no/messaging';
import type { Tx } from '#server/db/transaction';
import { type Found, findMessage, type MessageKey } from './find-message.ts';
import { insertDeliveries } from './record-happenings.ts';
import { resendable } from './show-message.ts';

/**
 * Sends a message again, from the first way of its cascade for her or on paper: a new number in the key, so that the
 * partner delivers it again too. Refuses `not-found`, `still-waiting`, `withdrawn`, and `no-paper` for an SMS.
 */
export async function resendMessage(
  tx: Tx,
  input: MessageKey & { readonly way: 'first' | 'print' },
): Promise<Result<{ readonly step: MessageStep }, 'not-found' | 'still-waiting' | 'withdrawn' | 'no-paper'>> {
  const found = await findMessage(tx, input, 'lock');
  if (!found.ok) return found;
  const message = found.value;
  const possible = resendable(message.state);
  if (possible === 'still-waiting') return refuse('still-waiting', 'The message has not been sent yet, and will be');
  if (possible === 'withdrawn') return refuse('withdrawn', 'The message was withdrawn: what it says is no longer so');
  if (input.way === 'print' && channelOf(message.kind) === 'sms')
    return refuse('no-paper', 'An SMS cannot be sent on paper');
  const step = input.way === 'print' ? 'print' : firstStep(message.kind, message.digital, messagingRules);
  await resend(tx, message, step);
  return ok({ step });
}

/** Sends every message on the list for a person again. Returns how many. */
export async function resendFailed(tx: Tx): Promise<{ readonly resent: number }> {
  const failed = await tx.q
    .selectFrom('message')
    .select(['person_id', 'message_id'])
    .where('state', '=', 'failed')
    .orderBy('person_id')
    .orderBy('message_id')
    .execute();
  let resent = 0;
  for (const { person_id, message_id } of failed) {
    const done = await resendMessage(tx, { personId: person_id, messageId: message_id, way: 'first' });
    if (done.ok) resent++;
  }
  return { resent };
}

async function resend(tx: Tx, message: Found, step: MessageStep): Promise<void> {
  const { person_id, message_id } = message;
  const { rows } = await sql<{ number: number }>`
    select count(*) + 1 as number from message_delivery
    where person_id = ${person_id} and message_id = ${message_id} and event = 'resent'`.execute(tx.q);
  const key = `${message_id}:${step}:${rows[0]?.number ?? 1}`;
  await insertDeliveries(tx, [{ person_id, message_id, key, event: 'resent', step, detail: { by: tx.actor.userId } }]);
  const phone = channelOf(message.kind) === 'sms' ? await phoneNow(tx, person_id) : undefined;
  await tx.q
    .updateTable('message')
    .set({
      state: 'waiting',
      step,
      attempts: 0,
      next_try_at: null,
      next_step_on: null,
      last_error: null,
      // A number that was wrong is why an SMS failed: the one she has now is used.
      ...(phone ? { content: JSON.stringify({ ...message.content, phone }) } : {}),
    })
    .where('person_id', '=', person_id)
    .where('message_id', '=', message_id)
    .execute();
  tx.record('message.resent', person_id, { message: message_id, step });
}

async function phoneNow(tx: Tx, personId: string): Promise<string | undefined> {
  const row = await tx.q.selectFrom('person').select('phone').where('person_id', '=', personId).executeTakeFirst();
  return row?.phone ?? undefined;
}
