import { sql } from 'kysely';
import { ok, type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';

/**
 * Takes back that two records are of two women: they are shown as possible duplicates again. The decision stays, with who
 * took it back. Refuses with `not-called-different`.
 */
export async function undoDifferent(
  tx: Tx,
  { personId, otherId }: { readonly personId: string; readonly otherId: string },
): Promise<Result<{ readonly done: true }>> {
  const undone = await tx.q
    .updateTable('different_people')
    .set({ taken_back_on: tx.today, taken_back_by: tx.actor.userId })
    .where(sql<boolean>`(person_id, other_id) in ((${personId}, ${otherId}), (${otherId}, ${personId}))`)
    .where('taken_back_on', 'is', null)
    .returning('person_id')
    .execute();
  if (undone.length === 0) return refuse('not-called-different', 'Nobody has called these records two women');
  tx.record('person.different-taken-back', personId, { other: otherId });
  tx.record('person.different-taken-back', otherId, { other: personId });
  return ok({ done: true });
}
