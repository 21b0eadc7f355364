/**
 * Who has looked at a woman's data, in words she can use: what staff were doing, by what the audit says was opened. And
 * when she is told: looks that would give an answer away are shown together with the answer, never before it.
 */
import type { Day } from '#core/kernel/day';

export const lookPurposes = ['help', 'examination', 'reading', 'follow-up', 'quality', 'other'] as const;
export type LookPurpose = (typeof lookPurposes)[number];

/** By the beginning of what was opened, first match; the words are those of `tx.look` throughout the server. */
const purposes: readonly (readonly [start: string, purpose: LookPurpose])[] = [
  ['unit day', 'examination'],
  ['examination', 'examination'],
  ['symptom', 'examination'],
  ['downtime', 'examination'],
  ['case', 'reading'],
  ['standing of a reading', 'reading'],
  ['reading', 'reading'],
  ['consensus', 'reading'],
  ['recalls', 'follow-up'],
  ['assessment', 'follow-up'],
  ['results outstanding', 'follow-up'],
  ['interval', 'quality'],
  ['review', 'quality'],
  ['image quality', 'quality'],
  ['audit', 'quality'],
  ['indicator', 'quality'],
  ['search', 'help'],
  ['timeline', 'help'],
  ['appointments', 'help'],
  ['why invited', 'help'],
  ['who has looked', 'help'],
  ['message', 'help'],
  ['preview', 'help'],
  ['registers', 'help'],
  ['call', 'help'],
];

export function purposeOf(what: string): LookPurpose {
  return purposes.find(([start]) => what.startsWith(start))?.[1] ?? 'other';
}

/** Purposes that follow from taking part and from being helped: they say nothing of what the images showed. */
const tellsNothing: readonly LookPurpose[] = ['help', 'examination'];

/**
 * Whether a look is shown to her now. `answerPendingSince`: the day of images that she has had no answer about; looks
 * from that day on that readers, assessment or others have made wait until the answer has been sent.
 */
export function isShown(
  look: { readonly day: Day; readonly purpose: LookPurpose },
  answerPendingSince: Day | null,
): boolean {
  return answerPendingSince === null || look.day < answerPendingSince || tellsNothing.includes(look.purpose);
}
