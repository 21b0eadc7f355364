import { sql } from 'kysely';
import { ok, type Result, refuse } from '#core/kernel/result';
import { bookAppointment } from '#server/invitation/book-appointment';
import { moveAppointment } from '#server/invitation/move-appointment';
import type { Time } from '#server/invitation/take-slot';
import type { Tx } from '#server/db/transaction';
import { decideMessage } from '#server/messaging/decide-message';
import { loadOpenRound } from './load-own-appointment.ts';
import { noteOwnChange } from './note-own-change.ts';

/**
 * She takes a time that she has chosen: in the place of the one she has, or, when her round is open and she has none, as
 * her own. Returns her receipt. Refuses as `moveAppointment` and `bookAppointment`, or with `no-round`.
 */
export async function chooseOwnTime(
  tx: Tx,
  input: Time & {
    readonly personId: string;
    readonly appointmentId?: string | undefined;
    readonly version?: number | undefined;
  },
): Promise<Result<string>> {
  const { personId, unitId, day, at } = input;
  if (!input.appointmentId) return bookOwnTime(tx, { personId, unitId, day, at });
  const before = await tx.q
    .selectFrom('appointment')
    .select(['unit_id', 'day', 'at'])
    .where('person_id', '=', personId)
    .where('appointment_id', '=', input.appointmentId)
    .executeTakeFirst();
  const { appointmentId, version } = input;
  const moved = await moveAppointment(tx, { personId, appointmentId, version, unitId, day, at, reason: 'own-wish' });
  if (!moved.ok) return moved;
  const from = before ? { unit: before.unit_id, day: before.day, at: before.at.slice(0, 5) } : null;
  const detail = { appointment: moved.value.appointmentId, unit: unitId, day, at, from };
  return ok(await noteOwnChange(tx, { personId, kind: 'moved', episodeId: moved.value.episodeId, detail }));
}

async function bookOwnTime(tx: Tx, input: Time & { readonly personId: string }): Promise<Result<string>> {
  const { personId, unitId, day, at } = input;
  const round = await loadOpenRound(tx, personId);
  if (!round) return refuse('no-round', 'She has no open round without a time');
  const { episodeId } = round;
  const before = await lastTime(tx, personId, episodeId);
  const kind = before?.kind ?? 'ordinary';
  const booked = await bookAppointment(tx, {
    ...{ personId, episodeId, unitId, day, at, kind, confirmed: true },
    movedFrom: before?.appointmentId,
  });
  if (!booked.ok) return booked;
  const { appointmentId, centreId } = booked.value;
  if (centreId !== before?.centreId && before) return refuse('other-area', 'The unit belongs to another area');
  await decideMessage(tx, { personId, kind: 'moved', cause: `moved:${appointmentId}`, episodeId, appointmentId });
  const detail = { appointment: appointmentId, unit: unitId, day, at };
  return ok(await noteOwnChange(tx, { personId, kind: 'booked', episodeId, detail }));
}

type LastTime = { appointmentId: string; centreId: string; kind: 'ordinary' | 'reminder' };

/** The time of the round that this one comes in the place of. */
async function lastTime(tx: Tx, personId: string, episodeId: string): Promise<LastTime | undefined> {
  const { rows } = await sql<LastTime>`
    select a.appointment_id as "appointmentId", a.centre_id as "centreId", a.kind from appointment a
    where a.person_id = ${personId} and a.episode_id = ${episodeId} and a.kind <> 'technical-recall'
      and not exists (select from appointment n where n.person_id = a.person_id and n.moved_from = a.appointment_id)
    order by a.day desc limit 1`.execute(tx.q);
  return rows[0];
}
