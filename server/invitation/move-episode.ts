import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { type EpisodeHappening, type EpisodeStanding, episodeAfter } from '#core/invitation/episode';
import { type Result, refuse } from '#core/kernel/result';
import { byProgramme } from '#server/db/by-programme';
import type { Tx } from '#server/db/transaction';

export type EpisodeKey = { readonly personId: string; readonly episodeId: string };

/**
 * Lets something happen to an episode: state, timeline event and audit entry in the caller's transaction. The row is
 * locked, so that two happenings at once are decided one after the other. Refuses as `episodeAfter`, or `not-found`.
 */
export async function moveEpisode(
  tx: Tx,
  key: EpisodeKey,
  happening: EpisodeHappening,
  detail: Readonly<Record<string, unknown>> = {},
): Promise<Result<EpisodeStanding>> {
  const episode = await tx.q
    .selectFrom('episode')
    .select(['state', 'version'])
    .where('person_id', '=', key.personId)
    .where('episode_id', '=', key.episodeId)
    .forUpdate()
    .executeTakeFirst();
  if (!episode) return refuse('not-found', 'There is no such episode, or it belongs to another centre');
  const next = episodeAfter(episode.state as EpisodeStanding['state'], happening);
  if (!next.ok) return next;
  const { state, outcome } = next.value;
  await tx.q
    .updateTable('episode')
    .set({ state, outcome, closed_on: state === 'closed' ? tx.today : null, version: episode.version + 1 })
    .where('person_id', '=', key.personId)
    .where('episode_id', '=', key.episodeId)
    .execute();
  if (state === 'closed') await noteLastInvited(tx, key.personId);
  await noteEpisode(tx, key, happening, detail);
  return next;
}

/** Works out anew when she was last invited (`person.last_invited_on`): a round has ended, is taken up again or has left her. */
export async function noteLastInvited(tx: Tx, personId: string): Promise<void> {
  await byProgramme(tx, () => sql`select note_last_invited(array[${personId}]::uuid[])`.execute(tx.q));
}

/** Writes a line on the episode's timeline without changing its state (invited, moved, confirmed, deferred ...). */
export async function noteEpisode(
  tx: Tx,
  key: EpisodeKey,
  kind: string,
  detail: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await tx.q
    .insertInto('episode_event')
    .values({
      person_id: key.personId,
      episode_id: key.episodeId,
      event_id: randomUUID(),
      day: tx.today,
      kind,
      by_user: tx.actor.userId,
      detail: JSON.stringify(detail),
    })
    .execute();
  tx.record(`episode.${kind}`, key.personId, { episode: key.episodeId, ...detail });
}
