import { randomUUID } from 'node:crypto';
import type { AppointmentKind } from '#core/invitation/appointment';
import { ok, type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';
import type { Appointment } from './change-appointment.ts';
import { loadRequires } from './load-requires.ts';
import { noteEpisode } from './move-episode.ts';
import { takeSlot, type Time } from './take-slot.ts';

export type Booking = Time & {
  readonly personId: string;
  readonly episodeId: string;
  readonly kind: AppointmentKind;
  readonly movedFrom?: string | undefined;
  /** The woman chose the time herself, so that there is nothing left to confirm. */
  readonly confirmed?: boolean | undefined;
};

/**
 * Books a time for a woman in her open episode, two in a row when she needs longer: slot, appointment, first change row and
 * timeline. Decides no message.
 * Refuses as `takeSlot`, with `not-found`, `episode-not-open`, or `has-appointment` when she already has one.
 */
export async function bookAppointment(tx: Tx, booking: Booking): Promise<Result<Appointment>> {
  const { personId, episodeId } = booking;
  const requires = await loadRequires(tx, personId);
  const episode = await tx.q
    .selectFrom('episode')
    .select('state')
    .where('person_id', '=', personId)
    .where('episode_id', '=', episodeId)
    .forUpdate()
    .executeTakeFirst();
  if (!episode) return refuse('not-found', 'There is no such episode, or it belongs to another centre');
  if (episode.state !== 'invited') return refuse('episode-not-open', `The episode is in state ${episode.state}`);
  const live = await tx.q
    .selectFrom('appointment')
    .select(['day', 'at'])
    .where('person_id', '=', personId)
    .where('status', 'in', ['invited', 'confirmed', 'checked-in'])
    .executeTakeFirst();
  if (live)
    return refuse('has-appointment', `She has a time on ${live.day} already`, {
      day: live.day,
      at: live.at.slice(0, 5),
    });
  const taken = await takeSlot(tx, booking, requires);
  if (!taken.ok) return taken;
  const { unit, alsoAt } = taken.value;
  const status = booking.confirmed ? 'confirmed' : 'invited';
  const appointment: Appointment = {
    personId,
    appointmentId: randomUUID(),
    episodeId,
    centreId: unit.centreId,
    unitId: booking.unitId,
    day: booking.day,
    at: booking.at,
    longer: alsoAt !== null,
    kind: booking.kind,
    status,
    version: 1,
  };
  await insert(tx, appointment, alsoAt, booking.movedFrom ?? null);
  const detail = { appointment: appointment.appointmentId, unit: booking.unitId, day: booking.day, at: booking.at };
  await noteEpisode(tx, { personId, episodeId }, `${booking.kind}-booked`, detail);
  return ok(appointment);
}

async function insert(tx: Tx, one: Appointment, alsoAt: string | null, movedFrom: string | null): Promise<void> {
  const key = { person_id: one.personId, appointment_id: one.appointmentId };
  await tx.q
    .insertInto('appointment')
    .values({
      ...key,
      episode_id: one.episodeId,
      centre_id: one.centreId,
      unit_id: one.unitId,
      day: one.day,
      at: one.at,
      also_at: alsoAt,
      kind: one.kind,
      status: one.status,
      moved_from: movedFrom,
    })
    .execute();
  await tx.q
    .insertInto('appointment_change')
    .values({ ...key, version: 1, status: one.status, day: tx.today, by_user: tx.actor.userId, reason: null })
    .execute();
}
