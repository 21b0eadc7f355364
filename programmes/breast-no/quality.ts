import type { TargetAges } from '#core/quality/facts';

/** Women 50-69 (Cancer Registry of Norway, "Hvem inviteres når?"); age by birth year. */
export const coverageAges: TargetAges = { from: 50, to: 69 };
