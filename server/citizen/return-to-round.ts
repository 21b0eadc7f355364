import { daysBetween } from '#core/kernel/day';
import { ok, type Result, refuse } from '#core/kernel/result';
import { citizenRules } from '#programmes/breast-no/citizen';
import { noteEpisode } from '#server/invitation/move-episode';
import type { Tx } from '#server/db/transaction';

/**
 * A woman who has declined comes back to the same round: declining is hers to take back, and the round counts once. It is
 * open again as it was, and she chooses a time or is sent one. Refuses with `not-found`, `not-declined` or `too-late`.
 */
export async function returnToRound(
  tx: Tx,
  input: { readonly personId: string; readonly episodeId: string },
): Promise<Result<{ readonly done: true }>> {
  const episode = await tx.q
    .selectFrom('episode')
    .select(['state', 'outcome', 'closed_on', 'version'])
    .where('person_id', '=', input.personId)
    .where('episode_id', '=', input.episodeId)
    .forUpdate()
    .executeTakeFirst();
  if (!episode) return refuse('not-found', 'There is no such round');
  if (episode.outcome !== 'declined' || !episode.closed_on)
    return refuse('not-declined', 'The round did not end because she declined');
  if (daysBetween(episode.closed_on, tx.today) > citizenRules.returnDays)
    return refuse('too-late', 'The round ended too long ago; the next is nearer');
  await tx.q
    .updateTable('episode')
    .set({ state: 'invited', outcome: null, closed_on: null, version: episode.version + 1 })
    .where('person_id', '=', input.personId)
    .where('episode_id', '=', input.episodeId)
    .execute();
  await noteEpisode(tx, input, 'decline-taken-back');
  return ok({ done: true });
}
