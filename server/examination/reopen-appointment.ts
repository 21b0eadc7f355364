import { sql } from 'kysely';
import { isLive, liveStatuses } from '#core/invitation/appointment';
import { ok, type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';
import { type Appointment, appointmentOf } from '#server/invitation/change-appointment';
import { changedByOther, lastChange } from '#server/invitation/changed-by-other';
import { noteEpisode } from '#server/invitation/move-episode';

export type Reopen = {
  readonly personId: string;
  readonly appointmentId: string;
  readonly reason: string;
};

/**
 * Takes up again an appointment that was written off (not attended, moved, cancelled), because she came after all or the
 * writing off was a slip: it stands as it stood before. Refuses `not-found`, `changed-by-other` when it is not written
 * off any more, `has-appointment` when she has another time now (both say who and what), `episode-not-open` when her
 * round has gone on.
 */
export async function reopenAppointment(tx: Tx, input: Reopen): Promise<Result<Appointment>> {
  const { personId, appointmentId, reason } = input;
  const row = await tx.q
    .selectFrom('appointment')
    .selectAll()
    .where('person_id', '=', personId)
    .where('appointment_id', '=', appointmentId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return refuse('not-found', 'There is no such appointment, or it belongs to another centre');
  const { status } = row;
  if (status !== 'did-not-attend' && status !== 'moved' && status !== 'cancelled') return changedByOther(tx, row);
  const refusal = await stillHers(tx, personId, row.episode_id);
  if (refusal) return refusal;
  const version = row.version + 1;
  const before = await statusBefore(tx, personId, appointmentId);
  await tx.q
    .updateTable('appointment')
    .set({ status: before, version })
    .where('person_id', '=', personId)
    .where('appointment_id', '=', appointmentId)
    .execute();
  await tx.q
    .insertInto('appointment_change')
    .values({
      person_id: personId,
      appointment_id: appointmentId,
      version,
      status: before,
      day: tx.today,
      by_user: tx.actor.userId,
      reason,
    })
    .execute();
  if (status !== 'did-not-attend') await takePlaceBack(tx, row);
  const detail = { appointment: appointmentId, from: status, reason };
  await noteEpisode(tx, { personId, episodeId: row.episode_id }, 'appointment-reopened', detail);
  return ok(appointmentOf({ ...row, status: before, version }));
}

async function stillHers(tx: Tx, personId: string, episodeId: string): Promise<Result<never> | undefined> {
  const other = await tx.q
    .selectFrom('appointment')
    .select(['person_id', 'appointment_id', 'status', 'day', 'at'])
    .where('person_id', '=', personId)
    .where('status', 'in', liveStatuses)
    .executeTakeFirst();
  if (other) {
    const change = await lastChange(tx, other);
    const by = change.by ? `, by ${change.by}` : '';
    return refuse(
      'has-appointment',
      `She has another time now, on ${other.day} at ${other.at.slice(0, 5)}${by}`,
      change,
    );
  }
  const { state } = await tx.q
    .selectFrom('episode')
    .select('state')
    .where('person_id', '=', personId)
    .where('episode_id', '=', episodeId)
    .executeTakeFirstOrThrow();
  return state === 'invited' ? undefined : refuse('episode-not-open', `The episode is in state ${state}`);
}

/** What the appointment was when it was last hers. */
async function statusBefore(tx: Tx, personId: string, appointmentId: string): Promise<'invited' | 'confirmed'> {
  const changes = await tx.q
    .selectFrom('appointment_change')
    .select('status')
    .where('person_id', '=', personId)
    .where('appointment_id', '=', appointmentId)
    .orderBy('version', 'desc')
    .execute();
  const last = changes.find((change) => isLive(change.status as Appointment['status']));
  return last?.status === 'confirmed' ? 'confirmed' : 'invited';
}

/** Her place had been given back, or her two. She was there, whatever the plan said, so that a slot grows when it is full. */
async function takePlaceBack(
  tx: Tx,
  row: { unit_id: string; day: string; at: string; also_at: string | null },
): Promise<void> {
  await sql`update slot set booked = booked + 1, places = greatest(places, booked + 1)
    where unit_id = ${row.unit_id} and day = ${row.day} and at in (${row.at}, ${row.also_at})`.execute(tx.q);
}
