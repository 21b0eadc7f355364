import { ok, type Result } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';

/** Gives back every task the actor has claimed, so that others may take it at once. */
export async function releaseClaim(tx: Tx): Promise<Result<{ readonly released: number }>> {
  const released = await tx.q
    .updateTable('reading_task')
    .set({ claimed_by: null, lease_until: null })
    .where('claimed_by', '=', tx.actor.userId)
    .executeTakeFirst();
  return ok({ released: Number(released.numUpdatedRows) });
}
