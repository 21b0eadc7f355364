import { ok, type Result } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';
import { decideMessages } from '#server/messaging/decide-message';
import type { Affected } from './affected-women.ts';
import { bookReplacements } from './book-replacements.ts';
import { changeAppointment } from './change-appointment.ts';

/** What a pause or new hours did to those who had a time. */
export type Cleared = { readonly affected: number; readonly rebooked: number; readonly waiting: number };

/**
 * The programme takes times away: each is cancelled with reason `paused`, new times are booked where there is room, and
 * each woman gets exactly one message: her new time, or that the old one is cancelled and a new one will come.
 */
export async function clearAppointments(tx: Tx, affected: readonly Affected[]): Promise<Result<Cleared>> {
  for (const { personId, appointmentId, version } of affected) {
    const cancelled = await changeAppointment(tx, { personId, appointmentId, version }, 'cancel', 'paused');
    if (!cancelled.ok) return cancelled;
  }
  const replaced = await bookReplacements(tx);
  if (!replaced.ok) return replaced;
  const booked = new Set(replaced.value.booked.map((each) => each.personId));
  const waiting = affected.filter((each) => !booked.has(each.personId));
  await decideMessages(
    tx,
    waiting.map(({ personId, episodeId, appointmentId }) => ({
      personId,
      kind: 'cancelled',
      cause: `cancelled:${appointmentId}`,
      episodeId,
      appointmentId,
    })),
  );
  return ok({ affected: affected.length, rebooked: affected.length - waiting.length, waiting: waiting.length });
}
