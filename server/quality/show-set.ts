import type { OutputOf } from '#contracts/endpoint';
import type { showIndicatorSet } from '#contracts/quality';
import { ok, type Result, refuse } from '#core/kernel/result';
import type { Database } from '#server/db/database';
import { type CountedFigure, type Cubes, figuresOf } from './count-cube.ts';
import { describeIndicator, judged, summariseSet } from './describe-indicator.ts';
import { isMeantFor, levelOf, loadPlaces, onlyPlace, onlyWomen, type Scope, yearsOf } from './figure-scope.ts';
import { openSet } from './open-figures.ts';

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
  const years = yearsIn(cubes);
  const known = { dataCut: snapshot.dataCut, first: years[0] ?? 0 };
  const level = levelOf(scope);
  const women = onlyWomen(scope);
  const here = { ...onlyPlace(scope), ...women };
  const rows = set.indicators.map((indicator): Output['rows'][number] => {
    const counted = yearsOf(indicator, scope.period, known);
    const period = { year: counted };
    const one = (only: typeof here) => figuresOf(cubes, [indicator], [], only)[0];
    const meant = isMeantFor(indicator, level);
    const figure = meant ? one({ ...here, ...period }) : undefined;
    const nation = one({ ...women, ...period });
    const whole = yearsOf(indicator, 'all', known);
    const trend = meant ? figuresOf(cubes, [indicator], ['year'], here) : [];
    return {
      indicator: describeIndicator(indicator),
      years: [...counted],
      figure: figure ? judged(indicator, figure) : null,
      nation: nation ? judged(indicator, nation) : null,
      trend: byYear(trend, whole).map((f) => ({ year: Number(f.group.year), figure: judged(indicator, f) })),
    };
  });
  return ok({ ...base, years: [...years], rows });
}

/** Years in which anything is counted, in order. */
export function yearsIn(cubes: Cubes): readonly number[] {
  const years = [...cubes.values()].flatMap((cube) => (cube.keys.year ?? []) as readonly (number | null)[]);
  return [...new Set(years)].filter((year): year is number => year !== null).toSorted((a, b) => a - b);
}

/** Figures of whole years only, in order. */
export function byYear(figures: readonly CountedFigure[], whole: readonly number[]): readonly CountedFigure[] {
  return figures
    .filter(({ group, denominator }) => whole.includes(Number(group.year)) && denominator > 0)
    .toSorted((a, b) => Number(a.group.year) - Number(b.group.year));
}
