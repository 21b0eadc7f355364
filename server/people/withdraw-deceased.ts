import { moveEpisode } from '#server/invitation/move-episode';
import type { Tx } from '#server/db/transaction';
import { withdrawCase } from '#server/reading/withdraw-case';
import { withdrawInvitation, withdrawMessages } from './withdraw-invitation.ts';

/**
 * What follows a death: the open round ends wherever it is (time given back, images not read, assessment cancelled), and no
 * message that has not gone out is sent. Returns whether there was an open round.
 */
export async function withdrawDeceased(tx: Tx, personId: string): Promise<boolean> {
  await withdrawMessages(tx, personId);
  if (await withdrawInvitation(tx, { personId, reason: 'dead' })) return true;
  const episode = await tx.q
    .selectFrom('episode')
    .select('episode_id')
    .where('person_id', '=', personId)
    .where('state', 'in', ['reading', 'assessment'])
    .executeTakeFirst();
  if (!episode) return false;
  await withdrawCases(tx, personId);
  await tx.q
    .updateTable('assessment_appointment')
    .set((b) => ({ status: 'cancelled' as const, version: b('version', '+', 1) }))
    .where('person_id', '=', personId)
    .where('status', '=', 'booked')
    .execute();
  const moved = await moveEpisode(tx, { personId, episodeId: episode.episode_id }, 'withdrawn', { reason: 'dead' });
  if (!moved.ok) throw new Error(`could not withdraw the round of ${personId}: ${moved.refusal.what}`);
  return true;
}

async function withdrawCases(tx: Tx, personId: string): Promise<void> {
  const cases = await tx.q
    .selectFrom('reading_case')
    .select('case_id')
    .where('person_id', '=', personId)
    .where('state', '<>', 'closed')
    .execute();
  for (const { case_id: caseId } of cases) {
    const withdrawn = await withdrawCase(tx, { personId, caseId, reason: 'dead' });
    if (!withdrawn.ok) throw new Error(withdrawn.refusal.what);
  }
}
