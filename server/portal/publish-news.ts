import { ok, type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';
import { isCentre } from './is-centre.ts';

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
