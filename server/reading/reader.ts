import { ok, type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';

export type Reader = {
  readonly id: string;
  readonly name: string;
  readonly centreId: string;
  readonly senior: boolean;
};

/**
 * The acting radiologist. `lock` keeps her row until the transaction ends, so that two windows of one reader act in turn.
 * Refuses with `not-a-reader`.
 */
export async function actingReader(
  tx: Tx,
  options: { readonly lock?: boolean } = {},
): Promise<Result<Reader, 'not-a-reader'>> {
  let query = tx.q
    .selectFrom('staff_user')
    .select(['id', 'name', 'centre_id', 'senior'])
    .where('id', '=', tx.actor.userId)
    .where('role', '=', 'radiologist')
    .where('active', '=', true);
  if (options.lock) query = query.forNoKeyUpdate();
  const row = await query.executeTakeFirst();
  if (!row?.centre_id || tx.actor.role !== 'radiologist') {
    return refuse('not-a-reader', 'Only a radiologist of a breast centre reads');
  }
  return ok({ id: row.id, name: row.name, centreId: row.centre_id, senior: row.senior });
}
