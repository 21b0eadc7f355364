import type { OutputOf } from '#contracts/endpoint';
import type { showIndicatorSet } from '#contracts/quality';
import type { Day } from '#core/kernel/day';
import { ok, type Result, refuse } from '#core/kernel/result';
import type { Database } from '#server/db/database';
import { type CountedFigure, type Cubes, figuresOf } from './count-cube.ts';
import { describeIndicator, judged, summariseSet } from './describe-indicator.ts';
import { isMeantFor, levelOf, loadPlaces, onlyPlace, onlyWomen, type Scope, yearsOf } from './figure-scope.ts';
import { groupBy } from './group-by.ts';
import type { KnownSet } from './list-sets.ts';
import { openSet } from './open-figures.ts';
import { remembered } from './remembered.ts';

type Output = OutputOf<typeof showIndicatorSet>;

/** Every figure of a set for one place and period, beside the whole country and the years before. */
export async function showSet(db: Database, id: string, scope: Scope): Promise<Result<Output, 'set-not-found'>> {
  const [opened, places] = await Promise.all([openSet(db, id), loadPlaces(db)]);
  if (!opened) return refuse('set-not-found', `There is no indicator set "${id}"`);
  const { set, snapshot, cubes } = opened;
  const base = { set: summariseSet(set), snapshot, places };
  if (!snapshot || !cubes) {
    const rows = set.indicators.map((one) => ({
      indicator: describeIndicator(one),
      years: [],
      figure: null,
      nation: null,
      trend: [],
    }));
    return ok({ ...base, years: [], rows });
  }
  const key = ['set', snapshot.id, set.id, set.version, set.loadedOn, scope];
  // The country beside every place is the same.
  const nation = (count: () => Counts) =>
    remembered(['nation', ...key.slice(1, -1), scope.period, scope.kind, scope.age], count);
  const counted = remembered(key, () => countSet(set, cubes, snapshot.dataCut, scope, nation));
  return ok({ ...base, ...counted });
}

/** Figures by indicator. */
type Counts = ReadonlyMap<string, CountedFigure>;

function countSet(
  set: KnownSet,
  cubes: Cubes,
  dataCut: Day,
  scope: Scope,
  nation: (count: () => Counts) => Counts,
): Pick<Output, 'years' | 'rows'> {
  const years = yearsIn(cubes);
  const known = { dataCut: dataCut, first: years[0] ?? 0 };
  const level = levelOf(scope);
  const women = onlyWomen(scope);
  const here = { ...onlyPlace(scope), ...women };
  const trends = groupBy(figuresOf(cubes, set.indicators, ['year'], here), ({ indicator }) => indicator);
  // Indicators of the same years are added up together: those that need follow-up, and the rest.
  const yearsBy = new Map(set.indicators.map((one) => [one.id, yearsOf(one, scope.period, known)]));
  const inPeriod = (only: typeof here): Counts =>
    new Map(
      [...groupBy(set.indicators, (one) => yearsBy.get(one.id)?.join())].flatMap(([, group]) => {
        const year = yearsBy.get(group[0]?.id ?? '') ?? [];
        return figuresOf(cubes, group, [], { ...only, year }).map((f) => [f.indicator, f] as const);
      }),
    );
  const figures = inPeriod(here);
  const nations = level === 'nation' ? figures : nation(() => inPeriod(women));
  const rows = set.indicators.map((indicator): Output['rows'][number] => {
    const meant = isMeantFor(indicator, level);
    const figure = meant ? figures.get(indicator.id) : undefined;
    const nation = nations.get(indicator.id);
    const whole = yearsOf(indicator, 'all', known);
    const trend = meant ? byYear(trends.get(indicator.id) ?? [], whole) : [];
    return {
      indicator: describeIndicator(indicator),
      years: [...(yearsBy.get(indicator.id) ?? [])],
      figure: figure ? judged(indicator, figure) : null,
      nation: nation ? judged(indicator, nation) : null,
      trend: trend.map((f) => ({ year: Number(f.group.year), figure: judged(indicator, f) })),
    };
  });
  return { years: [...years], rows };
}

/** Years in which anything is counted, in order. */
export function yearsIn(cubes: Cubes): readonly number[] {
  let years = yearsOfCubes.get(cubes);
  if (!years) {
    const found = new Set<unknown>();
    for (const { keys } of cubes.values()) for (const year of keys.year ?? []) found.add(year);
    years = [...found].filter((year): year is number => typeof year === 'number').toSorted((a, b) => a - b);
    yearsOfCubes.set(cubes, years);
  }
  return years;
}

const yearsOfCubes = new WeakMap<Cubes, readonly number[]>();

/** Figures of whole years only, in order. */
export function byYear(figures: readonly CountedFigure[], whole: readonly number[]): readonly CountedFigure[] {
  return figures
    .filter(({ group, denominator }) => whole.includes(Number(group.year)) && denominator > 0)
    .toSorted((a, b) => Number(a.group.year) - Number(b.group.year));
}
