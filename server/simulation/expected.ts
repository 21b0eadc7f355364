/** Refusals that only mean that somebody at the screen was first. */
export const changedByOther = [
  'changed-by-other',
  'not-now',
  'not-found',
  'taken',
  'not-open',
  'not-claimed',
  'already-examined',
  'already-assessed',
] as const;
