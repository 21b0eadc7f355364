/** Taking a cancellation back: only while nothing has followed from it, so that she stands as if it had not been. */
import type { AppointmentStatus, CancelReason } from '#core/invitation/appointment';
import type { EpisodeOutcome, EpisodeState } from '#core/invitation/episode';
import type { Day } from '#core/kernel/day';
import { ok, type Result, refuse } from '#core/kernel/result';

/** Why an appointment was given back at the woman's wish: she cancelled, or `stopped` all invitations. */
export type LeaveReason = CancelReason | 'stopped';

export type Cancelled = {
  readonly status: AppointmentStatus;
  /** Of its last change. */
  readonly reason: string | null;
  readonly day: Day;
  /** How her round stands now. */
  readonly round: EpisodeState;
  readonly outcome: EpisodeOutcome | null;
  /** Another time has been given, moved or taken from her since. */
  readonly goneOn: boolean;
};

/** How each reason leaves the round; null = open. */
const left: Readonly<Record<LeaveReason, EpisodeOutcome | null>> = {
  later: null,
  'not-this-round': 'declined',
  never: 'declined',
  stopped: 'withdrawn',
};

const isLeaving = (reason: string | null): reason is LeaveReason => reason !== null && Object.hasOwn(left, reason);

/**
 * Whether it may be taken back; the outcome from which her round is to be opened again, null when it is open. Refuses with
 * `not-cancelled` (nobody cancelled it at her wish), `in-the-past`, `gone-on` or `episode-not-open`.
 */
export function mayUndoCancelling(
  cancelled: Cancelled,
  today: Day,
): Result<EpisodeOutcome | null, 'not-cancelled' | 'in-the-past' | 'gone-on' | 'episode-not-open'> {
  const { status, reason, day, round, outcome, goneOn } = cancelled;
  if (status !== 'cancelled' || !isLeaving(reason))
    return refuse('not-cancelled', `The appointment was not cancelled at her wish (${reason ?? status})`);
  if (day < today) return refuse('in-the-past', `${day} has passed`);
  if (goneOn) return refuse('gone-on', 'Her times have been changed since');
  if (round === 'invited') return ok(null);
  return outcome !== null && outcome === left[reason]
    ? ok(outcome)
    : refuse('episode-not-open', `The episode is in state ${round}`);
}
