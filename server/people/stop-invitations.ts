import { randomUUID } from 'node:crypto';
import { ok, type Result, refuse } from '#core/kernel/result';
import { isStopped } from '#core/people/target-group';
import type { Tx } from '#server/db/transaction';
import { loadStops } from './load-registers.ts';
import { visiblePerson } from './visible-person.ts';
import { withdrawInvitation } from './withdraw-invitation.ts';

/**
 * Enters a woman in the register of those who do not wish to be invited, from today. An open invitation is withdrawn; a
 * round that has come to reading or assessment is finished. Refuses with `not-found` or `already-stopped`.
 */
export async function stopInvitations(
  tx: Tx,
  input: { readonly personId: string; readonly reason: string },
): Promise<Result<{ readonly done: true }>> {
  const person = await visiblePerson(tx, input.personId);
  if (!person.ok) return person;
  const stops = await loadStops(tx, input.personId);
  if (isStopped(stops, tx.today))
    return refuse('already-stopped', 'She is in the register of those who are not invited');
  const reason = input.reason.trim() === '' ? 'own-wish' : input.reason.trim();
  await tx.q
    .insertInto('invitation_stop')
    .values({ person_id: input.personId, stop_id: randomUUID(), from_day: tx.today, reason })
    .execute();
  const withdrawn = await withdrawInvitation(tx, { personId: input.personId, reason: 'stopped' });
  tx.record('person.invitations-stopped', input.personId, { from: tx.today, withdrawn });
  return ok({ done: true });
}
