import { Heading } from '@digdir/designsystemet-react';
import { getFigures } from '#contracts/quality';
import { IntervalDots } from '#web/charts/interval-dots.tsx';
import { useLoad } from '../api.ts';
import { Loaded } from '../components/loaded.tsx';
import { useText } from '../text.tsx';
import { FigureTable } from './figure-table.tsx';
import type { FigureIndicator, Figures, FiguresFilter } from './figures-page.tsx';
import { formatFigure, useIndicatorWords } from './indicator-words.ts';

/** The chosen figure in each region, centre or unit, with the whole country as a line. */
export function FigureByPlace(props: {
  readonly indicator: FigureIndicator;
  readonly filter: FiguresFilter;
  readonly year: number | undefined;
}) {
  const { indicator, filter, year } = props;
  const only = {
    ...(year === undefined ? {} : { year: String(year) }),
    ...(filter.kind === 'all' ? {} : { prevalent: filter.kind }),
  };
  const places = useLoad(getFigures, { by: filter.split, ...only }, { keep: true });
  const nation = useLoad(getFigures, { by: '', ...only }, { keep: true });
  return (
    <Loaded query={places}>
      {(data) => (
        <Places
          data={data}
          nation={nation.data?.figures.find((f) => f.indicator === indicator.id)?.value ?? null}
          indicator={indicator}
          filter={filter}
          year={year}
        />
      )}
    </Loaded>
  );
}

function Places(props: {
  readonly data: Figures;
  readonly nation: number | null;
  readonly indicator: FigureIndicator;
  readonly filter: FiguresFilter;
  readonly year: number | undefined;
}) {
  const { data, indicator, filter, year } = props;
  const tools = useText();
  const { text } = tools;
  const words = useIndicatorWords();
  const names = namesOf(data, filter.split);
  const rows = data.figures
    .filter((f) => f.indicator === indicator.id && f.group[filter.split] != null)
    .map((f) => ({ ...f, label: names.get(String(f.group[filter.split])) ?? String(f.group[filter.split]) }));
  const when = year === undefined ? text.quality.allYears.toLowerCase() : String(year);
  const title = text.quality.placesTitle(words(indicator.name), text.quality.splits[filter.split], when);
  return (
    <section>
      <Heading level={2} data-size="xs">
        {title}
      </Heading>
      <IntervalDots
        title={title}
        whole={props.nation}
        wholeLabel={text.quality.nation}
        format={(value) => formatFigure(tools, indicator.per, value)}
        dots={rows
          .filter((row) => row.value !== null && row.limits !== null)
          .map((row) => ({
            key: row.label,
            label: row.label,
            value: row.value ?? 0,
            lower: row.limits?.lower ?? 0,
            upper: row.limits?.upper ?? 0,
          }))}
      />
      <FigureTable
        caption={title}
        first={text.quality.place}
        csv={`${indicator.id}-${filter.split}`}
        indicator={indicator}
        rows={rows}
      />
    </section>
  );
}

function namesOf({ places }: Figures, split: FiguresFilter['split']): ReadonlyMap<string, string> {
  const list = split === 'region' ? places.regions : split === 'centre' ? places.centres : places.units;
  return new Map(list.map(({ id, name }) => [id, name]));
}
