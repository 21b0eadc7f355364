import { withdrawFromRound } from '#server/invitation/withdraw-from-round';
import type { Tx } from '#server/db/transaction';

/**
 * Takes a woman out of a round that she is invited to, with the messages about it that have not gone out. Returns whether
 * there was such a round. A woman who is checked in at this moment is not taken out: what she came for is done first.
 */
export async function withdrawInvitation(
  tx: Tx,
  input: { readonly personId: string; readonly reason: string },
): Promise<boolean> {
  const result = await withdrawFromRound(tx, input);
  if (!result.ok) {
    if (result.refusal.code === 'not-now') return false;
    throw new Error(`could not withdraw the round of ${input.personId}: ${result.refusal.what}`);
  }
  await withdrawMessages(tx, input.personId, ['invitation', 'reminder', 'sms-reminder', 'moved']);
  return result.value.withdrawn;
}

/** Messages decided but not sent are not sent: all of them, or those of some kinds. */
export async function withdrawMessages(
  tx: Tx,
  personId: string,
  kinds?: readonly ('invitation' | 'reminder' | 'sms-reminder' | 'moved')[],
): Promise<void> {
  let query = tx.q
    .updateTable('message')
    .set({ state: 'withdrawn', next_try_at: null, next_step_on: null })
    .where('person_id', '=', personId)
    .where('state', 'in', ['waiting', 'failed']);
  if (kinds) query = query.where('kind', 'in', [...kinds]);
  await query.execute();
}
