import type { OutputOf } from '#contracts/endpoint';
import type { showManual } from '#contracts/manual';
import type { Edition } from '#core/manual/edition';
import type { Day } from '#core/kernel/day';
import { lastWholeYear } from '#core/quality/period';
import type { Database } from '#server/db/database';
import { showSet } from '#server/quality/show-set';

export type CriterionFigure = OutputOf<typeof showManual>['criteria'][number]['figures'][number];
export type FiguresBeside = {
  readonly dataCut: Day | null;
  readonly of: (criterionId: string) => readonly CriterionFigure[];
};

const nothing: FiguresBeside = { dataCut: null, of: () => [] };

/** The centre's figures of a year that bear on each criterion, with the nation's, from the newest snapshot. */
export async function figuresBeside(
  db: Database,
  edition: Edition,
  which: { readonly year: number; readonly centreId: string },
): Promise<FiguresBeside> {
  if (edition.indicatorSet === null) return nothing;
  const scope = { centre: which.centreId, period: String(which.year), kind: 'all', age: 'all' } as const;
  const set = await showSet(db, edition.indicatorSet, scope);
  if (!set.ok || !set.value.snapshot) return nothing;
  const dataCut = set.value.snapshot.dataCut as Day;
  const figures = new Map(
    set.value.rows.flatMap(({ indicator, figure, nation }) => {
      if (!figure || figure.value === null || indicator.scale === null) return [];
      const { numerator, denominator, value, limits } = figure;
      const { id, name, scale, followUpMonths } = indicator;
      const provisional = which.year > lastWholeYear(dataCut, followUpMonths);
      const beside = { numerator, denominator, value, limits, nation: nation?.value ?? null, provisional };
      return [[id, { id, name, scale, ...beside }] as const];
    }),
  );
  const indicatorsOf = new Map(edition.criteria.map((one) => [one.id, one.indicators]));
  return {
    dataCut,
    of: (criterionId) => (indicatorsOf.get(criterionId) ?? []).flatMap((id) => figures.get(id) ?? []),
  };
}
