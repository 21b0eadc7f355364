import { sql } from 'kysely';
import type { Day } from '#core/kernel/day';
import type { MessageState } from '#core/messaging/message';
import { ok, type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';
import { othersChange } from '#server/auth/others-change';
import { findMessage, type MessageKey } from './find-message.ts';
import { insertDeliveries } from './record-happenings.ts';

/**
 * Takes a message off the list for a person. `told`: she has been told, so it counts as delivered; `not-needed`: it is
 * withdrawn. Refuses `not-found`, and `not-failed` when it is not on the list (any more).
 */
export async function handleMessage(
  tx: Tx,
  input: MessageKey & { readonly how: 'told' | 'not-needed'; readonly note: string },
): Promise<Result<{ readonly state: MessageState }, 'not-found' | 'not-failed'>> {
  const found = await findMessage(tx, input, 'lock');
  if (!found.ok) return found;
  const { person_id, message_id, step } = found.value;
  if (found.value.state !== 'failed')
    return refuse(
      'not-failed',
      'The message is not on the list for a person any more',
      await lastHandled(tx, input, found.value.state),
    );
  const state = input.how === 'told' ? 'delivered' : 'withdrawn';
  await tx.q
    .updateTable('message')
    .set({ state })
    .where('person_id', '=', person_id)
    .where('message_id', '=', message_id)
    .execute();
  const detail = { how: input.how, note: input.note, by: tx.actor.userId };
  // A message resent and failed again can be handled again: the transaction's instant makes the key its own.
  const key = `${message_id}:person:${tx.at.toISOString()}`;
  await insertDeliveries(tx, [{ person_id, message_id, key, event: 'handled', step, detail }]);
  tx.record('message.handled', person_id, { message: message_id, ...detail });
  return ok({ state });
}

/** Who took it off the list, if somebody did, and how the message stands now. */
async function lastHandled(tx: Tx, key: MessageKey, status: MessageState) {
  const last = await tx.q
    .selectFrom('message_delivery')
    .select(['day', 'recorded_at', sql<string | null>`detail ->> 'by'`.as('by')])
    .where('person_id', '=', key.personId)
    .where('message_id', '=', key.messageId)
    .where('event', 'in', ['handled', 'resent'])
    .orderBy('recorded_at', 'desc')
    .executeTakeFirst();
  return othersChange(tx, {
    status,
    by: last?.by ?? null,
    day: (last?.day ?? null) as Day | null,
    at: last?.recorded_at ?? null,
  });
}
