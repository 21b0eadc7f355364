/**
 * Whether the draws keep the arms in balance: by name for the unblinded statistician, and in a form for sites that cannot
 * be used to guess the next draw.
 *
 * Why sites see so little. Readers in an open arm know the arm of the cases they read. Whoever also knows how far a stratum
 * is out of balance knows, near the end of a small block, what comes next; with minimisation she knows it nearly always.
 * Leaving out the labels does not help: the arm of one case tells which is which. So a site is shown only: strata taken
 * together, whole months that are over, at least LEAST draws, and the imbalance as a share, rounded up to a step. A draw
 * more or less then changes nothing that is shown, except where it lies on a step, and never before the month is over.
 */
import type { AllocationRule } from './study.ts';

export type ArmCount = { readonly stratum: string; readonly arm: string; readonly count: number };
export type Weighted = readonly { readonly arm: string; readonly weight: number }[];

/** Fewer draws than this are not shown at all. Configuration. */
const LEAST_SHOWN = 100;
/** An imbalance is shown as at most one of these shares of the draws; above the last it is only "more". Configuration. */
const SHARES_SHOWN = [0.02, 0.05, 0.1] as const;

/** How far the arms are from their planned shares: the largest distance in draws, summed over strata with their sign kept. */
export function imbalanceOf(counts: readonly ArmCount[], arms: Weighted): number {
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  const weights = arms.reduce((sum, { weight }) => sum + weight, 0);
  const off = arms.map(({ arm, weight }) => {
    const own = counts.filter((one) => one.arm === arm).reduce((sum, { count }) => sum + count, 0);
    return Math.abs(own - (all * weight) / weights);
  });
  return Math.max(0, ...off);
}

export type BlindBalance =
  | { readonly kind: 'too-few'; readonly least: number }
  /** `within`: null when it is more than the last step. */
  | { readonly kind: 'shown'; readonly draws: number; readonly within: number | null };

/** What a site may see of its draws up to the last month that is over. */
export function blindBalance(counts: readonly ArmCount[], arms: Weighted): BlindBalance {
  const draws = counts.reduce((sum, { count }) => sum + count, 0);
  if (draws < LEAST_SHOWN) return { kind: 'too-few', least: LEAST_SHOWN };
  const share = imbalanceOf(counts, arms) / draws;
  return { kind: 'shown', draws, within: SHARES_SHOWN.find((step) => share <= step) ?? null };
}

/**
 * The most that a stratum can be out of balance when the rule works: part of one block. null where the rule promises
 * nothing that is certain (minimisation with a probability below 1, simple draws, wedges).
 */
export function largestImbalance(rule: AllocationRule, arms: Weighted): number | null {
  if (rule.method !== 'blocks') return null;
  const weights = arms.reduce((sum, { weight }) => sum + weight, 0);
  const block = Math.max(...rule.sizes);
  // All of one arm drawn first in the largest block: its own number, less what it should have by then.
  return Math.max(...arms.map(({ weight }) => ((block * weight) / weights) * (1 - weight / weights)));
}
