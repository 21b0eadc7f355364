/**
 * What has been written down on the device, by woman. It may be changed freely until it is sent; each thing that is sent
 * carries an id made here, so that sending it again changes nothing.
 */
import type { InputOf } from '#contracts/endpoint';
import type { OfflineWoman, sendEntries } from '#contracts/examination-entries';

export type SentEntry = InputOf<typeof sendEntries>['entries'][number];
export type Done = Exclude<SentEntry['content'], { kind: 'arrived' }>;

export type Item = {
  readonly personId: string;
  readonly appointmentId: string;
  readonly name: string;
  readonly performedBy: string;
  readonly arrivedId: string;
  /** Null when she was here already as the list was taken along. */
  readonly arrivedAt: string | null;
  readonly done: { readonly id: string; readonly at: string; readonly content: Done } | null;
  /** Why the service did not take it when it was sent. */
  readonly refusal?: string;
};

export type Journal = readonly Item[];

type Who = Pick<Item, 'personId' | 'appointmentId' | 'name' | 'performedBy'>;

/** Done already, when the list was taken along. */
export const doneBefore: readonly OfflineWoman['status'][] = [
  'screened',
  'partially-screened',
  'attended-not-screened',
  'did-not-attend',
];

export function itemOf(journal: Journal, appointmentId: string): Item | undefined {
  return journal.find((item) => item.appointmentId === appointmentId);
}

/** She has come. Said twice it is said once. */
export function arrive(journal: Journal, who: Who, at: string, id: string): Journal {
  if (itemOf(journal, who.appointmentId)) return journal;
  return [...journal, { ...who, arrivedId: id, arrivedAt: at, done: null }];
}

/** She has been examined, or has left without images. `who.performedBy` is who did that. */
export function finish(journal: Journal, who: Who, at: string, id: string, content: Done): Journal {
  const done = { id, at, content };
  if (!itemOf(journal, who.appointmentId)) return [...journal, { ...who, arrivedId: id, arrivedAt: null, done }];
  return journal.map((item) =>
    item.appointmentId === who.appointmentId ? { ...item, performedBy: who.performedBy, done } : item,
  );
}

/**
 * Takes the last thing back: what was done, else that she came. What is done anew gets a new id, so that it is never
 * mistaken for the first, should that have reached the service after all.
 */
export function takeBack(journal: Journal, appointmentId: string): Journal {
  return journal.flatMap((item): Item[] => {
    if (item.appointmentId !== appointmentId) return [item];
    return item.done && item.arrivedAt ? [{ ...item, done: null }] : [];
  });
}

/** What is sent: one entry a woman, the most that is known of her. */
export function entriesOf(journal: Journal): readonly SentEntry[] {
  return journal.map((item) => ({
    entryId: item.done?.id ?? item.arrivedId,
    personId: item.personId,
    appointmentId: item.appointmentId,
    source: 'offline',
    performedBy: item.performedBy,
    arrivedAt: item.arrivedAt,
    doneAt: item.done?.at ?? null,
    content: item.done?.content ?? { kind: 'arrived' },
  }));
}

export type Answer = { readonly entryId: string; readonly state: string; readonly refusal: string | null };

/** What is left after an answer: what was taken in is gone, what was refused stays with the reason, the rest as it was. */
export function afterAnswer(journal: Journal, answers: readonly Answer[]): Journal {
  return journal.flatMap((item): Item[] => {
    const answer = answers.find((one) => one.entryId === (item.done?.id ?? item.arrivedId));
    if (!answer) return [item];
    return answer.state === 'refused' ? [{ ...item, refusal: answer.refusal ?? 'unexpected' }] : [];
  });
}
