import { ok, type Result } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';
import { decideMessage } from '#server/messaging/decide-message';
import { withdrawUnsent } from '#server/messaging/withdraw-unsent';
import { bookAppointment } from './book-appointment.ts';
import type { Appointment } from './change-appointment.ts';
import type { CancelledTime } from './load-cancelled.ts';

export type GivenBack = Appointment & {
  /** She has been told that it was cancelled, so that a letter says that it stands. */
  readonly corrected: boolean;
};

/**
 * A woman who gave her time back has it again, as a new appointment that points back to the old: the round is open. She
 * hears what she must: nothing when the letter about the cancelling has not left, else that the time stands; and the
 * letter that offered the time, when that had not left either. Refuses as `bookAppointment` (`slot-full`: it is taken).
 */
export async function giveTimeBack(
  tx: Tx,
  personId: string,
  old: CancelledTime,
  confirmed = old.confirmed,
): Promise<Result<GivenBack>> {
  const { kind } = await tx.q
    .selectFrom('appointment')
    .select('kind')
    .where('person_id', '=', personId)
    .where('appointment_id', '=', old.appointmentId)
    .executeTakeFirstOrThrow();
  const booked = await bookAppointment(tx, {
    ...{ personId, episodeId: old.episodeId, kind, unitId: old.unitId, day: old.day, at: old.at },
    ...{ movedFrom: old.appointmentId, confirmed },
  });
  if (!booked.ok) return booked;
  return ok({ ...booked.value, corrected: await tell(tx, old, booked.value) });
}

async function tell(tx: Tx, old: CancelledTime, now: Appointment): Promise<boolean> {
  const { personId, appointmentId, episodeId } = now;
  const letters = await tx.q
    .selectFrom('message')
    .select(['kind', 'cause', 'state', 'attempts'])
    .where('person_id', '=', personId)
    .where('appointment_id', '=', old.appointmentId)
    .where('kind', 'in', ['invitation', 'reminder', 'technical-recall', 'moved', 'cancelled'])
    .execute();
  // One that waits and has been tried may be in a worker's hand at this moment: it counts as gone.
  const stays = letters.filter(
    ({ state, attempts }) => state === 'withdrawn' || (state === 'waiting' && attempts === 0),
  );
  await withdrawUnsent(
    tx,
    stays.map(({ cause }) => ({ personId, cause })),
  );
  const gone = letters.filter((letter) => !stays.includes(letter));
  const about = { personId, episodeId, appointmentId };
  if (gone.some(({ kind }) => kind === 'cancelled')) {
    await decideMessage(tx, {
      ...about,
      kind: 'moved',
      cause: `moved:${appointmentId}`,
      content: { movedBy: 'nobody' },
    });
    return true;
  }
  const offer = stays.find(({ kind }) => kind !== 'cancelled');
  if (offer && gone.length === 0)
    await decideMessage(tx, { ...about, kind: offer.kind, cause: `${offer.kind}:${appointmentId}` });
  return false;
}
