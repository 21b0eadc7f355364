import { ok, type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';
import { visiblePerson } from './visible-person.ts';

/** Lifts a woman's stop of invitations from today. Refuses with `not-found` or `not-stopped`. */
export async function liftStop(tx: Tx, input: { readonly personId: string }): Promise<Result<{ readonly done: true }>> {
  const person = await visiblePerson(tx, input.personId);
  if (!person.ok) return person;
  const lifted = await tx.q
    .updateTable('invitation_stop')
    .set({ lifted_on: tx.today })
    .where('person_id', '=', input.personId)
    .where('lifted_on', 'is', null)
    .returning('stop_id')
    .execute();
  if (lifted.length === 0) return refuse('not-stopped', 'She is not in the register of those who are not invited');
  tx.record('person.stop-lifted', input.personId, { from: tx.today });
  return ok({ done: true });
}
