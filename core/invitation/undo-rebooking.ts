/** Taking a rebooking back: each woman keeps what she has been told, and gets her old time again when she has not. */
import type { AppointmentStatus } from '#core/invitation/appointment';
import { type Day, daysBetween } from '#core/kernel/day';
import { ok, type Result, refuse } from '#core/kernel/result';

export type RebookedWoman = {
  readonly oldDay: Day;
  /** How the appointment stands that she was given instead; null = she was told to wait. */
  readonly given: AppointmentStatus | null;
  /** She has another time than the one she was given then. */
  readonly hasOther: boolean;
  /** The letter about it has left. */
  readonly told: boolean;
  /** Her old time exists and has room again. */
  readonly oldTimeFree: boolean;
};

export const keptReasons = ['told', 'changed-since', 'taken', 'over'] as const;
export type KeptReason = (typeof keptReasons)[number];

/** Whether a rebooking may be taken back at all; refuses with `undone-already` or `too-late`. */
export function mayUndo(
  rebooking: { readonly madeOn: Day; readonly undoneOn: Day | null },
  today: Day,
  withinDays: number,
): Result<true, 'undone-already' | 'too-late'> {
  if (rebooking.undoneOn) return refuse('undone-already', `It was taken back on ${rebooking.undoneOn}`);
  return daysBetween(rebooking.madeOn, today) <= withinDays
    ? ok(true)
    : refuse('too-late', `It was made on ${rebooking.madeOn}: more than ${withinDays} days ago`);
}

/** `restore`: she gets her old time again and hears nothing. Else why she keeps what she has now. */
export function afterUndo(woman: RebookedWoman, today: Day): 'restore' | KeptReason {
  if (woman.told) return 'told';
  if (woman.hasOther || (woman.given !== null && woman.given !== 'invited')) return 'changed-since';
  if (woman.oldDay <= today) return 'over';
  return woman.oldTimeFree ? 'restore' : 'taken';
}
