import type { EpisodeOutcome } from '#core/invitation/episode';
import { daysBetween } from '#core/kernel/day';
import { ok, type Result, refuse } from '#core/kernel/result';
import { citizenRules } from '#programmes/breast-no/citizen';
import type { Tx } from '#server/db/transaction';
import { noteEpisode, noteLastInvited } from './move-episode.ts';

/**
 * A woman who has left a round comes back to the same one: declining, or stopping invitations, is hers to take back, and
 * the round counts once. It is open again as it was, and she chooses a time or is sent one. Refuses with `not-found`,
 * `not-left` when the round did not end so, or `too-late`.
 */
export async function returnToRound(
  tx: Tx,
  input: { readonly personId: string; readonly episodeId: string; readonly left: EpisodeOutcome },
): Promise<Result<{ readonly done: true }>> {
  const episode = await tx.q
    .selectFrom('episode')
    .select(['outcome', 'closed_on', 'version'])
    .where('person_id', '=', input.personId)
    .where('episode_id', '=', input.episodeId)
    .forUpdate()
    .executeTakeFirst();
  if (!episode) return refuse('not-found', 'There is no such round');
  if (episode.outcome !== input.left || !episode.closed_on)
    return refuse('not-left', 'The round did not end because she left it');
  if (daysBetween(episode.closed_on, tx.today) > citizenRules.returnDays)
    return refuse('too-late', 'The round ended too long ago; the next is nearer');
  await tx.q
    .updateTable('episode')
    .set({ state: 'invited', outcome: null, closed_on: null, version: episode.version + 1 })
    .where('person_id', '=', input.personId)
    .where('episode_id', '=', input.episodeId)
    .execute();
  await noteLastInvited(tx, input.personId);
  await noteEpisode(tx, input, input.left === 'declined' ? 'decline-taken-back' : 'withdrawal-taken-back');
  return ok({ done: true });
}
