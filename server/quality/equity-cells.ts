import { join } from 'node:path';
import { toSql } from '#core/quality/condition';
import type { ageGroups } from '#core/quality/dimension';
import { countryGroups, distanceBands } from '#programmes/breast-no/equity';
import { among } from '#programmes/indicators/measure';
import { columnOf } from './count-cube.ts';
import { openDuck, quoted } from './duck.ts';
import type { SnapshotRow } from './latest-snapshot.ts';

/** Women invited and screened in one cell of the country. */
export type EquityCell = {
  readonly year: number;
  readonly region: string;
  readonly centre: string;
  readonly municipality: string | null;
  readonly age: (typeof ageGroups)[number];
  readonly country: string | null;
  readonly distance: string | null;
  readonly digital: boolean | null;
  readonly invited: number;
  readonly screened: number;
};

let kept: { readonly id: string; readonly cells: Promise<readonly EquityCell[]> } | undefined;

/** Participation by everything that inequality is asked about, counted once a snapshot, among those its indicator counts. */
export function equityCells(snapshot: SnapshotRow): Promise<readonly EquityCell[]> {
  if (kept?.id === snapshot.id) return kept.cells;
  const cells = countCells(snapshot.folder);
  kept = { id: snapshot.id, cells };
  cells.catch(() => {
    kept = undefined;
  });
  return cells;
}

async function countCells(folder: string): Promise<readonly EquityCell[]> {
  const duck = await openDuck();
  try {
    const rows = await duck.rows(`
      select invited_year as year, region, centre, municipality, ${columnOf('age', 'invited_year')} as age,
        ${countrySql()} as country, ${distanceSql()} as distance, digital,
        count(*)::integer as invited, count(*) filter (screened)::integer as screened
      from read_parquet(${quoted(join(folder, 'screening', '*.parquet'))})
      where ${toSql(among.invited)} and invited_year is not null
      group by all`);
    return rows as unknown as readonly EquityCell[];
  } finally {
    duck.close();
  }
}

function countrySql(): string {
  const named = countryGroups.flatMap(({ id, countries }) =>
    countries === 'rest' ? [] : [`when country_of_birth in (${countries.map(quoted).join(', ')}) then ${quoted(id)}`],
  );
  const rest = countryGroups.find(({ countries }) => countries === 'rest');
  return `case when country_of_birth is null then null ${named.join(' ')} else ${quoted(rest?.id ?? 'rest')} end`;
}

function distanceSql(): string {
  const bands = distanceBands.map(({ id, to }) =>
    to === null ? `else ${quoted(id)}` : `when distance_km <= ${to} then ${quoted(id)}`,
  );
  return `case when distance_km is null then null ${bands.join(' ')} end`;
}
