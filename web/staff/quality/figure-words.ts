import type { OutputOf } from '#contracts/endpoint';
import type { showIndicator, showIndicatorSet } from '#contracts/quality';
import type { Day } from '#core/kernel/day';
import type { Bound } from '#core/quality/indicator';
import { lastWholeYear } from '#core/quality/period';
import { formatInterval, formatScale } from '#web/text/format-scale';
import type { TextTools } from '../text.tsx';

export type SetView = OutputOf<typeof showIndicatorSet>;
export type IndicatorDetail = OutputOf<typeof showIndicator>;
export type IndicatorView = IndicatorDetail['indicator'];
export type FigureView = NonNullable<IndicatorDetail['whole']>;
export type Places = IndicatorDetail['places'];

/** A value on the indicator's scale in words: "76,3 %", "5,6 ‰", "12 dager". */
export function valueWords(
  tools: TextTools,
  { scale }: Pick<IndicatorView, 'scale'>,
  value: number | null,
  decimals?: number,
): string {
  return scale === null ? '–' : formatScale(tools.language, scale, value, decimals);
}

export function intervalWords(tools: TextTools, indicator: Pick<IndicatorView, 'scale'>, figure: FigureView): string {
  const { limits } = figure;
  return limits && indicator.scale !== null ? formatInterval(tools.language, indicator.scale, limits) : '–';
}

/** "1 234 av 5 678", or how many observations a median is of. */
export function countWords(tools: TextTools, indicator: Pick<IndicatorView, 'interval'>, figure: FigureView): string {
  const { text, formatNumber } = tools;
  if (indicator.interval === 'ranks') return text.quality.observations(formatNumber(figure.denominator));
  return text.quality.countsOf(formatNumber(figure.numerator), formatNumber(figure.denominator));
}

const signs = { ge: '≥', gt: '>', le: '≤', lt: '<' } as const;

/** "≥ 75 %": a level as it was published, without decimals that it does not have. */
export function boundWords(tools: TextTools, indicator: Pick<IndicatorView, 'scale'>, bound: Bound): string {
  const { scale } = indicator;
  const number = tools.formatNumber(bound.value, Number.isInteger(bound.value) ? 0 : 2);
  const value =
    scale === 'percent'
      ? tools.formatPercent(bound.value / 100, Number.isInteger(bound.value) ? 0 : 1)
      : scale === null || scale === 'ratio'
        ? number
        : valueWords(tools, indicator, bound.value);
  return `${signs[bound.is]}\u00a0${value}`;
}

/** "akseptabelt > 70 %" and "ønskelig > 75 %", those of them that there are. */
export function targetWords(tools: TextTools, indicator: Pick<IndicatorView, 'scale' | 'targets'>): readonly string[] {
  const { acceptable, desirable } = indicator.targets ?? {};
  return [
    ...(acceptable ? [tools.text.quality.acceptableAt(boundWords(tools, indicator, acceptable))] : []),
    ...(desirable ? [tools.text.quality.desirableAt(boundWords(tools, indicator, desirable))] : []),
  ];
}

/** "2025", "2024–2025" or "2016–2023". */
export function yearWords(years: readonly number[]): string {
  const [first] = years;
  const last = years.at(-1);
  return first === last ? String(first ?? '–') : `${first}–${last}`;
}

/** The years a figure is counted over; "2025, foreløpig" when some of those counted that year are still to come. */
export function periodWords(
  { text }: TextTools,
  years: readonly number[],
  counted: { readonly dataCut: string | undefined; readonly followUpMonths?: number | undefined },
): string {
  const { dataCut, followUpMonths } = counted;
  const last = years.at(-1);
  const isWhole = last === undefined || !dataCut || last <= lastWholeYear(dataCut as Day, followUpMonths);
  return isWhole ? yearWords(years) : `${yearWords(years)}, ${text.quality.provisional}`;
}

/** The name of the place in the address, or the whole country. */
export function placeWords(
  tools: TextTools,
  places: Places,
  at: {
    readonly region?: string | undefined;
    readonly centre?: string | undefined;
    readonly unit?: string | undefined;
  },
): string {
  const found =
    places.units.find(({ id }) => id === at.unit) ??
    places.centres.find(({ id }) => id === at.centre) ??
    places.regions.find(({ id }) => id === at.region);
  return found?.name ?? tools.text.quality.nation;
}
