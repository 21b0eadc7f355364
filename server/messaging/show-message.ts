import type { z } from 'zod';
import type { showMessage as contract } from '#contracts/messaging';
import { ok, type Result } from '#core/kernel/result';
import type { MessageState } from '#core/messaging/message';
import type { Tx } from '#server/db/transaction';
import { rowOf } from './list-messages.ts';
import { findMessage, type MessageKey } from './find-message.ts';

/** One message and all that its ways have reported, oldest first. Refuses `not-found`. The look is in the audit. */
export async function showMessage(
  tx: Tx,
  key: MessageKey,
): Promise<Result<z.input<(typeof contract)['output']>, 'not-found'>> {
  const found = await findMessage(tx, key);
  if (!found.ok) return found;
  const message = found.value;
  const deliveries = await tx.q
    .selectFrom('message_delivery')
    .select(['event', 'step', 'day', 'idempotency_key', 'detail'])
    .where('person_id', '=', key.personId)
    .where('message_id', '=', key.messageId)
    .orderBy('recorded_at')
    .execute();
  tx.look(key.personId, `message ${message.kind}`);
  return ok({
    ...rowOf(message),
    cause: message.cause,
    to: [message.content.name, ...(message.content.address ?? [])].filter(Boolean),
    phone: message.content.phone ?? null,
    resend: resendable(message.state),
    deliveries: deliveries.map(({ event, step, day, idempotency_key, detail }) => ({
      event,
      step,
      day,
      key: idempotency_key,
      reason: typeof detail.reason === 'string' ? detail.reason : typeof detail.note === 'string' ? detail.note : null,
    })),
  });
}

/** A withdrawn message says something that is no longer so; one that waits will be sent anyway. */
export function resendable(state: MessageState): 'possible' | 'still-waiting' | 'withdrawn' {
  if (state === 'waiting') return 'still-waiting';
  return state === 'withdrawn' ? 'withdrawn' : 'possible';
}
