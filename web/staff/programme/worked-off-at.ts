import type { BacklogKind } from '#core/programme/backlog';

/** The page where each backlog is worked off. */
export const workedOffAt: Readonly<Record<BacklogKind, string>> = {
  overdue: '/rounds',
  'fallen-out': '/fallen-out',
  paused: '/rounds',
  'units-shut': '/units',
  'messages-failed': '/messages',
  'appointments-open': '/unit-day',
  'to-read': '/reading',
  consensus: '/consensus',
  held: '/set-aside',
  'recalls-to-book': '/recalls',
  'assessment-answers': '/results-outstanding',
  reservations: '/registers',
  duplicates: '/duplicates',
  'studies-held': '/studies',
  'studies-ending': '/studies',
};
