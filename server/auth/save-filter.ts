import { randomUUID } from 'node:crypto';
import type { InputOf, OutputOf } from '#contracts/endpoint';
import type { saveFilter as contract } from '#contracts/saved-filters';
import { ok, type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';
import { leaveNoDefault, loadSavedFilters, nameTaken } from './saved-filters.ts';

/**
 * Keeps a page's filter for the acting user. Refused: `filter-name-taken`; `filter-names-woman` when an identity number
 * stands in it or in its name, since a kept filter lies outside the records of women.
 */
export async function saveFilter(
  tx: Tx,
  { page, name, search, isDefault }: InputOf<typeof contract>,
): Promise<Result<OutputOf<typeof contract>>> {
  if (holdsIdentityNumber(search) || holdsIdentityNumber(name)) {
    return refuse('filter-names-woman', 'A kept filter must not hold an identity number');
  }
  if (await nameTaken(tx, page, name)) return refuse('filter-name-taken', 'You have a filter by that name on the page');
  if (isDefault) await leaveNoDefault(tx, page);
  const row = { filter_id: randomUUID(), page, name, search, is_default: isDefault };
  await tx.q
    .insertInto('saved_filter')
    .values({ user_id: tx.actor.userId, ...row })
    .execute();
  tx.record('filter.saved', null, { page, name });
  return ok(await loadSavedFilters(tx));
}

export function holdsIdentityNumber(text: string): boolean {
  return /\d{11}/.test(text.replace(/[\s+]|%20/g, ''));
}
