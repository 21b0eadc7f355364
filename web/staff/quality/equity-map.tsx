import type { OutputOf } from '#contracts/endpoint';
import type { showEquity } from '#contracts/quality';
import { MAP_STEPS } from '#web/charts/map.tsx';
import { evenLimits, stepOf } from '#web/charts/map-scale';
import { MapWithTable } from '#web/charts/map-with-table.tsx';
import { useText } from '../text.tsx';

type Row = OutputOf<typeof showEquity>['parts'][number]['rows'][number];

/** A municipality with fewer invited than this has no colour: chance would give it one. */
const FEWEST = 50;

/** Participation by municipality on a map, in five classes with about as many municipalities each. */
export function EquityMap(props: { readonly rows: readonly Row[]; readonly title: string }) {
  const rows = props.rows.filter(({ group }) => group !== 'unknown');
  const tools = useText();
  const { text, written, formatPercent, formatNumber } = tools;
  const words = text.quality;
  const value = ({ standardised, crude }: Row) =>
    crude.denominator < FEWEST ? undefined : (standardised?.value ?? crude.value ?? undefined);
  const values = rows.flatMap((row) => value(row) ?? []);
  const limits = evenLimits(values, MAP_STEPS);
  const percent = (one: number) => formatPercent(one / 100);
  const ends = [Math.min(...values), ...limits, Math.max(...values)];
  if (values.length === 0) return null;
  return (
    <MapWithTable
      title={props.title}
      zoom={rows.map(({ group }) => group)}
      areas={rows.map((row) => {
        const one = value(row);
        return {
          id: row.group,
          name: row.name[written],
          step: one === undefined ? null : stepOf(one, limits),
          text:
            one === undefined
              ? words.equityFew
              : `${percent(one)}, ${words.countsOf(formatNumber(row.crude.numerator), formatNumber(row.crude.denominator))}`,
        };
      })}
      scale={ends.slice(1).map((end, i) => `${percent(ends[i] ?? end)} – ${percent(end)}`)}
      words={{
        missing: words.equityFew,
        help: words.equityMapHelp,
        table: words.asTable,
        place: words.equityParts.municipality,
        value: words.adjusted,
        stationary: words.unit,
        mobile: words.unit,
        source: '© Kartverket (CC BY 4.0)',
      }}
    />
  );
}
