import type { BacklogLimits } from '#core/programme/backlog';

/** All configuration: days after which the office should look at what waits. The areas' own pages hold the guidelines' limits. */
export const backlogLimits: BacklogLimits = {
  // Counted from the day that she passed the tolerance around her due day.
  overdue: 0,
  // Counted from the day she was due; the failsafe itself waits longer (invitationRules.failsafe).
  'fallen-out': 0,
  paused: 14,
  'units-shut': 0,
  'messages-failed': 2,
  'appointments-open': 1,
  'to-read': 7,
  consensus: 5,
  held: 14,
  'recalls-to-book': 3,
  'assessment-answers': 7,
  // Counted from the day by which it must be carried out.
  reservations: 0,
  // Counted from the day that the two records were found alike.
  duplicates: 14,
  // An approval of a study has ended at a site that is open: it draws nobody until there is a new one.
  'studies-held': 0,
  // Counted from the day that the warning began (approvalWarningDays): half of it is left.
  'studies-ending': 30,
};
