import { ok, type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';

type Taken = { readonly kind: 'news' | 'document' | 'meeting'; readonly id: string };

/**
 * Takes back that news or a document was taken down, or a meeting cancelled. Refuses `not-found` when it was not, or on
 * another day: by then the centres have acted on it.
 */
export async function putBack(tx: Tx, taken: Taken): Promise<Result<{ readonly done: true }>> {
  if (!(await restored(tx, taken)))
    return refuse('not-found', `There is no ${taken.kind} with this id that was taken down or cancelled today`);
  tx.record(`${taken.kind}.put-back`, null, { [taken.kind]: taken.id });
  return ok({ done: true });
}

function restored(tx: Tx, { kind, id }: Taken): Promise<unknown> {
  if (kind === 'meeting')
    return tx.q
      .updateTable('meeting')
      .set({ cancelled_on: null })
      .where('meeting_id', '=', id)
      .where('cancelled_on', '=', tx.today)
      .returning('meeting_id')
      .executeTakeFirst();
  const down = { withdrawn_on: null };
  return kind === 'news'
    ? tx.q
        .updateTable('news')
        .set(down)
        .where('news_id', '=', id)
        .where('withdrawn_on', '=', tx.today)
        .returning('news_id')
        .executeTakeFirst()
    : tx.q
        .updateTable('document')
        .set(down)
        .where('document_id', '=', id)
        .where('withdrawn_on', '=', tx.today)
        .returning('document_id')
        .executeTakeFirst();
}
