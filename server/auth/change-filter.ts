import type { InputOf, OutputOf } from '#contracts/endpoint';
import type { changeFilter as contract } from '#contracts/saved-filters';
import { ok, type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';
import { holdsIdentityNumber } from './save-filter.ts';
import { leaveNoDefault, loadSavedFilters, nameTaken } from './saved-filters.ts';

/** Renames a filter that the acting user keeps, or makes it the one its page opens with (or no longer). */
export async function changeFilter(
  tx: Tx,
  { filterId, name, isDefault }: InputOf<typeof contract>,
): Promise<Result<OutputOf<typeof contract>>> {
  const { filters } = await loadSavedFilters(tx);
  const kept = filters.find((one) => one.filterId === filterId);
  if (!kept) return refuse('not-found', 'You keep no such filter');
  if (name !== undefined && holdsIdentityNumber(name)) {
    return refuse('filter-names-woman', 'A kept filter must not hold an identity number');
  }
  if (name !== undefined && (await nameTaken(tx, kept.page, name, filterId))) {
    return refuse('filter-name-taken', 'You have a filter by that name on the page');
  }
  if (isDefault) await leaveNoDefault(tx, kept.page);
  const next = { name: name ?? kept.name, is_default: isDefault ?? kept.isDefault };
  await tx.q
    .updateTable('saved_filter')
    .set(next)
    .where('user_id', '=', tx.actor.userId)
    .where('filter_id', '=', filterId)
    .execute();
  tx.record('filter.changed', null, { page: kept.page, ...next });
  return ok(await loadSavedFilters(tx));
}
