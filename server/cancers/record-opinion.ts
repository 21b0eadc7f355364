import { sql } from 'kysely';
import { checkOpinion, maySettle, type ReviewClass, type ReviewSide, reviewView } from '#core/cancers/review';
import { ok, type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';
import { actingReader } from '#server/reading/reader';
import { radiologistsOf } from '#server/reading/sitting';
import { blindDoneOf, type LoadedItem, loadItem } from './load-items.ts';

type Opinion = {
  readonly itemId: string;
  readonly class: ReviewClass;
  readonly side: ReviewSide | null;
  readonly note?: string | null;
};

/**
 * The acting reviewer's opinion, blind or informed, of images that wait for it. It is final. Refuses with `not-found`,
 * `not-yours` (not hers to give now), `class` or `side`.
 */
export async function recordOpinion(
  tx: Tx,
  input: Opinion & { readonly round: 'blind' | 'informed' },
): Promise<Result<{ readonly itemId: string }>> {
  const found = await itemFor(tx, input.itemId);
  if (!found.ok) return found;
  const { item, task } = found.value;
  if (task !== input.round) return refuse('not-yours', 'These images do not wait for your opinion in this round');
  const checked = checkOpinion(input.round, input);
  if (!checked.ok) return checked;
  await insertOpinion(tx, item, input, input.round, []);
  return ok({ itemId: input.itemId });
}

/**
 * What a third radiologist, or two or three together, decide where the two reviewers differ. Refuses with `not-found`,
 * `not-yours` (there is nothing to settle), `members`, `class` or `side`.
 */
export async function settleReview(
  tx: Tx,
  input: Opinion & { readonly members: readonly string[] },
): Promise<Result<{ readonly itemId: string }>> {
  const found = await itemFor(tx, input.itemId);
  if (!found.ok) return found;
  const { item, task } = found.value;
  if (task !== 'consensus') return refuse('not-yours', 'There is no disagreement to settle here');
  const known = new Set((await radiologistsOf(tx, item.centreId)).map((one) => one.id));
  const may = maySettle(input.members, item, known);
  if (!may.ok) return may;
  if (!input.members.includes(tx.actor.userId))
    return refuse('members', 'The one who records the decision is one of those who took it');
  const checked = checkOpinion('consensus', input);
  if (!checked.ok) return checked;
  await insertOpinion(tx, item, input, 'consensus', input.members);
  return ok({ itemId: input.itemId });
}

/** The item and what the actor is to do with it, after waiting for whoever is writing about the same images. */
async function itemFor(tx: Tx, itemId: string): Promise<Result<{ item: LoadedItem; task: string | null }>> {
  const reader = await actingReader(tx, { lock: true });
  if (!reader.ok) return reader;
  await sql`select pg_advisory_xact_lock(hashtextextended(${itemId}, 0))`.execute(tx.q);
  const item = await loadItem(tx, itemId);
  if (!item) return refuse('not-found', 'There are no such images for review, or they belong to another centre');
  const { userId, role } = tx.actor;
  const { task } = reviewView(item, { userId, role, blindDone: await blindDoneOf(tx, item.setId, userId) });
  return ok({ item, task });
}

async function insertOpinion(
  tx: Tx,
  item: LoadedItem,
  input: Opinion,
  round: 'blind' | 'informed' | 'consensus',
  members: readonly string[],
): Promise<void> {
  await tx.q
    .insertInto('review_opinion')
    .values({
      person_id: item.personId,
      item_id: item.itemId,
      round,
      reviewer: tx.actor.userId,
      day: tx.today,
      class: input.class,
      side: input.side,
      members: [...members],
      note: input.note?.trim() || null,
    })
    .execute();
  tx.record('review.opinion', item.personId, { item: item.itemId, round });
}
