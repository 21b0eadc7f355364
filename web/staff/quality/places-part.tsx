import { Funnel } from '#web/charts/funnel.tsx';
import { IntervalDots } from '#web/charts/interval-dots.tsx';
import { type TextTools, useText } from '../text.tsx';
import { ChartPart } from './chart-part.tsx';
import { FigureTable } from './figure-table.tsx';
import { type IndicatorDetail, intervalWords, valueWords } from './figure-words.ts';

type Place = IndicatorDetail['byPlace'][number];

/** Regions, centres or units in a funnel around the country; those outside its limits are named in the heading. */
export function PlacesPart(props: { readonly data: IndicatorDetail; readonly by: 'region' | 'centre' | 'unit' }) {
  const { data, by } = props;
  const tools = useText();
  const words = tools.text.quality;
  const what = words.splits[by];
  const places = data.byPlace.filter(({ figure }) => figure.value !== null);
  if (places.length === 0) return null;
  const finding = findingOf(tools, data, what);
  const value = (one: number, decimals?: number) => valueWords(tools, data.indicator, one, decimals);
  const { funnel } = data;
  const phi = tools.formatNumber(funnel?.overdispersion.phi ?? 1, 2);
  const chart = funnel ? (
    <Funnel
      title={finding}
      target={funnel.target}
      targetLabel={`${words.nation}: ${value(funnel.target)}`}
      curve={funnel.curve}
      format={value}
      formatTotal={(total) => tools.formatNumber(total)}
      xLabel={words.funnelAxis}
      limitLabels={{ at95: words.limit95, at998: words.limit998 }}
      points={places.map((place) => ({
        id: place.id,
        label: place.name,
        words: pointWords(tools, data, place),
        total: place.figure.denominator,
        value: place.figure.value ?? 0,
        standing: place.standing,
        own: place.own,
      }))}
    />
  ) : (
    <IntervalDots
      title={finding}
      whole={data.whole?.value ?? null}
      wholeLabel={words.nation}
      format={value}
      dots={places.flatMap(({ id, name, figure }) =>
        figure.value === null || !figure.limits
          ? []
          : [{ key: id, label: name, value: figure.value, ...figure.limits }],
      )}
    />
  );
  return (
    <ChartPart
      finding={finding}
      file={`${data.indicator.id}-${by}`}
      chart={chart}
      how={
        funnel
          ? `${words.funnelHow} ${funnel.overdispersion.widened ? words.widened(phi) : words.notWidened(phi)}`
          : undefined
      }
      table={<PlaceTable data={data} by={by} caption={finding} />}
    />
  );
}

function PlaceTable({
  data,
  by,
  caption,
}: {
  data: IndicatorDetail;
  by: keyof TextTools['text']['quality']['splits'];
  caption: string;
}) {
  const tools = useText();
  const words = tools.text.quality;
  return (
    <FigureTable
      caption={caption}
      name="places"
      first={words.splits[by]}
      file={`${data.indicator.id}-${by}`}
      data={data}
      rows={data.byPlace.map((place) => ({ ...place, key: place.id, label: place.name }))}
      more={[
        {
          key: 'standardised',
          header: words.standardised,
          align: 'end',
          value: (row) => row.standardised?.value ?? null,
          cell: (row) => valueWords(tools, data.indicator, row.standardised?.value ?? null),
        },
        {
          key: 'standing',
          header: words.standing,
          value: (row) => (row.standing ? words.standings[row.standing] : ''),
          cell: (row) => (row.standing ? words.standings[row.standing] : '–'),
        },
      ]}
    />
  );
}

function pointWords(tools: TextTools, data: IndicatorDetail, { name, figure, standing }: Place): string {
  const value = valueWords(tools, data.indicator, figure.value);
  const where = standing ? `, ${tools.text.quality.standings[standing]}` : '';
  return `${name}: ${value} (${intervalWords(tools, data.indicator, figure)}), n ${tools.formatNumber(figure.denominator)}${where}`;
}

function findingOf({ text, written }: TextTools, data: IndicatorDetail, what: string): string {
  const words = text.quality;
  const places = data.byPlace.filter(({ figure }) => figure.value !== null);
  if (!data.funnel) return words.noFunnel(data.indicator.name[written], what);
  const far = places.filter(({ standing }) => standing?.endsWith('998'));
  const near = places.filter(({ standing }) => standing?.endsWith('-95'));
  if (far.length > 0) {
    const names = far.map(({ name, standing }) =>
      words.outsideName(name, standing?.startsWith('above') ? 'above' : 'below'),
    );
    return words.funnelOutside(far.length, places.length, what, names.join(', '));
  }
  return near.length > 0
    ? words.funnelNear(near.length, places.length, what)
    : words.funnelAllWithin(places.length, what);
}
