import { ok, type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';

/** Takes news down. Refuses `not-found` when it is not there or down already. */
export async function withdrawNews(
  tx: Tx,
  input: { readonly newsId: string },
): Promise<Result<{ readonly done: true }>> {
  const taken = await tx.q
    .updateTable('news')
    .set({ withdrawn_on: tx.today })
    .where('news_id', '=', input.newsId)
    .where('withdrawn_on', 'is', null)
    .returning('news_id')
    .executeTakeFirst();
  if (!taken) return refuse('not-found', 'The news is not there, or has been taken down');
  tx.record('news.withdrawn', null, { news: input.newsId });
  return ok({ done: true });
}
