import { Paragraph } from '@digdir/designsystemet-react';
import { SmallMultiples } from '#web/charts/small-multiples.tsx';
import { Trend, type TrendPoint } from '#web/charts/trend.tsx';
import { type TextTools, useText } from '../text.tsx';
import { ChartPart } from './chart-part.tsx';
import { FigureTable } from './figure-table.tsx';
import { boundWords, type IndicatorDetail, valueWords } from './figure-words.ts';

type YearFigures = IndicatorDetail['nationByYear'];

/** A year with less than this share of the largest is in the table, but its chance would drown the others in the chart. */
const LEAST_SHARE = 0.05;

function points(years: YearFigures): TrendPoint[] {
  const most = Math.max(0, ...years.map(({ figure }) => figure.denominator));
  return years.flatMap(({ year, figure }) =>
    figure.value === null || !figure.limits || figure.denominator < most * LEAST_SHARE
      ? []
      : [{ year, value: figure.value, ...figure.limits }],
  );
}

/** The figure year by year, with the country as a band behind and the target levels as lines. */
export function YearsPart({ data, place }: { readonly data: IndicatorDetail; readonly place: string }) {
  const tools = useText();
  const words = tools.text.quality;
  const { indicator } = data;
  const here = data.ownByYear.length > 0 ? data.ownByYear : data.nationByYear;
  const own = points(here);
  const nation = points(data.nationByYear);
  if (own.length === 0) return <Paragraph>{words.noYears}</Paragraph>;
  const finding = `${findingOf(tools, data, own)} (${place.toLowerCase() === words.nation.toLowerCase() ? words.nation.toLowerCase() : place})`;
  const { acceptable, desirable } = indicator.targets ?? {};
  const targets = [
    ...(acceptable
      ? [{ label: words.acceptableAt(boundWords(tools, indicator, acceptable)), value: acceptable.value }]
      : []),
    ...(desirable && desirable.value !== acceptable?.value
      ? [{ label: words.desirableAt(boundWords(tools, indicator, desirable)), value: desirable.value }]
      : []),
  ];
  return (
    <ChartPart
      finding={finding}
      file={`${indicator.id}-year`}
      chart={
        <Trend
          title={finding}
          points={own}
          {...(data.ownByYear.length > 0 ? { nation } : {})}
          targets={targets}
          format={(value, decimals) => valueWords(tools, indicator, value, decimals)}
        />
      }
      how={indicator.followUpMonths ? words.followUp(indicator.followUpMonths) : undefined}
      table={
        <FigureTable
          caption={finding}
          name="years"
          first={words.year}
          file={`${indicator.id}-year`}
          data={data}
          rows={here.map(({ year, figure }) => ({ key: String(year), label: String(year), figure }))}
        />
      }
    />
  );
}

function findingOf(tools: TextTools, data: IndicatorDetail, own: readonly TrendPoint[]): string {
  const words = tools.text.quality;
  const [first, last] = [own[0], own.at(-1)];
  const name = data.indicator.name[tools.written];
  if (!first || !last) return name;
  const say = data.trend === 'rising' ? words.rose : data.trend === 'falling' ? words.fell : words.steady;
  const value = (point: TrendPoint) => valueWords(tools, data.indicator, point.value);
  // A trend up with a lower last year (or the other way) is told as no clear change.
  const agrees = data.trend === 'steady' || (data.trend === 'rising') === last.value > first.value;
  return (agrees ? say : words.steady)(name, value(first), first.year, value(last), last.year);
}

/** Each centre's years in a little chart of its own, all on one scale. */
export function MultiplesPart({ data }: { readonly data: IndicatorDetail }) {
  const tools = useText();
  const words = tools.text.quality;
  const { indicator } = data;
  if (data.byCentreYear.length === 0) return null;
  const value = (one: number, decimals?: number) => valueWords(tools, indicator, one, decimals);
  const own = new Set(data.byPlace.filter((place) => place.own).map(({ id }) => id));
  return (
    <ChartPart
      finding={words.multiplesHeading}
      file={`${indicator.id}-centre-year`}
      how={words.multiplesHow}
      chart={
        <SmallMultiples
          nation={points(data.nationByYear)}
          format={value}
          multiples={data.byCentreYear.map(({ id, name, years }) => {
            const list = points(years);
            const [first, last] = [list[0], list.at(-1)];
            const sentence =
              first && last
                ? words.multiplesWords(name, value(first.value), first.year, value(last.value), last.year)
                : words.multiplesEmpty(name);
            return { id, label: name, words: sentence, points: list, own: own.has(id) };
          })}
        />
      }
      table={
        <FigureTable
          caption={words.multiplesHeading}
          name="multiples"
          first={words.place}
          file={`${indicator.id}-centre-year`}
          data={data}
          rows={data.byCentreYear.flatMap(({ id, name, years }) =>
            years.map(({ year, figure }) => ({ key: `${id} ${year}`, label: name, year, figure })),
          )}
          keys={[{ key: 'year', header: words.year, cell: (row) => row.year, value: (row) => row.year, align: 'end' }]}
        />
      }
    />
  );
}
