import { randomUUID } from 'node:crypto';
import type { CancelReason } from '#core/invitation/appointment';
import { ok, type Result } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';
import { decideMessage } from '#server/messaging/decide-message';
import { type Appointment, type AppointmentKey, changeAppointment } from './change-appointment.ts';
import { moveEpisode } from './move-episode.ts';

/**
 * Cancels an appointment at the woman's wish. `later`: the round stays open and she gets one new time as a reminder.
 * `not-this-round`: the episode closes as declined. `never`: that, and she is entered in the register of those who do
 * not wish to be invited. A message confirms it. Refuses as `changeAppointment` and `moveEpisode`.
 */
export async function cancelAppointment(
  tx: Tx,
  input: AppointmentKey & { readonly reason: CancelReason },
): Promise<Result<Appointment>> {
  const cancelled = await changeAppointment(tx, input, 'cancel', input.reason);
  if (!cancelled.ok) return cancelled;
  const { personId, appointmentId, episodeId } = cancelled.value;
  if (input.reason !== 'later') {
    const declined = await moveEpisode(tx, { personId, episodeId }, 'declined', { reason: input.reason });
    if (!declined.ok) return declined;
  }
  if (input.reason === 'never') await enterStop(tx, personId);
  await decideMessage(tx, {
    personId,
    kind: 'cancelled',
    cause: `cancelled:${appointmentId}`,
    episodeId,
    appointmentId,
  });
  return ok(cancelled.value);
}

async function enterStop(tx: Tx, personId: string): Promise<void> {
  const inForce = await tx.q
    .selectFrom('invitation_stop')
    .select('stop_id')
    .where('person_id', '=', personId)
    .where('lifted_on', 'is', null)
    .executeTakeFirst();
  if (inForce) return;
  await tx.q
    .insertInto('invitation_stop')
    .values({ person_id: personId, stop_id: randomUUID(), from_day: tx.today, reason: 'cancelled-appointment' })
    .execute();
  tx.record('invitation-stop.entered', personId, { reason: 'cancelled-appointment' });
}
