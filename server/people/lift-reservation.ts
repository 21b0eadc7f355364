import { ok, type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';
import { visiblePerson } from './visible-person.ts';

/**
 * Lifts a woman's reservation from today. What has been de-identified stays so: the link is gone. Refuses with `not-found`
 * or `not-reserved`.
 */
export async function liftReservation(
  tx: Tx,
  input: { readonly personId: string },
): Promise<Result<{ readonly done: true }>> {
  const person = await visiblePerson(tx, input.personId);
  if (!person.ok) return person;
  const lifted = await tx.q
    .updateTable('storage_reservation')
    .set({ lifted_on: tx.today })
    .where('person_id', '=', input.personId)
    .where('lifted_on', 'is', null)
    .returning('reservation_id')
    .execute();
  if (lifted.length === 0) return refuse('not-reserved', 'She has no reservation against storage');
  tx.record('person.reservation-lifted', input.personId, { from: tx.today });
  return ok({ done: true });
}
