/** A figure held against the levels of its indicator. */
import type { Bound, Figure, Targets } from './indicator.ts';

/**
 * desirable, acceptable: the level that is reached (both bounds count as levels of their own); below: neither is;
 * no-target: the indicator has none; no-value: nothing to count.
 */
export type Verdict = 'desirable' | 'acceptable' | 'below' | 'no-target' | 'no-value';

export function meets({ is, value: bound }: Bound, value: number): boolean {
  if (is === 'ge') return value >= bound;
  if (is === 'gt') return value > bound;
  return is === 'le' ? value <= bound : value < bound;
}

/** What level a figure reaches, and whether its whole interval does: else chance may have decided. */
export function verdict(
  targets: Targets | undefined,
  figure: Pick<Figure, 'value' | 'limits'>,
): { readonly verdict: Verdict; readonly certain: boolean } {
  if (figure.value === null) return { verdict: 'no-value', certain: true };
  if (!targets?.acceptable && !targets?.desirable) return { verdict: 'no-target', certain: true };
  const level = (value: number): Verdict => {
    if (targets.desirable && meets(targets.desirable, value)) return 'desirable';
    return targets.acceptable && meets(targets.acceptable, value) ? 'acceptable' : 'below';
  };
  const own = level(figure.value);
  const ends = figure.limits ? [figure.limits.lower, figure.limits.upper] : [];
  return { verdict: own, certain: ends.every((end) => level(end) === own) };
}
