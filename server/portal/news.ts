import { ok, type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';

type NewNews = {
  readonly title: string;
  readonly body: string;
  readonly centreId: string | null;
  readonly mustRead: boolean;
};

/** Publishes news to everyone, or to one centre. Refuses `no-such-centre`. */
export async function publishNews(tx: Tx, input: NewNews): Promise<Result<{ readonly newsId: string }>> {
  const centre = await isCentre(tx, input.centreId);
  if (!centre) return refuse('no-such-centre', `There is no breast centre ${input.centreId}`);
  const { news_id } = await tx.q
    .insertInto('news')
    .values({
      title: input.title,
      body: input.body,
      centre_id: input.centreId,
      must_read: input.mustRead,
      published_on: tx.today,
      published_by: tx.actor.userId,
    })
    .returning('news_id')
    .executeTakeFirstOrThrow();
  tx.record('news.published', null, { news: news_id, centre: input.centreId });
  return ok({ newsId: news_id });
}

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

/** No centre means all of them. */
export async function isCentre(tx: Tx, centreId: string | null): Promise<boolean> {
  if (centreId === null) return true;
  return !!(await tx.q.selectFrom('centre').select('id').where('id', '=', centreId).executeTakeFirst());
}
