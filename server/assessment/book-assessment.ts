import { randomUUID } from 'node:crypto';
import type { AssessmentTime } from '#core/assessment/times';
import { ok, type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';
import { noteEpisode } from '#server/invitation/move-episode';
import { decideMessage } from '#server/messaging/decide-message';
import { type CentreTimes, loadTimes } from './load-times.ts';

export type BookAssessment = {
  readonly personId: string;
  readonly episodeId: string;
  /** The first free time when left out. */
  readonly time?: AssessmentTime | undefined;
};

export type BookedAssessment = AssessmentTime & { readonly appointmentId: string };

/**
 * Gives a recalled woman a time for assessment at the centre of her episode, and decides the recall letter. Refuses
 * `not-found`, `not-recalled` (the episode is not in assessment), `already-booked`, `already-assessed`, `time-taken`,
 * `no-free-time`.
 */
export async function bookAssessment(tx: Tx, input: BookAssessment): Promise<Result<BookedAssessment>> {
  const { personId, episodeId } = input;
  const episode = await tx.q
    .selectFrom('episode')
    .select(['state', 'centre_id'])
    .where('person_id', '=', personId)
    .where('episode_id', '=', episodeId)
    .forUpdate()
    .executeTakeFirst();
  if (!episode) return refuse('not-found', 'There is no such episode, or it belongs to another centre');
  if (episode.state !== 'assessment') return refuse('not-recalled', `She is not recalled (episode: ${episode.state})`);
  const assessed = await tx.q
    .selectFrom('assessment')
    .select('assessment_id')
    .where('person_id', '=', personId)
    .where('episode_id', '=', episodeId)
    .executeTakeFirst();
  const booked = await tx.q
    .selectFrom('assessment_appointment')
    .select(['day', 'at'])
    .where('person_id', '=', personId)
    .where('episode_id', '=', episodeId)
    .where('status', '=', 'booked')
    .executeTakeFirst();
  if (booked) return refuse('already-booked', `She has a time on ${booked.day} at ${booked.at.slice(0, 5)}`);
  if (assessed) return refuse('already-assessed', 'She has been assessed; the answer is awaited');
  const times = await loadTimes(tx, episode.centre_id);
  return giveTime(tx, { personId, episodeId, centreId: episode.centre_id }, times, input.time);
}

export type Recalled = { readonly personId: string; readonly episodeId: string; readonly centreId: string };

/** Writes the appointment, its letter and its line on the timeline. `wanted` left out: the first free time. */
export async function giveTime(
  tx: Tx,
  recalled: Recalled,
  times: CentreTimes,
  wanted?: AssessmentTime,
): Promise<Result<BookedAssessment, 'time-taken' | 'no-free-time'>> {
  if (wanted && !times.isFree(wanted)) {
    return refuse('time-taken', `${wanted.day} at ${wanted.at} is not a free time at this centre`, { ...wanted });
  }
  const time = wanted ?? times.free(1)[0];
  if (!time)
    return refuse('no-free-time', 'The centre has no free time for assessment as far ahead as times are given');
  times.take(time);
  const appointmentId = randomUUID();
  const { personId, episodeId, centreId } = recalled;
  await tx.q
    .insertInto('assessment_appointment')
    .values({
      person_id: personId,
      appointment_id: appointmentId,
      episode_id: episodeId,
      centre_id: centreId,
      day: time.day,
      at: time.at,
      status: 'booked',
    })
    .execute();
  await noteEpisode(tx, { personId, episodeId }, 'assessment-booked', { appointment: appointmentId, ...time });
  await decideMessage(tx, { personId, kind: 'recall', cause: `recall:${appointmentId}`, episodeId, appointmentId });
  return ok({ appointmentId, day: time.day, at: time.at });
}
