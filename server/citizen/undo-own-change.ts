import type { OwnChangeKind } from '#core/citizen/own-changes';
import type { Day } from '#core/kernel/day';
import { ok, type Result, refuse } from '#core/kernel/result';
import { mayUndoCancelling } from '#core/invitation/undo-cancelling';
import type { ContactWishes } from '#core/people/contact-wishes';
import { citizenRules } from '#programmes/breast-no/citizen';
import type { GivenBack } from '#server/invitation/give-time-back';
import { isTimeFree } from '#server/invitation/is-time-free';
import { loadCancelled } from '#server/invitation/load-cancelled';
import { moveAppointment } from '#server/invitation/move-appointment';
import { returnToRound } from '#server/invitation/return-to-round';
import { undoCancelling } from '#server/invitation/undo-cancelling';
import type { Tx } from '#server/db/transaction';
import { changeContactWishes } from '#server/people/change-contact-wishes';
import { liftReservation } from '#server/people/lift-reservation';
import { reserveStorage } from '#server/people/reserve-storage';
import { stopInvitations } from '#server/people/stop-invitations';
import { undoStop } from '#server/people/undo-stop';
import { takeBackAnswers } from '#server/surveys/take-back-answers';
import { loadOwnChanges, type OwnChangeRow } from './load-own-changes.ts';
import { noteOwnChange } from './note-own-change.ts';

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
    case 'declined':
      return comeAfterAll(tx, personId, change);
    case 'stopped':
      return beInvitedAfterAll(tx, personId);
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

/**
 * She had said that she cannot come, or not this time: she has the time again, or is back in the round without it when it
 * has been taken. Who only wished another time is in the round already, and is told that it is taken.
 */
async function comeAfterAll(tx: Tx, personId: string, change: OwnChangeRow): Promise<Result<Undone>> {
  const { appointment } = change.detail as { readonly appointment: string };
  const old = (await loadCancelled(tx, personId)).find((one) => one.appointmentId === appointment);
  const episodeId = change.episodeId ?? '';
  const timeFree = old && mayUndoCancelling(old, tx.today).ok && (await isTimeFree(tx, old));
  if (change.kind === 'declined' && !timeFree)
    return then(await returnToRound(tx, { personId, episodeId, left: 'declined' }), { kind: 'returned' });
  return then(await undoCancelling(tx, { personId, appointmentId: appointment, confirmed: true }), timeKept);
}

/** She is out of the register, and where it found her: with her time, in the round, or in none. */
async function beInvitedAfterAll(tx: Tx, personId: string): Promise<Result<Undone>> {
  const undone = await undoStop(tx, { personId, days: citizenRules.undoDays, confirmed: true });
  return then(undone, ({ round, time }) => (time ? timeKept(time) : { kind: round ? 'returned' : 'stop-lifted' }));
}

const timeKept = ({ unitId, day, at, appointmentId }: GivenBack): Undone => ({
  kind: 'time-kept',
  detail: { unit: unitId, day, at, appointment: appointmentId },
});
