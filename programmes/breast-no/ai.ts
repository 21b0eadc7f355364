/** Machines' results in BreastScreen Norway. All configuration: no published Norwegian figure for any of these was found. */
import type { DriftRules } from '#core/ai/drift';

export const aiRules = {
  /** A result that has not come this many days after the case was opened is late: the case goes the protocol's way out. */
  awaitedDays: 2,
  /** How far the time of a signed push may lie from ours. */
  signatureWindowSeconds: 300,
} as const;

/**
 * The watch over a product's scores. One false alarm in a thousand weeks at a unit for each figure, and a week with fewer
 * examinations says nothing: then the limits, which are those of large numbers, do not hold either.
 */
export const driftRules: DriftRules = { bins: 10, falseAlarm: 0.001, fewestExaminations: 50, weeks: 26 };
