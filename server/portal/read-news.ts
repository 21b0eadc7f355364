import { ok, type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';

/** Notes that the actor has read it; a second time changes nothing. Refuses `not-found` for what she may not see. */
export async function readNews(tx: Tx, input: { readonly newsId: string }): Promise<Result<{ readonly done: true }>> {
  const news = await tx.q
    .selectFrom('news')
    .select('news_id')
    .where('news_id', '=', input.newsId)
    .where('withdrawn_on', 'is', null)
    .executeTakeFirst();
  if (!news) return refuse('not-found', 'The news is not there, or has been taken down');
  await tx.q
    .insertInto('news_read')
    .values({ news_id: input.newsId, user_id: tx.actor.userId })
    .onConflict((c) => c.doNothing())
    .execute();
  return ok({ done: true });
}
