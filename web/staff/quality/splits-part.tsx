import { IntervalDots } from '#web/charts/interval-dots.tsx';
import { type TextTools, useText } from '../text.tsx';
import { ChartPart } from './chart-part.tsx';
import { FigureTable } from './figure-table.tsx';
import { type FigureView, type IndicatorDetail, valueWords } from './figure-words.ts';

type Part = { readonly key: string; readonly label: string; readonly figure: FigureView; readonly nation: FigureView };

/** First against later examinations, and the ages: here, with the country beside when a place is chosen. */
export function SplitsPart({ data, place }: { readonly data: IndicatorDetail; readonly place: string }) {
  const tools = useText();
  const words = tools.text.quality;
  const kinds: Part[] = data.byKind.map(({ prevalent, ...rest }) => {
    const key = prevalent ? 'prevalent' : 'subsequent';
    return { key, label: words.kinds[key], ...rest };
  });
  const ages: Part[] = data.byAge.map(({ age, ...rest }) => ({
    key: age,
    label: words.ages[age as keyof typeof words.ages],
    ...rest,
  }));
  return (
    <div className="columns">
      <Split
        data={data}
        place={place}
        name="kind"
        heading={words.kindsHeading}
        finding={kindsFinding(tools, data, kinds)}
        parts={kinds}
      />
      <Split
        data={data}
        place={place}
        name="age"
        heading={words.agesHeading}
        finding={agesFinding(tools, data, ages)}
        parts={ages}
      />
    </div>
  );
}

function Split(props: {
  readonly data: IndicatorDetail;
  readonly place: string;
  readonly name: 'kind' | 'age';
  readonly heading: string;
  readonly finding: string | undefined;
  readonly parts: readonly Part[];
}) {
  const tools = useText();
  const words = tools.text.quality;
  const { data, parts } = props;
  const { indicator } = data;
  const most = Math.max(...parts.map(({ figure }) => figure.denominator));
  // A handful at the edge of the ages is in the table; its interval would flatten the rest of the chart.
  const shown = parts.filter(({ figure }) => figure.value !== null && figure.denominator >= most * LEAST_SHARE);
  if (shown.length < 2) return null;
  const finding = props.finding ? `${props.heading}: ${props.finding}` : props.heading;
  return (
    <ChartPart
      finding={finding}
      file={`${indicator.id}-${props.name}`}
      chart={
        <IntervalDots
          title={finding}
          narrow
          whole={(data.own ?? data.whole)?.value ?? null}
          wholeLabel={props.place}
          nationLabel={words.nation}
          format={(value, decimals) => valueWords(tools, indicator, value, decimals)}
          dots={shown.flatMap(({ key, label, figure, nation }) =>
            figure.value === null || !figure.limits
              ? []
              : [
                  {
                    key,
                    label,
                    value: figure.value,
                    ...figure.limits,
                    ...(data.own && nation.value !== null ? { nation: nation.value } : {}),
                  },
                ],
          )}
        />
      }
      how={words.splitsHow(data.own ? props.place : words.nation, words.nation)}
      table={
        <FigureTable
          caption={finding}
          name={props.name}
          first={props.name === 'kind' ? words.kind : words.age}
          file={`${indicator.id}-${props.name}`}
          data={data}
          rows={parts}
          more={[
            {
              key: 'nation',
              header: words.nation,
              align: 'end',
              value: (row) => row.nation.value,
              cell: (row) => valueWords(tools, indicator, row.nation.value),
            },
          ]}
        />
      }
    />
  );
}

function kindsFinding(tools: TextTools, data: IndicatorDetail, parts: readonly Part[]): string | undefined {
  const value = (key: string) => {
    const found = parts.find((part) => part.key === key)?.figure.value;
    return found === null || found === undefined ? undefined : valueWords(tools, data.indicator, found);
  };
  const [first, later] = [value('prevalent'), value('subsequent')];
  return first && later ? tools.text.quality.kindsHigher(first, later) : undefined;
}

const LEAST_SHARE = 0.02;

/** A handful of women says nothing about the lowest or the highest. */
const FEWEST = 100;

function agesFinding(tools: TextTools, data: IndicatorDetail, parts: readonly Part[]): string | undefined {
  const known = parts
    .filter(({ figure }) => figure.value !== null && figure.denominator >= FEWEST)
    .toSorted((a, b) => (a.figure.value ?? 0) - (b.figure.value ?? 0));
  const [low, high] = [known[0], known.at(-1)];
  if (!low || !high || low === high) return undefined;
  const value = (part: Part) => valueWords(tools, data.indicator, part.figure.value);
  return tools.text.quality.agesRange(value(low), low.label, value(high), high.label);
}
