/**
 * How often something of a machine's was shown in a study, in a form that tells no arm. Only in an open arm is it shown, so that an
 * exact count would give how many are in that arm, and with it the next draw (core/studies/balance.ts).
 */

/** Nothing smaller than this is told, and nothing between its multiples. Configuration. */
export const LEAST_TOLD = 100;

/** The count as "at least so many"; null when it is too small to be told. */
export function toldAs(shown: number): number | null {
  const atLeast = Math.floor(shown / LEAST_TOLD) * LEAST_TOLD;
  return atLeast === 0 ? null : atLeast;
}
