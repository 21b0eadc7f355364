import { ok, type Result } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';
import { reopenAppointment } from './reopen-appointment.ts';

type Marked = { readonly personId: string; readonly appointmentId: string };

/**
 * Takes back the end of the day for those who were marked as not attended: each stands as before. One whom somebody has
 * gone on with meanwhile (a new time) is left as she is and counted.
 */
export async function undoNotAttended(
  tx: Tx,
  input: { readonly appointments: readonly Marked[] },
): Promise<Result<{ readonly reopened: number; readonly left: number }>> {
  let reopened = 0;
  for (const { personId, appointmentId } of input.appointments) {
    const result = await reopenAppointment(tx, { personId, appointmentId, reason: 'undone' });
    if (result.ok) reopened++;
  }
  return ok({ reopened, left: input.appointments.length - reopened });
}
