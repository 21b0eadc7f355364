import { ok, type Result } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';
import { decideMessage } from '#server/messaging/decide-message';
import { bookAppointment } from './book-appointment.ts';
import type { Appointment } from './change-appointment.ts';
import type { Time } from './take-slot.ts';

/**
 * A new time because the images must be taken again (technical recall), with its letter. The episode must be back in
 * state `invited` (happening `images-inadequate`). Refuses as `bookAppointment`.
 */
export async function bookRecall(
  tx: Tx,
  input: Time & { readonly personId: string; readonly episodeId: string },
): Promise<Result<Appointment>> {
  const booked = await bookAppointment(tx, { ...input, kind: 'technical-recall' });
  if (!booked.ok) return booked;
  const { personId, episodeId, appointmentId } = booked.value;
  const cause = `technical-recall:${appointmentId}`;
  await decideMessage(tx, { personId, kind: 'technical-recall', cause, episodeId, appointmentId });
  return ok(booked.value);
}
