import type { Day } from '#core/kernel/day';
import { type AgeGroup, type Dimension, hasDimension } from '#core/quality/dimension';
import type { Indicator, Level } from '#core/quality/indicator';
import { periodYears } from '#core/quality/period';
import type { Database } from '#server/db/database';
import type { Only } from './count-cube.ts';

/** What a page of figures is limited to, as the contract has read it. */
export type Scope = {
  readonly region?: string | undefined;
  readonly centre?: string | undefined;
  readonly unit?: string | undefined;
  readonly period: string;
  readonly kind: 'all' | 'prevalent' | 'subsequent';
  readonly age: 'all' | AgeGroup;
};

/** The level of the place asked for: the smallest that is named. */
export function levelOf({ region, centre, unit }: Pick<Scope, 'region' | 'centre' | 'unit'>): Level {
  if (unit) return 'unit';
  return centre ? 'centre' : region ? 'region' : 'nation';
}

/** The place as a limit on rows. */
export function onlyPlace({ region, centre, unit }: Pick<Scope, 'region' | 'centre' | 'unit'>): Only {
  if (unit) return { unit: [unit] };
  return centre ? { centre: [centre] } : region ? { region: [region] } : {};
}

/** First or later examinations, and an age group, as a limit on rows. */
export function onlyWomen({ kind, age }: Pick<Scope, 'kind' | 'age'>): Only {
  return {
    ...(kind === 'all' ? {} : { prevalent: [kind === 'prevalent'] }),
    ...(age === 'all' ? {} : { age: [age] }),
  };
}

/** The years an indicator is counted over in a period. */
export function yearsOf(
  indicator: Indicator,
  period: string,
  known: { dataCut: Day; first: number },
): readonly number[] {
  return periodYears(period, { ...known, followUpMonths: indicator.followUpMonths });
}

/** Whether an indicator is measured, meant for a level, and can be split by what is asked. */
export function isMeantFor(indicator: Indicator, level: Level, by: readonly Dimension[] = []): boolean {
  const { measure } = indicator;
  if (measure.kind === 'not-measured' || !indicator.levels.includes(level)) return false;
  return by.every((dimension) => hasDimension(measure.fact, dimension));
}

/** Regions, centres and units with their names, in the order they are listed. */
export async function loadPlaces(db: Database) {
  const [regions, centres, units] = await Promise.all([
    db.kysely.selectFrom('region').select(['id', 'name']).orderBy('id').execute(),
    db.kysely.selectFrom('centre').select(['id', 'short_name as name', 'region_id as region']).orderBy('id').execute(),
    db.kysely.selectFrom('unit').select(['id', 'name', 'centre_id as centre']).orderBy('id').execute(),
  ]);
  return { regions, centres, units };
}

/** The name of the smallest place that is named; null for the whole country. */
export async function placeName(
  db: Database,
  { region, centre, unit }: Pick<Scope, 'region' | 'centre' | 'unit'>,
): Promise<string | null> {
  const { regions, centres, units } = await loadPlaces(db);
  const [list, id] = unit ? [units, unit] : centre ? [centres, centre] : [regions, region];
  return list.find((one) => one.id === id)?.name ?? null;
}
