import { ok, type Result } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';
import { changeAppointment } from './change-appointment.ts';
import { moveEpisode } from './move-episode.ts';

/**
 * Takes a woman out of her open round when she is no longer to be invited (dead, emigrated, entered in the stop
 * register): her live appointment gives its place back and the episode closes as withdrawn. A round that has come to
 * reading or assessment runs on: its images must be read. Returns whether anything was withdrawn.
 */
export async function withdrawFromRound(
  tx: Tx,
  input: { readonly personId: string; readonly reason: string },
): Promise<Result<{ readonly withdrawn: boolean }>> {
  const episode = await tx.q
    .selectFrom('episode')
    .select('episode_id')
    .where('person_id', '=', input.personId)
    .where('state', '=', 'invited')
    .executeTakeFirst();
  if (!episode) return ok({ withdrawn: false });
  const live = await tx.q
    .selectFrom('appointment')
    .select('appointment_id')
    .where('person_id', '=', input.personId)
    .where('episode_id', '=', episode.episode_id)
    .where('status', 'in', ['invited', 'confirmed'])
    .executeTakeFirst();
  if (live) {
    const key = { personId: input.personId, appointmentId: live.appointment_id };
    const freed = await changeAppointment(tx, key, 'withdraw', input.reason);
    if (!freed.ok) return freed;
  }
  const key = { personId: input.personId, episodeId: episode.episode_id };
  const closed = await moveEpisode(tx, key, 'withdrawn', { reason: input.reason });
  return closed.ok ? ok({ withdrawn: true }) : closed;
}
