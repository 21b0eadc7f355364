import type { OutputOf } from '#contracts/endpoint';
import type { removeFilter as contract } from '#contracts/saved-filters';
import { ok, type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';
import { loadSavedFilters } from './saved-filters.ts';

/** Forgets a filter that the acting user keeps. */
export async function removeFilter(
  tx: Tx,
  { filterId }: { readonly filterId: string },
): Promise<Result<OutputOf<typeof contract>>> {
  const gone = await tx.q
    .deleteFrom('saved_filter')
    .where('user_id', '=', tx.actor.userId)
    .where('filter_id', '=', filterId)
    .returning(['page', 'name'])
    .executeTakeFirst();
  if (!gone) return refuse('not-found', 'You keep no such filter');
  tx.record('filter.removed', null, gone);
  return ok(await loadSavedFilters(tx));
}
