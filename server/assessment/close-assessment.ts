import { type AssessmentResult, happeningAfter } from '#core/assessment/procedures';
import type { EpisodeOutcome } from '#core/invitation/episode';
import { ok, type Result } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';
import { type EpisodeKey, moveEpisode } from '#server/invitation/move-episode';
import { decideMessage } from '#server/messaging/decide-message';

/**
 * Lets a decided result close the episode: negative or benign with a letter, malignant without one, because she is told
 * in person. Nothing happens while pathology is awaited (null).
 */
export async function closeAssessment(
  tx: Tx,
  key: EpisodeKey,
  result: AssessmentResult,
): Promise<Result<EpisodeOutcome | null>> {
  const happening = happeningAfter(result);
  if (happening === null) return ok(null);
  const moved = await moveEpisode(tx, key, happening, { result });
  if (!moved.ok) return moved;
  if (result === 'negative' || result === 'benign') {
    const cause = `assessment-result:${key.episodeId}`;
    await decideMessage(tx, { ...key, kind: 'assessment-result', cause, content: { result } });
  }
  return ok(moved.value.outcome);
}
