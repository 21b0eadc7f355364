import { ok, type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';
import { moveEpisode } from '#server/invitation/move-episode';

export type RecallOnSymptoms = { readonly personId: string; readonly episodeId: string; readonly note?: string };

/**
 * Recalls a woman on her symptoms, whatever the images show. Her reading case ends as withdrawn, since the clinical
 * work-up takes over: a reading case with outcome recall is a recall on images, so that the two are counted apart.
 * Refuses `no-symptoms` when she reported none, `not-now` outside reading, `not-found`.
 */
export async function recallOnSymptoms(tx: Tx, input: RecallOnSymptoms): Promise<Result<{ state: 'assessment' }>> {
  const { personId, episodeId, note = '' } = input;
  const moved = await moveEpisode(tx, { personId, episodeId }, 'recalled', { because: 'symptoms', note });
  if (!moved.ok) return moved;
  const examination = await tx.q
    .selectFrom('examination')
    .select('examination_id')
    .where('person_id', '=', personId)
    .where('episode_id', '=', episodeId)
    .where('symptoms', '=', true)
    .executeTakeFirst();
  if (!examination) return refuse('no-symptoms', 'She reported no symptoms at the examination');
  const cases = await tx.q
    .updateTable('reading_case')
    .set((e) => ({
      state: 'closed' as const,
      outcome: 'withdrawn' as const,
      closed_on: tx.today,
      version: e('version', '+', 1),
    }))
    .where('person_id', '=', personId)
    .where('episode_id', '=', episodeId)
    .where('state', '<>', 'closed')
    .returning('case_id')
    .execute();
  for (const { case_id } of cases) {
    await tx.q.deleteFrom('reading_task').where('person_id', '=', personId).where('case_id', '=', case_id).execute();
  }
  return ok({ state: 'assessment' });
}
