/**
 * What was done at a unit while it could not be entered: on paper in a downtime, or on a bus without network. It is sent
 * afterwards, perhaps twice, in any order, in parts; meanwhile she may have been moved, cancelled or examined elsewhere.
 * This rule says what becomes of each entry. It never makes a second examination and never drops one: what does not fit
 * is a conflict for a person to settle.
 */
import type { AppointmentStatus } from '#core/invitation/appointment';
import type { EpisodeState } from '#core/invitation/episode';
import { type Day, daysBetween } from '#core/kernel/day';
import { ok, type Result, refuse } from '#core/kernel/result';

export const entryKinds = ['arrived', 'examined', 'not-screened'] as const;
export type EntryKind = (typeof entryKinds)[number];

export const entryConflicts = [
  'already-examined',
  'moved',
  'cancelled',
  'new-time',
  'round-over',
  'cannot-be-recorded',
] as const;
export type EntryConflict = (typeof entryConflicts)[number];

/** How it stands with her when the entry comes in. */
export type EntryStanding = {
  /** The appointment that was on the list. */
  readonly status: AppointmentStatus;
  readonly episode: EpisodeState;
  /** She has another time now that is still to come. */
  readonly otherTime: boolean;
};

export type EntryDecision =
  /** What it says is known already. */
  | { readonly act: 'nothing' }
  /** `reopen`: the appointment was written off in the meantime, and is taken up again first. */
  | { readonly act: 'check-in' | 'record'; readonly reopen: boolean }
  | { readonly act: 'conflict'; readonly because: EntryConflict };

/** What becomes of an entry. */
export function decideEntry(kind: EntryKind, found: EntryStanding): EntryDecision {
  const act = kind === 'arrived' ? 'check-in' : 'record';
  switch (found.status) {
    case 'screened':
    case 'partially-screened':
    case 'attended-not-screened':
      return kind === 'arrived' ? { act: 'nothing' } : conflict('already-examined');
    case 'checked-in':
      return kind === 'arrived' ? { act: 'nothing' } : { act, reopen: false };
    case 'invited':
    case 'confirmed':
      return { act, reopen: false };
    default: {
      const lost = lostTime(found);
      return lost ? conflict(lost) : { act, reopen: true };
    }
  }
}

/** Why an appointment that is no longer hers cannot simply be taken up again; undefined when it can. */
function lostTime(found: EntryStanding): EntryConflict | undefined {
  if (found.episode === 'closed') return 'round-over';
  if (found.episode !== 'invited') return 'already-examined';
  if (found.status === 'moved') return 'moved';
  if (found.status === 'cancelled') return 'cancelled';
  // The end of the day wrote her off while the bus was away: what the bus says is what happened.
  return found.otherTime ? 'new-time' : undefined;
}

const conflict = (because: EntryConflict): EntryDecision => ({ act: 'conflict', because });

/** Whether a person may decide that an entry in conflict is recorded all the same, in place of what was booked since. */
export function mayRecordAllTheSame(found: EntryStanding): boolean {
  return (
    found.episode === 'invited' && !['screened', 'partially-screened', 'attended-not-screened'].includes(found.status)
  );
}

/**
 * Whether an entry of a day may still be taken. Refuses `not-yet` for a day ahead and `too-long-ago` beyond the
 * programme's limit, where a person must look at it.
 */
export function checkEntryDay(day: Day, today: Day, daysBack: number): Result<Day, 'not-yet' | 'too-long-ago'> {
  if (day > today) return refuse('not-yet', `The appointment is on ${day}`, { day });
  if (daysBetween(day, today) > daysBack) {
    return refuse('too-long-ago', `${day} is more than ${daysBack} days ago`, { day, days: daysBack });
  }
  return ok(day);
}
