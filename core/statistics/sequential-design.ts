/** What stopping early costs and saves: power, largest and expected size of a group-sequential study against one look. */
import { rootDown } from './root-down.ts';
import type { Boundary } from './crossing.ts';
import { crossings } from './group-sequential.ts';
import { normalQuantile } from './special-functions.ts';

export type SequentialDesign = {
  /** Mean of the final z under the planned effect. */
  readonly drift: number;
  /** Largest size, as a multiple of a study with one look and the same alpha and power. */
  readonly inflation: number;
  /** Power reached at each look. */
  readonly power: readonly number[];
  /** Expected size as the same multiple: when the effect is as planned, half of it, and none. */
  readonly expected: { readonly planned: number; readonly half: number; readonly none: number };
};

/**
 * The design that reaches a power with these boundaries (Jennison and Turnbull 2000, section 2.5). The last look must be
 * at information 1. @param alpha one-sided @param power above alpha
 */
export function sequentialDesign(looks: readonly Boundary[], alpha: number, power: number): SequentialDesign {
  const fixed = normalQuantile(1 - alpha) + normalQuantile(power);
  const missed = (drift: number) => 1 - (crossings(looks, drift).at(-1) ?? 0);
  const drift = rootDown(missed, 1 - power, 0, 3 * fixed);
  const inflation = (drift / fixed) ** 2;
  const expected = (at: number) => inflation * expectedInformation(looks, at);
  return {
    drift,
    inflation,
    power: crossings(looks, drift),
    expected: { planned: expected(drift), half: expected(drift / 2), none: expected(0) },
  };
}

/** Mean information at which the study stops, as a share of the planned. */
export function expectedInformation(looks: readonly Boundary[], drift: number): number {
  const crossed = crossings(looks, drift);
  return looks.reduce((sum, look, i) => {
    const goneOn = 1 - (i === 0 ? 0 : (crossed[i - 1] ?? 0));
    return sum + goneOn * (look.information - (looks[i - 1]?.information ?? 0));
  }, 0);
}
