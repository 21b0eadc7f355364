import type { Dimension } from '#core/quality/dimension';
import type { Indicator } from '#core/quality/indicator';
import { type StandardisedRate, standardisedRate, standardisedShare } from '#core/statistics/standardise';
import { type Cubes, figuresOf, type Only } from './count-cube.ts';
import { groupBy } from './group-by.ts';

/**
 * Each place's share standardised to the ages of the whole country in the same period, on the indicator's scale: what is
 * common by effective sample size, what is rare with the gamma interval. Empty for what is not a share.
 */
export function standardisePlaces(
  cubes: Cubes,
  indicator: Indicator,
  place: Dimension,
  only: Only,
): ReadonlyMap<string, StandardisedRate> {
  const { measure } = indicator;
  const found = new Map<string, StandardisedRate>();
  if (measure.kind !== 'share') return found;
  const standard = new Map(
    figuresOf(cubes, [indicator], ['age'], only).map(({ group, denominator }) => [group.age, denominator]),
  );
  const strata = groupBy(figuresOf(cubes, [indicator], [place, 'age'], only), ({ group }) => String(group[place]));
  for (const [id, cells] of strata) {
    const list = cells.map(({ group, numerator, denominator }) => ({
      events: numerator,
      total: denominator,
      standard: standard.get(group.age) ?? 0,
    }));
    const rate = measure.per === 100 ? standardisedShare(list) : standardisedRate(list);
    if (!rate) continue;
    const { lower, upper } = rate.limits;
    found.set(id, {
      value: rate.value * measure.per,
      limits: { lower: lower * measure.per, upper: upper * measure.per },
    });
  }
  return found;
}
