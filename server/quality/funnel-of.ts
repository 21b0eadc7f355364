import type { OutputOf } from '#contracts/endpoint';
import type { showIndicator } from '#contracts/quality';
import type { Figure, Measure } from '#core/quality/indicator';
import { binomialLimits, type FunnelLimits, standing, widenedLimits } from '#core/statistics/funnel';
import { overdispersion } from '#core/statistics/overdispersion';

type Output = OutputOf<typeof showIndicator>;
type Standing = NonNullable<Output['byPlace'][number]['standing']>;

export type Funnel = {
  readonly view: NonNullable<Output['funnel']>;
  standingOf(figure: Figure): Standing | null;
};

const POINTS = 40;

/**
 * The funnel around the whole country's share: exact limits, or wider ones when places differ by more than chance. Only
 * shares have one; null when the share is 0 or 1, or nothing is counted.
 */
export function funnelOf(measure: Measure, whole: Figure | undefined, places: readonly Figure[]): Funnel | null {
  const counted = places.filter(({ denominator }) => denominator > 0);
  if (measure.kind !== 'share' || !whole || counted.length === 0) return null;
  const target = whole.numerator / whole.denominator;
  if (!(target > 0 && target < 1)) return null;
  const { phi, p, tau2 } = overdispersion(
    target,
    counted.map(({ numerator, denominator }) => ({ events: numerator, total: denominator })),
  );
  const limits = (total: number, level: number): FunnelLimits =>
    tau2 > 0 ? widenedLimits(target, total, level, tau2) : binomialLimits(target, total, level);
  const scaled = ({ lower, upper }: FunnelLimits) => ({ lower: lower * measure.per, upper: upper * measure.per });
  const totals = counted.map(({ denominator }) => denominator);
  return {
    view: {
      target: target * measure.per,
      curve: volumes(Math.min(...totals) * 0.9, Math.max(...totals) * 1.05).map((total) => ({
        total,
        at95: scaled(limits(total, 0.95)),
        at998: scaled(limits(total, 0.998)),
      })),
      overdispersion: { phi, p, widened: tau2 > 0 },
    },
    standingOf: ({ numerator, denominator }) =>
      denominator === 0
        ? null
        : standing(numerator / denominator, limits(denominator, 0.95), limits(denominator, 0.998)),
  };
}

/** Volumes along the axis, closer together where the funnel bends. */
function volumes(from: number, to: number): number[] {
  const first = Math.max(1, from);
  return Array.from({ length: POINTS }, (_, i) => Math.round(first + (to - first) * (i / (POINTS - 1)) ** 2));
}
