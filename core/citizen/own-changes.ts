/** What a woman may do on her own pages, as the kinds of receipt she gets, and which of them she may take back. */
import { type Day, daysBetween } from '#core/kernel/day';

const ownChangeKinds = [
  'confirmed',
  'booked',
  'moved',
  'time-kept',
  'cancelled-later',
  'declined',
  'returned',
  'stopped',
  'stop-lifted',
  'reserved',
  'reservation-lifted',
  'channel',
  'sms',
  'phone',
  'language',
  'survey-answered',
  'survey-taken-back',
] as const;
export type OwnChangeKind = (typeof ownChangeKinds)[number];

type OwnChange = {
  readonly kind: OwnChangeKind;
  readonly day: Day;
  /** She has taken it back already, or it takes back another. */
  readonly undone: boolean;
  /** The latest of its kind; an earlier wish is not what holds now. */
  readonly latest: boolean;
  /** What she asked for has been done, and cannot be made undone (normal findings are apart from her name). */
  readonly carriedOut: boolean;
};

/** Kinds that the same page can put right again; the rest are put right by doing something else. */
const undoable: readonly OwnChangeKind[] = [
  'moved',
  'cancelled-later',
  'declined',
  'stopped',
  'stop-lifted',
  'reserved',
  'reservation-lifted',
  'channel',
  'sms',
  'phone',
  'language',
  'survey-answered',
];

/** Whether "take it back" is offered: for what is hers to undo, once, and within `days` of doing it. */
export function mayUndo(change: OwnChange, today: Day, days: number): boolean {
  const { kind, undone, latest, carriedOut } = change;
  return undoable.includes(kind) && !undone && latest && !carriedOut && daysBetween(change.day, today) <= days;
}
