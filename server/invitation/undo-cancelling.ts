import { mayUndoCancelling } from '#core/invitation/undo-cancelling';
import type { Day } from '#core/kernel/day';
import { type Result, refuse } from '#core/kernel/result';
import { isStopped } from '#core/people/target-group';
import type { Tx } from '#server/db/transaction';
import { loadStops } from '#server/people/load-registers';
import type { AppointmentKey } from './change-appointment.ts';
import { changedByOther } from './changed-by-other.ts';
import { type GivenBack, giveTimeBack } from './give-time-back.ts';
import { loadCancelled } from './load-cancelled.ts';
import { returnToRound } from './return-to-round.ts';

/**
 * Takes a cancellation back while nothing has followed from it: a stop of invitations that came of it is lifted, her round
 * is open again, and her time is hers, as a new appointment, if nobody has taken it. `confirmed`: she says so herself.
 * Refuses with `not-found`, `changed-by-other`, `stopped` when she is not to be invited for another reason, as
 * `mayUndoCancelling`, and as `giveTimeBack`.
 */
export async function undoCancelling(
  tx: Tx,
  input: AppointmentKey & { readonly confirmed?: boolean },
): Promise<Result<GivenBack>> {
  const { personId, appointmentId } = input;
  const row = await tx.q
    .selectFrom('appointment')
    .select(['person_id', 'appointment_id', 'status', 'version'])
    .where('person_id', '=', personId)
    .where('appointment_id', '=', appointmentId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return refuse('not-found', 'There is no such appointment, or it belongs to another centre');
  if (input.version !== undefined && input.version !== row.version) return changedByOther(tx, row);
  const old = (await loadCancelled(tx, personId)).find((one) => one.appointmentId === appointmentId);
  if (!old) return refuse('not-cancelled', `The appointment is not cancelled (${row.status})`);
  const left = mayUndoCancelling(old, tx.today);
  if (!left.ok) return left;
  if (old.reason === 'never') await liftStopOfIt(tx, personId, old.cancelledOn);
  if (isStopped(await loadStops(tx, personId), tx.today))
    return refuse('stopped', 'She is in the register of those who are not invited');
  if (left.value !== null) {
    const back = await returnToRound(tx, { personId, episodeId: old.episodeId, left: left.value });
    if (!back.ok) return back;
  }
  return giveTimeBack(tx, personId, old, input.confirmed);
}

/** The stop that `cancelAppointment` entered. */
async function liftStopOfIt(tx: Tx, personId: string, cancelledOn: Day): Promise<void> {
  const lifted = await tx.q
    .updateTable('invitation_stop')
    .set({ lifted_on: tx.today })
    .where('person_id', '=', personId)
    .where('reason', '=', 'cancelled-appointment')
    .where('from_day', '=', cancelledOn)
    .where('lifted_on', 'is', null)
    .returning('stop_id')
    .execute();
  if (lifted.length > 0) tx.record('person.stop-lifted', personId, { from: tx.today, because: 'cancelling-undone' });
}
