import type { Result } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';
import { type Appointment, type AppointmentKey, changeAppointment } from './change-appointment.ts';

/** The woman says she will come. Refuses as `changeAppointment`. */
export function confirmAppointment(tx: Tx, key: AppointmentKey): Promise<Result<Appointment>> {
  return changeAppointment(tx, key, 'confirm');
}
