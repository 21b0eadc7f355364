/** Figures: what coverage is counted over, who sees whose, and what the public sees. Without a source: configuration. */
import type { Role } from '#core/people/access';
import type { TargetAges } from '#core/quality/facts';

/** Women 50-69 (Cancer Registry of Norway, "Hvem inviteres når?"); age by birth year. */
export const coverageAges: TargetAges = { from: 50, to: 69 };

/** Who may go from a figure to the women it counts; below it, row-level security keeps a centre to its own. */
export const caseRoles: readonly Role[] = ['office', 'coordinator', 'radiographer', 'radiologist'];

/** Figures of one reader or radiographer: for herself, and by name for those who follow them up. */
export const individualFigures = {
  named: ['office'] as readonly Role[],
  ownWork: { reader: 'radiologist', radiographer: 'radiographer' } as const satisfies Readonly<Record<string, Role>>,
  /** A colleague with less than this behind her is not shown, even without a name. */
  fewest: 50,
} as const;

/**
 * Figures for everyone. Fewer women than the threshold are hidden, and what would give them away. Statistics Norway hides
 * fewer than 3; 5 is common in Norwegian health statistics.
 */
export const publicFigures = {
  set: 'programme',
  indicators: ['participation', 'recall', 'detection', 'interval-cancer'],
  threshold: 5,
  years: 5,
} as const;
