/** How many women a plan's primary analysis needs, beside how many are planned (core/statistics/trial-size.ts). */
import { rootDown } from '#core/statistics/root-down';
import { powerOf, sizeFor } from '#core/statistics/trial-size';
import { moreIsBetter } from './safety.ts';
import type { AnalysisPlan } from './study.ts';

export type SizeQuestion = Pick<AnalysisPlan, 'primary' | 'hypothesis' | 'expected' | 'alpha' | 'power'> & {
  readonly margin?: number | undefined;
  readonly total: number;
  /** Women in the other arm for each in control. */
  readonly ratio: number;
};
type SizeAnswer =
  | { readonly kind: 'needed'; readonly needed: number; readonly power: number }
  /** Of a superiority trial no difference is planned: the rate in the other arm that the planned number can tell from control's. */
  | { readonly kind: 'detects'; readonly rate: number };

/** Two arms, the same rate in both under non-inferiority, one look, each woman drawn by herself. */
export function sizeNeeded(asked: SizeQuestion): SizeAnswer {
  const { primary, hypothesis, expected, alpha, power, total } = asked;
  const better = moreIsBetter(primary);
  // The formulas are for "not fewer"; "not more" is the same with the arms in each other's place.
  const ratio = better ? asked.ratio : 1 / asked.ratio;
  if (hypothesis === 'non-inferiority') {
    const same = { control: expected, experimental: expected, margin: asked.margin ?? 0, ratio };
    return { kind: 'needed', needed: Math.ceil(sizeFor(same, alpha, power)), power: powerOf(same, alpha, total) };
  }
  const powerAt = (rate: number) => {
    const [control, experimental] = better ? [expected, rate] : [rate, expected];
    return powerOf({ control, experimental, margin: 0, ratio }, alpha, total);
  };
  // Above control's rate missing it grows less likely, below it finding it does.
  const rate = better
    ? rootDown((at) => 1 - powerAt(at), 1 - power, expected, 0.999)
    : rootDown(powerAt, power, 1e-9, expected);
  return { kind: 'detects', rate };
}
