/**
 * Boundaries of group-sequential tests, one-sided: at each look the study may stop when z is at or above the boundary.
 * Classical rules (O'Brien and Fleming 1979, Biometrics 35:549; Pocock 1977, Biometrika 64:191) and alpha spending (Lan
 * and DeMets 1983, Biometrika 70:659), for any spacing of the looks. Information is a share of what is planned, so the
 * final look as planned lies at 1.
 */
import { rootDown } from './root-down.ts';
import { begin, type Boundary, carry, crossingAt, type Stage } from './crossing.ts';
import { normalQuantile } from './special-functions.ts';
import { normalUpper } from './tails.ts';

export const boundaryRules = ['obrien-fleming', 'pocock', 'spending-obrien-fleming', 'spending-pocock'] as const;
export type BoundaryRule = (typeof boundaryRules)[number];

export type Look = Boundary & {
  /** One-sided p at or below which the study may stop at this look. */
  readonly p: number;
  /** Probability, when there is no effect, of having stopped at this look or before. */
  readonly spent: number;
};

/** Alpha that may be used up by a share of the information (Lan and DeMets 1983, formulas of type O'Brien-Fleming and Pocock). */
export function spentBy(
  rule: 'spending-obrien-fleming' | 'spending-pocock',
  alpha: number,
  information: number,
): number {
  if (information <= 0) return 0;
  if (information >= 1) return alpha;
  if (rule === 'spending-pocock') return alpha * Math.log(1 + (Math.E - 1) * information);
  return 2 * normalUpper(normalQuantile(1 - alpha / 2) / Math.sqrt(information));
}

/**
 * The boundary at each look. @param alpha one-sided, 0 < alpha < 0.5 @param information shares of the planned
 * information, strictly increasing, above 0. With a spending rule the looks need not be the planned ones and may end
 * before 1; a look at 1 or above takes all that is left. With a classical rule the whole list must be known.
 * Throws a RangeError for other input.
 */
export function boundaries(rule: BoundaryRule, alpha: number, information: readonly number[]): readonly Look[] {
  if (!(alpha > 0 && alpha < 0.5)) throw new RangeError('alpha must lie between 0 and 0.5');
  if (information.some((t, i) => !(t > (information[i - 1] ?? 0))))
    throw new RangeError('information must increase from 0');
  if (rule === 'obrien-fleming' || rule === 'pocock') return classical(rule, alpha, information);
  return spending(rule, alpha, information);
}

function spending(
  rule: 'spending-obrien-fleming' | 'spending-pocock',
  alpha: number,
  information: readonly number[],
): readonly Look[] {
  const looks: Look[] = [];
  let stage: Stage = begin(0);
  let before = 0;
  for (const t of information) {
    const spent = spentBy(rule, alpha, t);
    const step = spent - before;
    const from = stage;
    // A step that is too small for the integration to tell from nothing spends nothing: no boundary is reached.
    const z = step < 1e-15 ? Number.POSITIVE_INFINITY : rootDown((x) => crossingAt(from, t, x), step, -8, 40);
    looks.push({ information: t, z, p: z === Number.POSITIVE_INFINITY ? 0 : normalUpper(z), spent });
    stage = carry(stage, t, z);
    before = spent;
  }
  return looks;
}

function classical(rule: 'obrien-fleming' | 'pocock', alpha: number, information: readonly number[]): readonly Look[] {
  const last = information.at(-1) ?? 1;
  const shape = (t: number) => (rule === 'pocock' ? 1 : Math.sqrt(last / t));
  const all = (c: number) => information.map((t) => ({ information: t, z: c * shape(t) }));
  const c = rootDown((x) => crossings(all(x), 0).at(-1) ?? 0, alpha, 0, 10);
  const spent = crossings(all(c), 0);
  return all(c).map((look, i) => ({ ...look, p: normalUpper(look.z), spent: spent[i] ?? 0 }));
}

/**
 * Probability of having crossed at each look or before, when z at information t has mean drift * sqrt(t): under no effect
 * (drift 0) the alpha spent, under the planned effect the power reached.
 */
export function crossings(looks: readonly Boundary[], drift: number): readonly number[] {
  let stage = begin(drift);
  let sum = 0;
  return looks.map(({ information, z }) => {
    sum += crossingAt(stage, information, z);
    stage = carry(stage, information, z);
    return sum;
  });
}
