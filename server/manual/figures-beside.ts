import type { OutputOf } from '#contracts/endpoint';
import type { showManual } from '#contracts/manual';
import type { Edition } from '#core/manual/edition';
import type { Day } from '#core/kernel/day';
import type { Database } from '#server/db/database';
import { getFigures } from '#server/quality/get-figures';

export type CriterionFigure = OutputOf<typeof showManual>['criteria'][number]['figures'][number];
export type FiguresBeside = {
  readonly dataCut: Day | null;
  readonly of: (criterionId: string) => readonly CriterionFigure[];
};

/** The centre's figures of a year that bear on each criterion, with the nation's, from the newest snapshot. */
export async function figuresBeside(
  db: Database,
  edition: Edition,
  which: { readonly year: number; readonly centreId: string },
): Promise<FiguresBeside> {
  const { year, centreId: centre } = which;
  const [own, nation] = await Promise.all([
    getFigures(db, { by: [], only: { year, centre } }),
    getFigures(db, { by: [], only: { year } }),
  ]);
  const whole = new Map(nation.figures.map((one) => [one.indicator, one.value]));
  const figures = new Map(
    own.figures.flatMap((one) => {
      const indicator = own.indicators.find(({ id }) => id === one.indicator);
      if (!indicator || one.denominator === 0) return [];
      const { nb, en } = indicator.name;
      const { numerator, denominator, value, limits } = one;
      const name = { nb, nn: (indicator.name as { nn?: string }).nn ?? nb, en };
      return [
        [
          one.indicator,
          { name, per: indicator.per, numerator, denominator, value, limits, nation: whole.get(one.indicator) ?? null },
        ],
      ] as const;
    }),
  );
  const indicatorsOf = new Map(edition.criteria.map((one) => [one.id, one.indicators]));
  return {
    dataCut: (own.snapshot?.dataCut ?? null) as Day | null,
    of: (criterionId) => (indicatorsOf.get(criterionId) ?? []).flatMap((id) => figures.get(id) ?? []),
  };
}
