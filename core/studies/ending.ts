/** Approvals that end soon, told before they do, so that a new one is in place before the site is held (missing.ts). */
import { addDays, type Day } from '#core/kernel/day';
import { type Approval, type InPlace, inForce, needed } from './missing.ts';
import type { ApprovalKind } from './study.ts';

export type Ending = {
  readonly what: ApprovalKind;
  readonly centreId: string | null;
  /** The last day that anything registered is in force. */
  readonly lastDay: Day;
};

/** Of what a site needs, that which is in force today and ends within so many days with nothing registered to follow it. */
export function endingSoon(
  { approvals, today }: Pick<InPlace, 'approvals' | 'today'>,
  centreId: string,
  withinDays: number,
): readonly Ending[] {
  const limit = addDays(today, withinDays);
  return needed(centreId).flatMap(({ kind, of }) => {
    const lastDay = coveredUntil(
      approvals.filter((one) => one.kind === kind && one.centreId === of),
      today,
    );
    return lastDay !== null && lastDay <= limit ? [{ what: kind, centreId: of, lastDay }] : [];
  });
}

/** The last day of an unbroken time in force from today on; null when none is in force today, or when it has no end. */
function coveredUntil(approvals: readonly Approval[], today: Day): Day | null {
  const times = approvals.map(({ validFrom, validUntil, withdrawnOn }) => {
    const beforeIt = withdrawnOn === null ? null : addDays(withdrawnOn, -1);
    const ends = [validUntil, beforeIt].filter((end) => end !== null).toSorted();
    return { validFrom, validUntil: ends[0] ?? null };
  });
  if (!times.some((time) => inForce(time, today))) return null;
  let last = today;
  for (;;) {
    const next = times.filter((time) => inForce(time, last) || inForce(time, addDays(last, 1)));
    if (next.some(({ validUntil }) => validUntil === null)) return null;
    const furthest = next.reduce((a, { validUntil }) => (validUntil !== null && validUntil > a ? validUntil : a), last);
    if (furthest === last) return last;
    last = furthest;
  }
}
