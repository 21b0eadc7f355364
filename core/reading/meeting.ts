/** A meeting of consensus: who is present decides, nobody sits in two meetings, and one presides. */
import { ok, type Result, refuse } from '#core/kernel/result';

export type Seats = { readonly min: number; readonly max: number };

/** Who sits where now: each person in at most one meeting. */
export type Sitting = ReadonlyMap<string, string>;

/**
 * Whether these people may sit down together. Refuses with `members` (twice the same, too many, not of the centre) or
 * `in-another-meeting` (who).
 */
export function mayMeet(
  people: readonly string[],
  seats: Seats,
  radiologists: ReadonlySet<string>,
  sitting: Sitting,
): Result<readonly string[], 'members' | 'in-another-meeting'> {
  if (new Set(people).size !== people.length) return refuse('members', 'The same reader is named twice');
  if (people.length > seats.max)
    return refuse('members', `At most ${seats.max} sit together; ${people.length} are named`, { max: seats.max });
  const stranger = people.find((one) => !radiologists.has(one));
  if (stranger) return refuse('members', `${stranger} is not a radiologist of this centre`, { member: stranger });
  const busy = people.find((one) => sitting.has(one));
  if (busy) return refuse('in-another-meeting', `${busy} sits in another meeting`, { who: busy });
  return ok(people);
}

/**
 * Whether a decision may be taken by those present. `seen` is whom the page believed to be present: someone may have left
 * in the meantime. Refuses with `not-present`, `too-few` or `presence-changed`.
 */
export function mayDecide(
  seen: readonly string[],
  present: readonly string[],
  actor: string,
  seats: Seats,
): Result<readonly string[], 'not-present' | 'too-few' | 'presence-changed'> {
  if (!present.includes(actor)) return refuse('not-present', 'You do not sit in this meeting any more');
  if (present.length < seats.min)
    return refuse('too-few', `A consensus needs ${seats.min} present; ${present.length} are here`, { min: seats.min });
  // A step for fewer than are here is decided by some of them.
  const many = Math.min(seats.max, present.length);
  const same = seen.length === many && seen.every((one) => present.includes(one));
  if (!same) return refuse('presence-changed', 'Someone has come or left since the page was shown');
  return ok(seen);
}
