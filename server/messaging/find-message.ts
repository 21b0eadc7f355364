import { ok, type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';
import { messageColumns } from './list-messages.ts';

export type MessageKey = { readonly personId: string; readonly messageId: string };

/** The message, if there is one that the actor may see; `lock` keeps it for the rest of the transaction. */
export async function findMessage(tx: Tx, key: MessageKey, lock?: 'lock'): Promise<Result<Found, 'not-found'>> {
  const query = messageQuery(tx, key);
  const row = await (lock ? query.forUpdate('m') : query).executeTakeFirst();
  return row ? ok(row) : refuse('not-found', 'There is no such message, or it belongs to a woman of another centre');
}

function messageQuery(tx: Tx, key: MessageKey) {
  return tx.q
    .selectFrom('message as m')
    .innerJoin('person as p', 'p.person_id', 'm.person_id')
    .select([...messageColumns, 'm.cause', 'm.attempts', 'm.episode_id', 'm.appointment_id', 'p.digital'])
    .where('m.person_id', '=', key.personId)
    .where('m.message_id', '=', key.messageId);
}

export type Found = NonNullable<Awaited<ReturnType<ReturnType<typeof messageQuery>['executeTakeFirst']>>>;
