import type { Figure, Indicator, Words } from '#core/quality/indicator';
import type { Day } from '#core/kernel/day';
import { hideSmall, isSmall } from '#core/statistics/disclosure';
import { type Scale, scaleOf } from '#core/quality/indicator';
import { publicFigures as policy } from '#programmes/breast-no/quality';
import type { Database } from '#server/db/database';
import { type Cubes, figuresOf } from './count-cube.ts';
import { loadPlaces, yearsOf } from './figure-scope.ts';
import { openSet } from './open-figures.ts';
import { remembered } from './remembered.ts';
import { yearsIn } from './show-set.ts';

/** A figure that everyone may see; null = hidden or nothing to count. */
export type PublicFigure = Pick<Figure, 'value' | 'limits'> | 'hidden' | null;

export type PublicIndicator = {
  readonly id: string;
  readonly name: Words;
  readonly definition: Words;
  readonly scale: Scale;
  readonly years: readonly number[];
  readonly nation: readonly PublicFigure[];
  readonly centres: readonly { readonly name: string; readonly figures: readonly PublicFigure[] }[];
};

export type PublicFigures = {
  readonly dataCut: Day | null;
  readonly threshold: number;
  readonly indicators: readonly PublicIndicator[];
};

/** The figures for everyone: the country and each centre by year, with small numbers hidden and what would give them away. */
export async function publicFigures(db: Database): Promise<PublicFigures> {
  const { threshold } = policy;
  const [opened, { centres }] = await Promise.all([openSet(db, policy.set), loadPlaces(db)]);
  const { snapshot, cubes, set } = opened ?? {};
  if (!snapshot || !cubes || !set) return { dataCut: null, threshold, indicators: [] };
  const indicators = remembered(['public', snapshot.id, set.version, set.loadedOn, policy], () =>
    policy.indicators.flatMap(({ id, ...words }) => {
      const indicator = set.indicators.find((one) => one.id === id);
      return indicator ? publish({ ...indicator, ...words }, cubes, centres, snapshot.dataCut) : [];
    }),
  );
  return { dataCut: snapshot.dataCut, threshold, indicators };
}

function publish(
  indicator: Indicator,
  cubes: Cubes,
  centres: readonly { readonly id: string; readonly name: string }[],
  dataCut: Day,
): readonly PublicIndicator[] {
  const { measure } = indicator;
  if (measure.kind !== 'share') return [];
  const all = yearsOf(indicator, 'all', { dataCut, first: yearsIn(cubes)[0] ?? 0 });
  const years = all.slice(-policy.years);
  const nothing: Figure = { numerator: 0, denominator: 0, value: null, limits: null };
  const byYear = new Map(figuresOf(cubes, [indicator], ['year']).map((f) => [f.group.year, f]));
  const byBoth = new Map(
    figuresOf(cubes, [indicator], ['centre', 'year']).map((f) => [`${f.group.centre} ${f.group.year}`, f]),
  );
  const table = centres.map(({ id }) => years.map((year) => byBoth.get(`${id} ${year}`) ?? nothing));
  const hidden = hideSmall(table, policy.threshold);
  const shown = ({ value, limits }: Figure): PublicFigure => (value === null ? null : { value, limits });
  const { id, name, definition } = indicator;
  return [
    {
      id,
      name,
      definition,
      scale: scaleOf(measure),
      years,
      nation: years.map((year) => {
        const figure = byYear.get(year) ?? nothing;
        return isSmall(figure, policy.threshold) ? 'hidden' : shown(figure);
      }),
      centres: centres.map((centre, i) => ({
        name: centre.name,
        figures: (table[i] ?? []).map((figure, j) => (hidden[i]?.[j] ? 'hidden' : shown(figure))),
      })),
    },
  ];
}
