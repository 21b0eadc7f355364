import { ok, type Result } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';

/** Gives back the reads, or the consensus, that the actor has claimed, so that others may take them at once; another window may have the other open. */
export async function releaseClaim(
  tx: Tx,
  { kind }: { readonly kind: 'read' | 'consensus' },
): Promise<Result<{ readonly released: number }>> {
  const released = await tx.q
    .updateTable('reading_task')
    .set({ claimed_by: null, lease_until: null })
    .where('claimed_by', '=', tx.actor.userId)
    .where('kind', '=', kind)
    .executeTakeFirst();
  return ok({ released: Number(released.numUpdatedRows) });
}
