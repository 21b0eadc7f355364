/**
 * Earlier images from elsewhere: asked for by a reader, answered by whoever fetches them, waited for only so long. The
 * state is derived from the case's hold; it is not stored.
 */
import type { Day } from '#core/kernel/day';

export const priorsAnswers = ['received', 'not-available'] as const;
/** `limit` = they had not come within the days allowed, and the case is read without them. */
export const priorsStates = ['not-requested', 'requested', ...priorsAnswers, 'limit'] as const;
export type PriorsState = (typeof priorsStates)[number];

/** The newest hold of a case for earlier images. */
export type PriorsHold = {
  readonly day: Day;
  readonly releasedOn: Day | null;
  readonly answer: (typeof priorsAnswers)[number] | 'limit' | null;
};

/** A request that was taken back without an answer counts as not made. */
export function priorsRequest(hold: PriorsHold | null): { readonly state: PriorsState; readonly day: Day | null } {
  if (!hold) return { state: 'not-requested', day: null };
  if (hold.releasedOn === null) return { state: 'requested', day: hold.day };
  return hold.answer ? { state: hold.answer, day: hold.releasedOn } : { state: 'not-requested', day: null };
}
