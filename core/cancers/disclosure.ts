/**
 * A woman with interval cancer may wish to know what the review of her earlier images showed. She is asked by a person, she
 * answers, and a person tells her; the state is derived from what was recorded. Nothing of it is ever sent by itself.
 * The duty to inform is in the Patient and User Rights Act § 3-2; the programme's own text on it was not found.
 */
import { ok, type Result, refuse } from '#core/kernel/result';

export const disclosureKinds = ['asked', 'wish', 'conversation'] as const;
export const wishes = ['wants', 'later', 'does-not-want'] as const;
export type Wish = (typeof wishes)[number];
export const disclosureStates = ['not-asked', 'asked', ...wishes, 'informed'] as const;
export type DisclosureState = (typeof disclosureStates)[number];

export type DisclosureEvent = { readonly kind: (typeof disclosureKinds)[number]; readonly wish: Wish | null };

/** `events` in the order they were recorded. A wish may change; a conversation held stays held. */
export function disclosureState(events: readonly DisclosureEvent[]): DisclosureState {
  if (events.some((e) => e.kind === 'conversation')) return 'informed';
  const wish = events.findLast((e) => e.kind === 'wish')?.wish;
  if (wish) return wish;
  return events.length > 0 ? 'asked' : 'not-asked';
}

/**
 * Whether this may be recorded now. She answers a question that was put; she is told only if that is her wish, also when
 * she asks of her own accord. Refuses with `not-asked` or `not-wished`.
 */
export function mayDisclose(
  events: readonly DisclosureEvent[],
  next: DisclosureEvent,
): Result<true, 'not-asked' | 'not-wished'> {
  const state = disclosureState(events);
  if (next.kind === 'wish' && state === 'not-asked')
    return refuse('not-asked', 'She has not been asked; record first that she was');
  const wanted = events.findLast((e) => e.kind === 'wish')?.wish === 'wants';
  if (next.kind === 'conversation' && !wanted)
    return refuse('not-wished', 'She has not said that she wishes to know; record her wish first');
  return ok(true);
}
