import type { AppointmentKind } from '#core/invitation/appointment';
import type { OwnChangeKind } from '#core/citizen/own-changes';
import type { Day } from '#core/kernel/day';
import { ok, type Result, refuse } from '#core/kernel/result';
import type { ContactWishes } from '#core/people/contact-wishes';
import { bookAppointment } from '#server/invitation/book-appointment';
import { moveAppointment } from '#server/invitation/move-appointment';
import type { Tx } from '#server/db/transaction';
import { decideMessage } from '#server/messaging/decide-message';
import { changeContactWishes } from '#server/people/change-contact-wishes';
import { liftReservation } from '#server/people/lift-reservation';
import { liftStop } from '#server/people/lift-stop';
import { reserveStorage } from '#server/people/reserve-storage';
import { stopInvitations } from '#server/people/stop-invitations';
import { takeBackAnswers } from '#server/surveys/take-back-answers';
import { loadOwnChanges, type OwnChangeRow } from './load-own-changes.ts';
import { noteOwnChange } from './note-own-change.ts';
import { returnToRound } from './return-to-round.ts';

type Undone = { readonly kind: OwnChangeKind; readonly detail?: Readonly<Record<string, unknown>> };

/**
 * Takes back what she did: by the use case that leads the other way, so that its own rules hold. Returns the receipt of
 * taking it back. Refuses with `too-late` when it may not be, and as that use case (`slot-full`: her old time is gone).
 */
export async function undoOwnChange(
  tx: Tx,
  input: { readonly personId: string; readonly changeId: string },
): Promise<Result<string>> {
  const change = (await loadOwnChanges(tx, input.personId)).find((one) => one.changeId === input.changeId);
  if (!change?.mayUndo) return refuse('too-late', 'This cannot be taken back any more');
  const undone = await leadBack(tx, input.personId, change);
  if (!undone.ok) return undone;
  const { kind, detail = {} } = undone.value;
  const episodeId = change.episodeId ?? undefined;
  return ok(await noteOwnChange(tx, { personId: input.personId, kind, episodeId, detail, undoes: change.changeId }));
}

async function leadBack(tx: Tx, personId: string, change: OwnChangeRow): Promise<Result<Undone>> {
  const { kind, detail } = change;
  switch (kind) {
    case 'moved':
      return then(await moveBack(tx, personId, detail), (to) => ({ kind: 'moved', detail: to }));
    case 'cancelled-later':
      return then(await takeAgain(tx, personId, change), (to) => ({ kind: 'booked', detail: to }));
    case 'declined':
      return then(await returnToRound(tx, { personId, episodeId: change.episodeId ?? '' }), { kind: 'returned' });
    case 'stopped':
      return then(await liftStop(tx, { personId }), { kind: 'stop-lifted' });
    case 'stop-lifted':
      return then(await stopInvitations(tx, { personId, reason: 'own-wish' }), { kind: 'stopped' });
    case 'reserved':
      return then(await liftReservation(tx, { personId }), { kind: 'reservation-lifted' });
    case 'reservation-lifted':
      return then(await reserveStorage(tx, { personId }), { kind: 'reserved' });
    case 'channel':
    case 'sms':
    case 'phone':
    case 'language': {
      const before = { [kind]: detail.before } as Partial<ContactWishes>;
      const changed = await changeContactWishes(tx, { personId, change: before });
      return then(changed, { kind, detail: { before: detail.after, after: detail.before } });
    }
    case 'survey-answered': {
      const { form, occasion } = detail as { form: string; occasion: string };
      return then(await takeBackAnswers(tx, { formId: form, occasion, who: personId }), {
        kind: 'survey-taken-back',
        detail: { form, occasion },
      });
    }
    default:
      return refuse('too-late', 'This cannot be taken back');
  }
}

function then<Value>(result: Result<Value>, undone: Undone | ((value: Value) => Undone)): Result<Undone> {
  return result.ok ? ok(typeof undone === 'function' ? undone(result.value) : undone) : result;
}

type KeptTime = { readonly unit: string; readonly day: Day; readonly at: string };

async function moveBack(tx: Tx, personId: string, detail: OwnChangeRow['detail']): Promise<Result<KeptTime>> {
  const { appointment, from } = detail as { appointment: string; from: KeptTime | null };
  if (!from) return refuse('too-late', 'The time before is not known');
  const moved = await moveAppointment(tx, {
    ...{ personId, appointmentId: appointment, unitId: from.unit, day: from.day, at: from.at },
    reason: 'own-wish',
  });
  return moved.ok ? ok({ ...from, appointment: moved.value.appointmentId }) : moved;
}

/** The time she gave back, if nobody has taken it; the letter about cancelling is stopped if it has not gone. */
async function takeAgain(tx: Tx, personId: string, change: OwnChangeRow): Promise<Result<KeptTime>> {
  const kept = change.detail as unknown as KeptTime & { appointment: string; kind: AppointmentKind };
  const episodeId = change.episodeId ?? '';
  const booked = await bookAppointment(tx, {
    ...{ personId, episodeId, kind: kept.kind, unitId: kept.unit, day: kept.day, at: kept.at },
    movedFrom: kept.appointment,
    confirmed: true,
  });
  if (!booked.ok) return booked;
  const stopped = await tx.q
    .updateTable('message')
    .set({ state: 'withdrawn', next_try_at: null, next_step_on: null })
    .where('person_id', '=', personId)
    .where('cause', '=', `cancelled:${kept.appointment}`)
    .where('state', '=', 'waiting')
    // Not one that a worker holds at this moment.
    .where('attempts', '=', 0)
    .returning('message_id')
    .execute();
  const { appointmentId } = booked.value;
  if (stopped.length === 0)
    await decideMessage(tx, { personId, kind: 'moved', cause: `moved:${appointmentId}`, episodeId, appointmentId });
  return ok({ unit: kept.unit, day: kept.day, at: kept.at, appointment: appointmentId });
}
