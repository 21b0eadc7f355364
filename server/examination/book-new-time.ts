import { sql } from 'kysely';
import type { AppointmentKind } from '#core/invitation/appointment';
import { addDays, type Day } from '#core/kernel/day';
import { invitationRules } from '#programmes/breast-no/invitation';
import type { Tx } from '#server/db/transaction';
import { bookAppointment } from '#server/invitation/book-appointment';
import { bookRecall } from '#server/invitation/book-recall';
import { ensureSlots } from '#server/invitation/ensure-slots';
import { loadUnits } from '#server/invitation/load-units';
import type { Time } from '#server/invitation/take-slot';
import { noteEpisode } from '#server/invitation/move-episode';
import { decideMessage } from '#server/messaging/decide-message';

export type NewTime = { readonly day: Day; readonly at: string };

type Wanted = {
  readonly personId: string;
  readonly episodeId: string;
  readonly unitId: string;
  /** The appointment that gave no images, or none that can be read. */
  readonly instead: { readonly appointmentId: string; readonly kind: AppointmentKind };
  readonly from: Day;
};

/**
 * A new time at the same unit because images are lacking, the first free one from a day on, with its letter. Null when
 * the unit has no free time (a bus that has left): the timeline says so, and she is again among the women without a time.
 */
export async function bookNewTime(
  tx: Tx,
  wanted: Wanted,
  because: 'technical-recall' | 'not-screened',
): Promise<NewTime | null> {
  const { personId, episodeId } = wanted;
  const time = await firstFreeTime(tx, wanted.unitId, wanted.from);
  const booked = time && (await book(tx, wanted, time, because));
  if (booked) return { day: booked.day, at: booked.at };
  await noteEpisode(tx, { personId, episodeId }, 'no-free-time', { unit: wanted.unitId, from: wanted.from });
  return null;
}

async function book(tx: Tx, wanted: Wanted, time: Time, because: 'technical-recall' | 'not-screened') {
  const { personId, episodeId, instead } = wanted;
  if (because === 'technical-recall') {
    const booked = await bookRecall(tx, { personId, episodeId, ...time });
    return booked.ok ? booked.value : undefined;
  }
  const movedFrom = instead.appointmentId;
  const booked = await bookAppointment(tx, { personId, episodeId, ...time, kind: instead.kind, movedFrom });
  if (!booked.ok) return undefined;
  const { appointmentId } = booked.value;
  await decideMessage(tx, { personId, kind: 'moved', cause: `moved:${appointmentId}`, episodeId, appointmentId });
  return booked.value;
}

async function firstFreeTime(tx: Tx, unitId: string, from: Day): Promise<Time | undefined> {
  const to = addDays(from, invitationRules.timing.moveWithinDays);
  const units = await loadUnits(tx, from, { unitId });
  await ensureSlots(tx, units, from, to);
  const slot = await tx.q
    .selectFrom('slot')
    .select(['day', 'at'])
    .where('unit_id', '=', unitId)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .where(sql<boolean>`booked < places`)
    .orderBy('day')
    .orderBy('at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  return slot && { unitId, day: slot.day, at: slot.at.slice(0, 5) };
}
