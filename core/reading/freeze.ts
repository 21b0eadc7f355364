/**
 * When a read can no longer be changed, nor a decision of consensus be taken back. Until then it counts for nobody but those who
 * made it.
 */
import type { Day } from '#core/kernel/day';
import { ok, type Result, refuse } from '#core/kernel/result';

export type ReadingRules = {
  /** A read, or a decision of consensus, freezes this long after it was written, or when its day is over, whichever comes first. Minutes. */
  readonly freezeAfterMinutes: number;
  /** How long a claimed case is kept for the one who claimed it. Minutes. */
  readonly leaseMinutes: number;
  readonly consensusLeaseMinutes: number;
  /** The page takes no opinion key for this long after a case opens. Milliseconds. */
  readonly openingLockMs: number;
  /** A case that waits for earlier images is read without them after this many days. */
  readonly priorsLimitDays: number;
  /** The reasons a reader may give for setting a case aside. */
  readonly deferReasons: readonly string[];
};

/** An instant in milliseconds and the programme day it belongs to. */
export type Moment = { readonly instant: number; readonly today: Day };

export type Written = { readonly day: Day; readonly frozenFrom: number | null };

/** What has no instant (imported history) is frozen. */
export function isFrozen(written: Written, now: Moment): boolean {
  return written.day < now.today || written.frozenFrom === null || now.instant >= written.frozenFrom;
}

export function freezesAt(rules: ReadingRules, now: Moment): number {
  return now.instant + rules.freezeAfterMinutes * 60_000;
}

/** Whether a reader may change a read: her own, and not frozen. */
export function mayRevise(
  read: Written & { readonly reader: string },
  reader: string,
  now: Moment,
): Result<true, 'not-yours' | 'frozen'> {
  if (read.reader !== reader) return refuse('not-yours', 'Only the one who wrote a read may change it');
  if (isFrozen(read, now))
    return refuse('frozen', 'The read is final: it can be changed only for a set time and on the same day');
  return ok(true);
}

/** Whether somebody may take back a decision of consensus: one of its members, before it is frozen. */
export function mayTakeBack(
  decision: Written & { readonly members: readonly string[] },
  who: string,
  now: Moment,
): Result<true, 'not-decided-by-you' | 'decision-final'> {
  if (!decision.members.includes(who))
    return refuse('not-decided-by-you', 'Only those who decided may take a decision back');
  if (isFrozen(decision, now))
    return refuse(
      'decision-final',
      'The decision is final: it can be taken back only for a set time and on the same day',
    );
  return ok(true);
}
