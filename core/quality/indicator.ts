/**
 * An indicator is a value: what is counted among what, where it comes from, and how its uncertainty is given. Every
 * figure carries its indicator, its counts and the data cut, so that it can be traced.
 */
import { exactProportion, type Interval, wilson } from '#core/statistics/intervals';
import { type Condition, fieldsOf } from './condition.ts';
import { type FactName, factFields } from './facts.ts';

export type Words = { readonly nb: string; readonly en: string };

export type Indicator = {
  readonly id: string;
  readonly name: Words;
  /** What is counted, in a sentence. */
  readonly definition: Words;
  readonly fact: FactName;
  readonly numerator: Condition;
  readonly denominator: Condition;
  /** The year a row is counted in. */
  readonly year: string;
  /** 100 = percent, 1000 = per thousand. */
  readonly per: 100 | 1000;
  readonly interval: 'wilson' | 'exact';
  /** Guideline or paper, with edition and table; or "configuration". */
  readonly source: string;
};

export type IndicatorSet = {
  readonly id: string;
  readonly version: string;
  readonly name: Words;
  readonly indicators: readonly Indicator[];
};

export type Figure = {
  readonly numerator: number;
  readonly denominator: number;
  /** On the indicator's scale (per 100 or per 1000); null when there is nothing in the denominator. */
  readonly value: number | null;
  readonly limits: Interval | null;
};

/** The figure of two counts, with its 95 % interval on the indicator's scale. */
export function figure(indicator: Pick<Indicator, 'per' | 'interval'>, numerator: number, denominator: number): Figure {
  if (denominator === 0) return { numerator, denominator, value: null, limits: null };
  const limits = (indicator.interval === 'wilson' ? wilson : exactProportion)(numerator, denominator);
  return {
    numerator,
    denominator,
    value: (numerator / denominator) * indicator.per,
    limits: { lower: limits.lower * indicator.per, upper: limits.upper * indicator.per },
  };
}

/** What is wrong with an indicator, in words; empty when it can be used. */
export function faultsOf(indicator: Indicator): readonly string[] {
  const known: readonly string[] = Object.keys(factFields[indicator.fact]);
  const used = [...fieldsOf(indicator.numerator), ...fieldsOf(indicator.denominator), indicator.year];
  return [...new Set(used)]
    .filter((field) => !known.includes(field))
    .map(
      (field) => `${indicator.id}: the fact "${indicator.fact}" has no field "${field}"; it has ${known.join(', ')}`,
    );
}
