/** Backlogs: what waits in the programme, how long the oldest has waited, and how many have waited too long. */
import { addDays, type Day, daysBetween } from '#core/kernel/day';

/** In the order that a woman meets them. */
export const backlogKinds = [
  'overdue',
  'fallen-out',
  'paused',
  'units-shut',
  'messages-failed',
  'appointments-open',
  'to-read',
  'consensus',
  'held',
  'recalls-to-book',
  'assessment-answers',
  'reservations',
  'duplicates',
  'studies-held',
  'studies-ending',
] as const;
export type BacklogKind = (typeof backlogKinds)[number];

/** Days that something may wait before it counts as late. */
export type BacklogLimits = Readonly<Record<BacklogKind, number>>;

export type Backlog = {
  readonly kind: BacklogKind;
  readonly count: number;
  /** The day that the oldest has waited since; null when nothing waits. */
  readonly since: Day | null;
  readonly days: number | null;
  readonly limit: number;
  readonly late: number;
};

/** How many wait since each day. */
export type WaitingSince = readonly { readonly since: Day; readonly count: number }[];

/** Size, age and lateness of one backlog on a day. Late = waited more than the limit. */
export function backlogOf(kind: BacklogKind, waiting: WaitingSince, today: Day, limits: BacklogLimits): Backlog {
  const limit = limits[kind];
  const lateBefore = addDays(today, -limit);
  let [count, late] = [0, 0];
  let since: Day | null = null;
  for (const one of waiting) {
    count += one.count;
    if (one.since < lateBefore) late += one.count;
    if (since === null || one.since < since) since = one.since;
  }
  return { kind, count, since, days: since === null ? null : daysBetween(since, today), limit, late };
}
