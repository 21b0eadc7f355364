/**
 * Who has looked at a woman's data, in words she can use: what staff were doing, by what the audit says was opened. And
 * when she is told: looks that would give an answer away are shown together with the answer, never before it.
 */
import type { Day } from '#core/kernel/day';
import { type LookedThing, lookedThing } from '#core/people/look';

export const lookPurposes = ['help', 'register', 'examination', 'reading', 'follow-up', 'quality', 'other'] as const;
export type LookPurpose = (typeof lookPurposes)[number];

/** Of each thing that is looked at; looks at her own pages are hers. */
const purposes: Readonly<Record<LookedThing, LookPurpose>> = {
  'search by': 'help',
  timeline: 'help',
  appointments: 'help',
  'women with a time at a unit': 'help',
  'dry run of a rebooking': 'help',
  'why invited': 'help',
  'who has looked': 'help',
  message: 'help',
  'preview of message': 'help',
  notes: 'help',
  studies: 'help',
  'own page': 'help',
  'own letter': 'help',
  'own rounds': 'help',
  'possible duplicates': 'register',
  'records called two women': 'register',
  'register of stops': 'register',
  'register of reservations': 'register',
  'unit day list': 'examination',
  'examination form': 'examination',
  'symptom list': 'examination',
  'entries to settle': 'examination',
  'end of the day': 'examination',
  case: 'reading',
  images: 'reading',
  'images and reads': 'reading',
  'standing of a reading case': 'reading',
  'minutes of a consensus meeting': 'reading',
  'recalls to book': 'follow-up',
  'assessment day list': 'follow-up',
  'assessment worksheet': 'follow-up',
  'results outstanding': 'follow-up',
  'failsafe list': 'follow-up',
  'the centre’s day': 'follow-up',
  'interval cancer': 'quality',
  'interval cancers': 'quality',
  'earlier images': 'quality',
  'image audit': 'quality',
  figure: 'quality',
  'own case with cancer': 'quality',
};

/** What the audit says was looked at, as a purpose; `other` for what no version of the program writes any more. */
export function purposeOf(what: string): LookPurpose {
  const thing = lookedThing(what);
  return thing ? purposes[thing] : 'other';
}

/** Purposes that follow from taking part and from being helped: they say nothing of what the images showed. */
const tellsNothing: readonly LookPurpose[] = ['help', 'register', 'examination'];

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
