import { type RawBuilder, sql } from 'kysely';
import type { ReviewItem, ReviewOpinion } from '#core/cancers/review';
import type { Day } from '#core/kernel/day';
import type { Tx } from '#server/db/transaction';

export type LoadedOpinion = ReviewOpinion & { readonly note: string | null; readonly day: Day };

export type LoadedItem = Omit<ReviewItem, 'opinions'> & {
  readonly personId: string;
  readonly itemId: string;
  readonly setId: string;
  readonly centreId: string;
  readonly place: number;
  readonly caseId: string;
  readonly cancerId: string | null;
  readonly openedOn: Day;
  readonly opinions: readonly LoadedOpinion[];
};

/** Items for review with their opinions, by set and place. */
async function loadItems(tx: Tx, which: RawBuilder<unknown>): Promise<readonly LoadedItem[]> {
  const { rows } = await sql<LoadedItem>`
    select i.person_id as "personId", i.item_id as "itemId", i.set_id as "setId", i.centre_id as "centreId", i.place,
      i.case_id as "caseId", i.cancer_id as "cancerId", i.cancer_id is null as control, s.reviewers, s.opened_on as "openedOn",
      coalesce((select jsonb_agg(jsonb_build_object('round', o.round, 'reviewer', o.reviewer, 'class', o.class, 'side', o.side,
          'members', o.members, 'note', o.note, 'day', o.day) order by o.recorded_at, o.reviewer)
        from review_opinion o where o.person_id = i.person_id and o.item_id = i.item_id), '[]') as opinions
    from review_item i join review_set s on s.set_id = i.set_id
    where ${which} order by s.opened_on, i.set_id, i.place`.execute(tx.q);
  return rows;
}

/** Every item of the sets that a reviewer has. */
export const itemsOfReviewer = (tx: Tx, userId: string) => loadItems(tx, sql`${userId} = any (s.reviewers)`);

/** An item by its number, which is all that a reviewer knows of it. */
export async function loadItem(tx: Tx, itemId: string): Promise<LoadedItem | undefined> {
  return (await loadItems(tx, sql`i.item_id = ${itemId}`))[0];
}

/** The item of an interval cancer, when it is in a set. */
export async function itemOfCancer(tx: Tx, personId: string, cancerId: string): Promise<LoadedItem | undefined> {
  return (await loadItems(tx, sql`i.person_id = ${personId} and i.cancer_id = ${cancerId}`))[0];
}

/** Every item that belongs to a cancer, and every control, of the centres the actor sees. */
export const allItems = (tx: Tx, centreId?: string) =>
  loadItems(tx, centreId === undefined ? sql`true` : sql`i.centre_id = ${centreId}`);

/** Whether a reviewer has given her blind opinion of all items of a set. */
export function blindDone(items: readonly LoadedItem[], setId: string, userId: string): boolean {
  return items
    .filter((item) => item.setId === setId)
    .every((item) => item.opinions.some((o) => o.round === 'blind' && o.reviewer === userId));
}

/** As `blindDone`, for one set, by counting. */
export async function blindDoneOf(tx: Tx, setId: string, userId: string): Promise<boolean> {
  return blindDone(await loadItems(tx, sql`i.set_id = ${setId}`), setId, userId);
}
