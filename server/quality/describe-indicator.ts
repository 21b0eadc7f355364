import type { z } from 'zod';
import type { showIndicatorSet } from '#contracts/quality';
import { type Figure, type Indicator, scaleOf } from '#core/quality/indicator';
import { verdict } from '#core/quality/target';
import type { KnownSet } from './list-sets.ts';

type Output = z.output<(typeof showIndicatorSet)['output']>;
export type IndicatorView = Output['rows'][number]['indicator'];
export type FigureView = NonNullable<Output['rows'][number]['figure']>;

const intervals = { share: undefined, ratio: 'odds', median: 'ranks', 'not-measured': null } as const;

/** An indicator as the pages show it: words, what is counted, level, interval. */
export function describeIndicator(indicator: Indicator): IndicatorView {
  const { measure, ...rest } = indicator;
  const counted = measure.kind !== 'not-measured';
  return {
    ...rest,
    levels: [...rest.levels],
    scale: counted ? scaleOf(measure) : null,
    interval: measure.kind === 'share' ? measure.interval : (intervals[measure.kind] ?? null),
    numerator: measure.kind === 'median' ? measure.of : counted ? JSON.stringify(measure.numerator) : '',
    denominator: counted ? JSON.stringify(measure.denominator) : '',
    ...(counted ? {} : { needs: measure.needs }),
  };
}

/** A figure with the level it reaches. */
export function judged(indicator: Pick<Indicator, 'targets'>, figure: Figure): FigureView {
  const { numerator, denominator, value, limits } = figure;
  return { numerator, denominator, value, limits, ...verdict(indicator.targets, figure) };
}

export function summariseSet({ indicators, ...set }: KnownSet): Output['set'] {
  return { ...set, indicators: indicators.length };
}
