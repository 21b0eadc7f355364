import type { OutputOf } from '#contracts/endpoint';
import type { savedFilters } from '#contracts/saved-filters';
import type { Tx } from '#server/db/transaction';

/** The filters that the acting user keeps, by page and name. */
export async function loadSavedFilters(tx: Tx): Promise<OutputOf<typeof savedFilters>> {
  const rows = await tx.q
    .selectFrom('saved_filter')
    .select(['filter_id', 'page', 'name', 'search', 'is_default'])
    .where('user_id', '=', tx.actor.userId)
    .orderBy('page')
    .orderBy((o) => o.fn('lower', ['name']))
    .execute();
  return {
    filters: rows.map((row) => ({
      filterId: row.filter_id,
      page: row.page,
      name: row.name,
      search: row.search,
      isDefault: row.is_default,
    })),
  };
}

/** Before another becomes the one that the page opens with. */
export async function leaveNoDefault(tx: Tx, page: string): Promise<void> {
  await tx.q
    .updateTable('saved_filter')
    .set({ is_default: false })
    .where('user_id', '=', tx.actor.userId)
    .where('page', '=', page)
    .where('is_default', '=', true)
    .execute();
}

/** Whether the page has a filter of hers by that name, whichever case it is written in, other than `besides`. */
export async function nameTaken(tx: Tx, page: string, name: string, besides?: string): Promise<boolean> {
  const { filters } = await loadSavedFilters(tx);
  const same = (other: string) => other.toLowerCase() === name.toLowerCase();
  return filters.some((one) => one.page === page && same(one.name) && one.filterId !== besides);
}
