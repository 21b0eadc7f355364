import { randomUUID } from 'node:crypto';
import type { Day } from '#core/kernel/day';
import { ok, type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';
import { noteEpisode } from '#server/invitation/move-episode';

export type RecordTreatment = {
  readonly personId: string;
  readonly episodeId: string;
  readonly day: Day;
  readonly kind: 'conserving' | 'mastectomy' | 'neoadjuvant' | 'none';
};

/** The first treatment of a cancer that the episode found. Refuses `not-found`, `no-cancer`, `in-the-future`. */
export async function recordTreatment(tx: Tx, input: RecordTreatment): Promise<Result<{ treatmentId: string }>> {
  const { personId, episodeId, day, kind } = input;
  if (day > tx.today) return refuse('in-the-future', `Treated on ${day}: expected a day not after ${tx.today}`);
  const episode = await tx.q
    .selectFrom('episode')
    .select('outcome')
    .where('person_id', '=', personId)
    .where('episode_id', '=', episodeId)
    .executeTakeFirst();
  if (!episode) return refuse('not-found', 'There is no such episode, or it belongs to another centre');
  if (episode.outcome !== 'cancer') return refuse('no-cancer', 'Treatment belongs to an episode that found cancer');
  const treatmentId = randomUUID();
  await tx.q
    .insertInto('treatment')
    .values({ person_id: personId, treatment_id: treatmentId, episode_id: episodeId, day, kind })
    .execute();
  await noteEpisode(tx, { personId, episodeId }, 'treated', { kind, on: day });
  return ok({ treatmentId });
}
