import { ok, type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';

export type CheckedInAppointment = {
  readonly appointment_id: string;
  readonly episode_id: string;
  readonly centre_id: string;
  readonly unit_id: string;
};

/**
 * Locks the appointment of a woman who has checked in, so that two radiographers cannot examine her at once. Refuses
 * `not-found` (or another centre's), `already-examined`, `not-checked-in`.
 */
export async function lockCheckedIn(
  tx: Tx,
  key: { readonly personId: string; readonly appointmentId: string },
): Promise<Result<CheckedInAppointment>> {
  const row = await tx.q
    .selectFrom('appointment')
    .select(['appointment_id', 'episode_id', 'centre_id', 'unit_id', 'status'])
    .where('person_id', '=', key.personId)
    .where('appointment_id', '=', key.appointmentId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return refuse('not-found', 'There is no such appointment, or it belongs to another centre');
  const { status } = row;
  if (status === 'screened' || status === 'partially-screened' || status === 'attended-not-screened') {
    return refuse('already-examined', 'This appointment is already examined', { status });
  }
  if (status !== 'checked-in') return refuse('not-checked-in', `She is not checked in (${status})`, { status });
  return ok(row);
}
