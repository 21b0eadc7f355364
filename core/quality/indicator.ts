/**
 * An indicator is a value: what is counted among what, where it comes from, what level it is held to, and how its
 * uncertainty is given. Every figure carries its indicator, its counts and the data cut, so that it can be traced.
 */
import { exactProportion, type Interval, wilson } from '#core/statistics/intervals';
import { type Histogram, median } from '#core/statistics/median';
import { type Condition, fieldsOf } from './condition.ts';
import { type FactName, factFields } from './facts.ts';

export type Words = { readonly nb: string; readonly nn: string; readonly en: string };

/** What a figure can be given for. Reader and radiographer: their own work, shown to themselves. */
export const levels = ['nation', 'region', 'centre', 'unit', 'reader', 'radiographer'] as const;
export type Level = (typeof levels)[number];

/** How a figure comes about. `year` is the field whose year a row is counted in. */
export type Measure =
  | {
      readonly kind: 'share';
      readonly fact: FactName;
      readonly year: string;
      readonly numerator: Condition;
      readonly denominator: Condition;
      /** 100 = percent, 1000 = per thousand. */
      readonly per: 100 | 1000;
      readonly interval: 'wilson' | 'exact';
    }
  | {
      /** Rows of one kind for each row of another kind, such as benign operations for each malignant. */
      readonly kind: 'ratio';
      readonly fact: FactName;
      readonly year: string;
      readonly numerator: Condition;
      readonly denominator: Condition;
    }
  | {
      readonly kind: 'median';
      readonly fact: FactName;
      readonly year: string;
      readonly denominator: Condition;
      /** The field whose median is given. */
      readonly of: string;
      readonly unit: 'days' | 'working-days' | 'points' | 'seconds';
    }
  /** The programme does not hold what it takes. `needs` says what that is. */
  | { readonly kind: 'not-measured'; readonly needs: Words };

export type Bound = { readonly is: 'ge' | 'gt' | 'le' | 'lt'; readonly value: number };

export type Targets = {
  readonly acceptable?: Bound | undefined;
  readonly desirable?: Bound | undefined;
  /** Guideline or paper with edition and table; how sure we are of the number. */
  readonly source: string;
};

export type Indicator = {
  readonly id: string;
  /** Its number in the set, such as "4a". */
  readonly number: string;
  readonly name: Words;
  /** What is counted, in a sentence. */
  readonly definition: Words;
  /** What is left out, in a sentence. */
  readonly exclusions?: Words | undefined;
  readonly measure: Measure;
  readonly direction: 'higher' | 'lower' | 'neither';
  readonly targets?: Targets | undefined;
  readonly levels: readonly Level[];
  /** Months that must pass after an invitation (6) or an examination (24) before it can be counted. */
  readonly followUpMonths?: 6 | 24 | undefined;
  /** Guideline or paper, with edition and table; or "configuration". */
  readonly source: string;
};

export type IndicatorSet = {
  readonly id: string;
  readonly version: string;
  readonly name: Words;
  readonly source: string;
  /** Set when the list is not the published one: what stands in for what, and until when. */
  readonly placeholder?: Words | undefined;
  readonly indicators: readonly Indicator[];
};

export type Figure = {
  /** Of a median: observations, in both. */
  readonly numerator: number;
  readonly denominator: number;
  /** On the indicator's scale; null when there is nothing to count among. */
  readonly value: number | null;
  readonly limits: Interval | null;
};

/** What a figure's value is: per 100, per 1000, a ratio of counts, days, points or seconds. */
export type Scale = 'percent' | 'per-1000' | 'ratio' | 'days' | 'working-days' | 'points' | 'seconds';

export function scaleOf(measure: Measure): Scale {
  if (measure.kind === 'share') return measure.per === 100 ? 'percent' : 'per-1000';
  return measure.kind === 'median' ? measure.unit : 'ratio';
}

/** The figure of two counts, with its 95 % interval on the indicator's scale. */
export function shareFigure(
  measure: { readonly per: 100 | 1000; readonly interval: 'wilson' | 'exact' },
  numerator: number,
  denominator: number,
): Figure {
  if (denominator === 0) return { numerator, denominator, value: null, limits: null };
  const limits = (measure.interval === 'wilson' ? wilson : exactProportion)(numerator, denominator);
  return {
    numerator,
    denominator,
    value: (numerator / denominator) * measure.per,
    limits: { lower: limits.lower * measure.per, upper: limits.upper * measure.per },
  };
}

/**
 * The ratio of two counts, with exact limits: given their sum, the first is binomial (Clopper-Pearson limits p, turned
 * into odds p / (1 - p)).
 */
export function ratioFigure(numerator: number, denominator: number): Figure {
  if (denominator === 0) return { numerator, denominator, value: null, limits: null };
  const share = exactProportion(numerator, numerator + denominator);
  const odds = (p: number) => p / (1 - p);
  return {
    numerator,
    denominator,
    value: numerator / denominator,
    limits: { lower: odds(share.lower), upper: odds(share.upper) },
  };
}

/** The median of what was observed, with a distribution-free 95 % interval. */
export function medianFigure(observed: Histogram): Figure {
  const found = median(observed);
  if (!found) return { numerator: 0, denominator: 0, value: null, limits: null };
  return { numerator: found.n, denominator: found.n, value: found.value, limits: found.limits };
}

/** What is wrong with an indicator, in words; empty when it can be used. */
export function faultsOf({ id, measure }: Pick<Indicator, 'id' | 'measure'>): readonly string[] {
  if (measure.kind === 'not-measured') return [];
  const fields: Readonly<Record<string, string>> = factFields[measure.fact];
  const used = [
    ...fieldsOf(measure.denominator),
    measure.year,
    ...(measure.kind === 'median' ? [measure.of] : fieldsOf(measure.numerator)),
  ];
  const unknown = [...new Set(used)]
    .filter((field) => !Object.hasOwn(fields, field))
    .map(
      (field) => `${id}: the fact "${measure.fact}" has no field "${field}"; it has ${Object.keys(fields).join(', ')}`,
    );
  const typed = [
    [measure.year, ['integer']],
    ...(measure.kind === 'median' ? [[measure.of, ['integer', 'number']] as const] : []),
  ] as const;
  const wrong = typed
    .filter(
      ([field, kinds]) => Object.hasOwn(fields, field) && !(kinds as readonly string[]).includes(fields[field] ?? ''),
    )
    .map(([field, kinds]) => `${id}: "${field}" is ${fields[field]}, where ${kinds.join(' or ')} is needed`);
  return [...unknown, ...wrong];
}
