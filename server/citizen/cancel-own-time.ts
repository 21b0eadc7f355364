import type { CancelReason } from '#core/invitation/appointment';
import { ok, type Result } from '#core/kernel/result';
import { cancelAppointment } from '#server/invitation/cancel-appointment';
import { confirmAppointment } from '#server/invitation/confirm-appointment';
import type { Tx } from '#server/db/transaction';
import { noteOwnChange } from './note-own-change.ts';

type OwnAppointmentKey = {
  readonly personId: string;
  readonly appointmentId: string;
  readonly version: number;
};

const kinds = { later: 'cancelled-later', 'not-this-round': 'declined', never: 'stopped' } as const;

/** She gives her time back, for the reason that says what is to follow. Returns her receipt. Refuses as `cancelAppointment`. */
export async function cancelOwnTime(
  tx: Tx,
  input: OwnAppointmentKey & { readonly reason: CancelReason; readonly why: string },
): Promise<Result<string>> {
  const { why, ...key } = input;
  const cancelled = await cancelAppointment(tx, key);
  if (!cancelled.ok) return cancelled;
  const { personId, appointmentId, episodeId, unitId, day, at, kind } = cancelled.value;
  const detail = { appointment: appointmentId, unit: unitId, day, at, kind, ...(why ? { why } : {}) };
  return ok(await noteOwnChange(tx, { personId, kind: kinds[input.reason], episodeId, detail }));
}

/** She says that she will come. Returns her receipt. Refuses as `changeAppointment`. */
export async function confirmOwnTime(tx: Tx, key: OwnAppointmentKey): Promise<Result<string>> {
  const confirmed = await confirmAppointment(tx, key);
  if (!confirmed.ok) return confirmed;
  const { episodeId, unitId, day, at } = confirmed.value;
  const detail = { unit: unitId, day, at };
  return ok(await noteOwnChange(tx, { personId: key.personId, kind: 'confirmed', episodeId, detail }));
}
