import { type LeaveReason, mayUndoCancelling } from '#core/invitation/undo-cancelling';
import type { EpisodeOutcome } from '#core/invitation/episode';
import type { Day } from '#core/kernel/day';
import { ok, type Result } from '#core/kernel/result';
import { stopToUndo } from '#core/people/undo-stop';
import type { Tx } from '#server/db/transaction';
import { type GivenBack, giveTimeBack } from '#server/invitation/give-time-back';
import { isTimeFree } from '#server/invitation/is-time-free';
import { type CancelledTime, loadCancelled } from '#server/invitation/load-cancelled';
import { returnToRound } from '#server/invitation/return-to-round';
import { liftStop } from './lift-stop.ts';
import { loadStops } from './load-registers.ts';
import { visiblePerson } from './visible-person.ts';

/** What she has again: her round and the time she had, the round only (the time is taken or over), or neither. */
export type StopUndone = { readonly round: boolean; readonly time: GivenBack | null };

/**
 * Takes back that a woman was entered in the register of those who are not invited, within `days` of it: she is out of the
 * register, back in the round that it took her out of, and has her time again if it is free. Refuses with `not-found`, as
 * `stopToUndo`, and as `giveTimeBack` when the time is taken at this moment.
 */
export async function undoStop(
  tx: Tx,
  { personId, days, confirmed }: { readonly personId: string; readonly days: number; readonly confirmed?: boolean },
): Promise<Result<StopUndone>> {
  const person = await visiblePerson(tx, personId);
  if (!person.ok) return person;
  const stop = stopToUndo(await loadStops(tx, personId), tx.today, days);
  if (!stop.ok) return stop;
  const lifted = await liftStop(tx, { personId });
  if (!lifted.ok) return lifted;
  const round = await roundLeft(tx, personId, stop.value.from);
  if (!round) return ok({ round: false, time: null });
  const back = await returnToRound(tx, { personId, ...round });
  if (!back.ok) return ok({ round: false, time: null });
  const old = await timeLeft(tx, personId, stop.value.from);
  if (!old) return ok({ round: true, time: null });
  const given = await giveTimeBack(tx, personId, old, confirmed);
  return given.ok ? ok({ round: true, time: given.value }) : given;
}

/** The round that she was taken out of on the day of the stop, when no other has been opened since. */
async function roundLeft(
  tx: Tx,
  personId: string,
  stoppedOn: Day,
): Promise<{ readonly episodeId: string; readonly left: EpisodeOutcome } | undefined> {
  const last = await tx.q
    .selectFrom('episode')
    .select(['episode_id', 'outcome', 'closed_on'])
    .where('person_id', '=', personId)
    .orderBy('number', 'desc')
    .executeTakeFirst();
  if (!last || last.closed_on !== stoppedOn) return undefined;
  if (last.outcome !== 'declined' && last.outcome !== 'withdrawn') return undefined;
  return { episodeId: last.episode_id, left: last.outcome };
}

const byTheStop: readonly (string | null)[] = ['never', 'stopped'] satisfies readonly LeaveReason[];

/** The time that the stop took from her, if it is free and nothing has followed; the round is open again. */
async function timeLeft(tx: Tx, personId: string, stoppedOn: Day): Promise<CancelledTime | undefined> {
  const [old] = await loadCancelled(tx, personId);
  if (!old || old.cancelledOn !== stoppedOn || !byTheStop.includes(old.reason)) return undefined;
  return mayUndoCancelling(old, tx.today).ok && (await isTimeFree(tx, old)) ? old : undefined;
}
