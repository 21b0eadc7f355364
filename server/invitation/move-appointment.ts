import { ok, type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';
import { decideMessage } from '#server/messaging/decide-message';
import { bookAppointment } from './book-appointment.ts';
import { type Appointment, type AppointmentKey, changeAppointment } from './change-appointment.ts';
import type { Time } from './take-slot.ts';

/**
 * Moves an appointment to a time that the woman has chosen: the old one becomes `moved`, a new one points back to it,
 * both slots' counts follow, and a message says which time is valid. Refuses as `changeAppointment` and `takeSlot`; then
 * nothing is changed and she keeps her old time.
 */
export async function moveAppointment(
  tx: Tx,
  input: AppointmentKey & Time & { readonly reason?: string | undefined },
): Promise<Result<Appointment>> {
  const old = await changeAppointment(tx, input, 'move', input.reason ?? null);
  if (!old.ok) return old;
  const { episodeId, kind, centreId, unitId, day, at } = old.value;
  if (unitId === input.unitId && day === input.day && at === input.at)
    return refuse('same-time', 'That is the time she has');
  const moved = await bookAppointment(tx, {
    personId: input.personId,
    episodeId,
    kind,
    unitId: input.unitId,
    day: input.day,
    at: input.at,
    movedFrom: input.appointmentId,
    confirmed: true,
  });
  if (!moved.ok) return moved;
  if (moved.value.centreId !== centreId) return refuse('other-area', 'The unit belongs to another area');
  const { appointmentId } = moved.value;
  await decideMessage(tx, {
    personId: input.personId,
    kind: 'moved',
    cause: `moved:${appointmentId}`,
    episodeId,
    appointmentId,
  });
  return ok(moved.value);
}
