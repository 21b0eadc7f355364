import { ok, type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';
import { type Appointment, type AppointmentKey, changeAppointment } from './change-appointment.ts';

/** She has come to the unit, on the day. Refuses as `changeAppointment`, and with `not-today` on a later day. */
export async function checkIn(tx: Tx, key: AppointmentKey): Promise<Result<Appointment>> {
  const here = await changeAppointment(tx, key, 'check-in');
  if (!here.ok) return here;
  const { day } = here.value;
  return day === tx.today ? ok(here.value) : refuse('not-today', `The appointment was on ${day}`, { day });
}

/** A check-in by mistake. Refuses as `changeAppointment`. */
export function undoCheckIn(tx: Tx, key: AppointmentKey): Promise<Result<Appointment>> {
  return changeAppointment(tx, key, 'undo-check-in');
}
