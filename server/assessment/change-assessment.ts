import { sql } from 'kysely';
import type { AssessmentTime } from '#core/assessment/times';
import type { Day } from '#core/kernel/day';
import { ok, type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';
import { othersChange } from '#server/auth/others-change';
import { noteEpisode } from '#server/invitation/move-episode';
import { type BookedAssessment, giveTime } from './book-assessment.ts';
import { loadTimes } from './load-times.ts';

export type AssessmentAppointmentKey = {
  readonly personId: string;
  readonly appointmentId: string;
  readonly version: number;
};

type Status = 'moved' | 'cancelled' | 'attended' | 'did-not-attend';
type Changed = { readonly status: Status; readonly episodeId: string; readonly centreId: string; readonly day: Day };

/** Moves a booked time: the old one is kept as moved, a new letter tells the new one. Refuses as `change`, `time-taken`. */
export async function moveAssessment(
  tx: Tx,
  input: AssessmentAppointmentKey & { readonly time: AssessmentTime },
): Promise<Result<BookedAssessment>> {
  const old = await change(tx, input, 'moved', {});
  if (!old.ok) return old;
  const { episodeId, centreId } = old.value;
  return giveTime(tx, { personId: input.personId, episodeId, centreId }, await loadTimes(tx, centreId), input.time);
}

/** Cancels a booked time: she is again among the recalls to book. Refuses as `change`. */
export async function cancelAssessment(
  tx: Tx,
  input: AssessmentAppointmentKey & { readonly reason: string },
): Promise<Result<Changed>> {
  return change(tx, input, 'cancelled', { reason: input.reason });
}

/** She did not come: she is again among the recalls to book. Refuses `not-yet` before the day, and as `change`. */
export async function recordAssessmentNotAttended(tx: Tx, input: AssessmentAppointmentKey): Promise<Result<Changed>> {
  const changed = await change(tx, input, 'did-not-attend', {});
  if (changed.ok && changed.value.day > tx.today)
    return refuse('not-yet', `Her time is not until ${changed.value.day}`);
  return changed;
}

async function change(
  tx: Tx,
  key: AssessmentAppointmentKey,
  status: Status,
  detail: Readonly<Record<string, unknown>>,
): Promise<Result<Changed>> {
  const row = await tx.q
    .selectFrom('assessment_appointment')
    .select(['status', 'version', 'episode_id', 'centre_id', 'day'])
    .where('person_id', '=', key.personId)
    .where('appointment_id', '=', key.appointmentId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return refuse('not-found', 'There is no such time for assessment, or it belongs to another centre');
  if (row.status !== 'booked')
    return refuse('appointment-over', `The time is over (${row.status})`, await changeSeen(tx, key, row));
  if (row.version !== key.version)
    return refuse('changed', 'Somebody else has changed the time meanwhile', await changeSeen(tx, key, row));
  await setStatus(tx, key, status);
  await noteEpisode(tx, { personId: key.personId, episodeId: row.episode_id }, `assessment-${status}`, {
    appointment: key.appointmentId,
    ...detail,
  });
  return ok({ status, episodeId: row.episode_id, centreId: row.centre_id, day: row.day });
}

/** Who last did something to this time, from the episode's timeline, and how the time stands now. */
async function changeSeen(tx: Tx, key: AssessmentAppointmentKey, row: { status: string; episode_id: string }) {
  const last = await tx.q
    .selectFrom('episode_event')
    .select(['by_user', 'day', 'recorded_at'])
    .where('person_id', '=', key.personId)
    .where('episode_id', '=', row.episode_id)
    .where((e) => e(sql<string>`detail ->> 'appointment'`, '=', key.appointmentId))
    .orderBy('recorded_at', 'desc')
    .executeTakeFirst();
  const change = { by: last?.by_user ?? null, day: (last?.day ?? null) as Day | null, at: last?.recorded_at ?? null };
  return othersChange(tx, { ...change, status: row.status });
}

/** Writes a status and the next version. */
export async function setStatus(tx: Tx, key: Omit<AssessmentAppointmentKey, 'version'>, status: Status): Promise<void> {
  await tx.q
    .updateTable('assessment_appointment')
    .set((e) => ({ status, version: e('version', '+', 1) }))
    .where('person_id', '=', key.personId)
    .where('appointment_id', '=', key.appointmentId)
    .execute();
}
