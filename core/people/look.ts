/** What staff look at of a woman, as the audit writes it. */
export const lookedThings = [
  'appointments',
  'assessment day list',
  'assessment worksheet',
  'case',
  'dry run of a rebooking',
  'earlier images',
  'end of the day',
  'entries to settle',
  'examination form',
  'failsafe list',
  'figure',
  'image audit',
  'images',
  'images and reads',
  'interval cancer',
  'interval cancers',
  'message',
  'minutes of a consensus meeting',
  'notes',
  'own case with cancer',
  'own letter',
  'own page',
  'own rounds',
  'possible duplicates',
  'preview of message',
  'recalls to book',
  'records called two women',
  'register of reservations',
  'register of stops',
  'results outstanding',
  'search by',
  'standing of a reading case',
  'studies',
  'symptom list',
  'the centre’s day',
  'timeline',
  'unit day list',
  'who has looked',
  'why invited',
  'women with a time at a unit',
] as const;
export type LookedThing = (typeof lookedThings)[number];

/** A thing, alone or with what it was in particular: "message recall", "images, to read". */
export type LookedAt = LookedThing | `${LookedThing} ${string}` | `${LookedThing}, ${string}`;

const closestFirst = lookedThings.toSorted((a, b) => b.length - a.length);

/** The thing of what was looked at; undefined for what no version of the program writes any more. */
export function lookedThing(what: string): LookedThing | undefined {
  return closestFirst.find((thing) => what === thing || what.startsWith(`${thing} `) || what.startsWith(`${thing},`));
}
