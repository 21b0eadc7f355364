import { sql } from 'kysely';
import { ok, type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';

/** Where each is kept, and the day on which it was taken down or cancelled. */
const kept = {
  news: { id: 'news_id', ended: 'withdrawn_on' },
  document: { id: 'document_id', ended: 'withdrawn_on' },
  meeting: { id: 'meeting_id', ended: 'cancelled_on' },
} as const;

type Taken = { readonly kind: keyof typeof kept; readonly id: string };

/**
 * Takes back that news or a document was taken down, or a meeting cancelled. Refuses `not-found` when it was not, or on
 * another day: by then the centres have acted on it.
 */
export async function putBack(tx: Tx, { kind, id }: Taken): Promise<Result<{ readonly done: true }>> {
  const ended = sql.ref(kept[kind].ended);
  const { rows } = await sql`
    update ${sql.table(kind)} set ${ended} = null
    where ${sql.ref(kept[kind].id)} = ${id} and ${ended} = ${tx.today} returning 1`.execute(tx.q);
  if (rows.length === 0)
    return refuse('not-found', `There is no ${kind} with this id that was taken down or cancelled today`);
  tx.record(`${kind}.put-back`, null, { [kind]: id });
  return ok({ done: true });
}
