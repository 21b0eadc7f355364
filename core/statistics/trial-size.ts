/**
 * Power and size of a trial that compares a proportion between an experimental arm and control, where more is better
 * (cancers found). Normal approximation; alpha is one-sided throughout. With a margin: the test that the experimental arm
 * is not worse by the margin or more (Farrington and Manning 1990, Stat Med 9:1447); margin 0: the test that it is better.
 */
import { rootDown } from './root-down.ts';
import { normalQuantile } from './special-functions.ts';
import { normalUpper } from './tails.ts';
import { fitWithDifference } from './two-proportions.ts';

export type Comparison = {
  readonly control: number;
  readonly experimental: number;
  /** Largest loss that counts as not worse, as a proportion; 0 = superiority. */
  readonly margin: number;
  /** Women in the experimental arm for each in control; 1 = equal. */
  readonly ratio?: number;
  /** Variance inflation where whole days or units are drawn; see designEffect. 1 = each woman by herself. */
  readonly designEffect?: number;
};

/** Power with a total size. */
export function powerOf(c: Comparison, alpha: number, total: number): number {
  const { underNull, underPlan } = spread(c);
  const effect = (c.experimental - c.control + c.margin) * Math.sqrt(total / (c.designEffect ?? 1));
  return normalUpper((normalQuantile(1 - alpha) * underNull - effect) / underPlan);
}

/** Total size (not rounded) that gives a power. Infinite when the planned difference lies at or beyond the margin. */
export function sizeFor(c: Comparison, alpha: number, power: number): number {
  const { underNull, underPlan } = spread(c);
  const effect = c.experimental - c.control + c.margin;
  if (effect <= 0) return Number.POSITIVE_INFINITY;
  const needed = normalQuantile(1 - alpha) * underNull + normalQuantile(power) * underPlan;
  return (c.designEffect ?? 1) * (needed / effect) ** 2;
}

/**
 * The margin that a trial of a size can exclude with a power, when both arms have the same proportion: the plain formula
 * (z_alpha + z_beta) * standard error, as in most protocols.
 */
export function marginFor(rate: number, perArm: number, alpha: number, power: number, designEffect = 1): number {
  const error = Math.sqrt((2 * designEffect * rate * (1 - rate)) / perArm);
  return (normalQuantile(1 - alpha) + normalQuantile(power)) * error;
}

/** The true proportion in the experimental arm that a trial of a size has a power to tell from control's. */
export function detectable(c: Omit<Comparison, 'experimental'>, alpha: number, power: number, total: number): number {
  const missed = (experimental: number) => 1 - powerOf({ ...c, experimental }, alpha, total);
  return rootDown(missed, 1 - power, Math.max(1e-9, c.control - c.margin), 0.999);
}

/**
 * How much larger a trial of whole groups must be than one of women (Eldridge, Ashby and Kerry 2006, Int J Epidemiol
 * 35:1292): 1 + ((cv^2 + 1) m - 1) icc. @param mean women a group (a reading day, a unit) @param icc intracluster
 * correlation @param cv coefficient of variation of the groups' sizes
 */
export function designEffect(mean: number, icc: number, cv = 0): number {
  return 1 + ((cv * cv + 1) * mean - 1) * icc;
}

/** Standard deviations, times the root of the total size, of the observed difference at the margin and as planned. */
function spread(c: Comparison): { readonly underNull: number; readonly underPlan: number } {
  const ratio = c.ratio ?? 1;
  const [experimental, control] = [ratio / (1 + ratio), 1 / (1 + ratio)];
  const sd = (p: number, q: number) => Math.sqrt((p * (1 - p)) / experimental + (q * (1 - q)) / control);
  const expected = (p: number, total: number) => ({ events: p * total, total });
  const [p, q] = fitWithDifference(expected(c.experimental, experimental), expected(c.control, control), -c.margin);
  return { underNull: sd(p, q), underPlan: sd(c.experimental, c.control) };
}
