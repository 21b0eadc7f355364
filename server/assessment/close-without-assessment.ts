import type { EpisodeStanding } from '#core/invitation/episode';
import { type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';
import { moveEpisode } from '#server/invitation/move-episode';

/**
 * Closes the episode of a recalled woman who does not wish to come or could not be reached. Refuses `already-booked`
 * while a time stands, `already-assessed`, and as `moveEpisode`.
 */
export async function closeWithoutAssessment(
  tx: Tx,
  input: { readonly personId: string; readonly episodeId: string; readonly reason: string },
): Promise<Result<EpisodeStanding>> {
  const { personId, episodeId, reason } = input;
  const booked = await tx.q
    .selectFrom('assessment_appointment')
    .select('day')
    .where('person_id', '=', personId)
    .where('episode_id', '=', episodeId)
    .where('status', '=', 'booked')
    .executeTakeFirst();
  if (booked) return refuse('already-booked', `She has a time on ${booked.day}: cancel it first`);
  const assessed = await tx.q
    .selectFrom('assessment')
    .select('assessment_id')
    .where('person_id', '=', personId)
    .where('episode_id', '=', episodeId)
    .executeTakeFirst();
  if (assessed) return refuse('already-assessed', 'She has been assessed: the episode closes with the answer');
  return moveEpisode(tx, { personId, episodeId }, 'assessment-not-attended', { reason });
}
