import type { OutputOf } from '#contracts/endpoint';
import type { showEquity as contract } from '#contracts/quality';
import type { Day } from '#core/kernel/day';
import { ageGroups } from '#core/quality/dimension';
import { shareFigure, type Words } from '#core/quality/indicator';
import { periodYears } from '#core/quality/period';
import { standardisedShare } from '#core/statistics/standardise';
import { countryGroups, distanceBands } from '#programmes/breast-no/equity';
import { participationMeasures } from '#programmes/indicators/participation-measures';
import type { Database } from '#server/db/database';
import { judged } from './describe-indicator.ts';
import { type EquityCell, equityCells } from './equity-cells.ts';
import { loadPlaces } from './figure-scope.ts';
import { openFigures } from './open-figures.ts';
import { remembered } from './remembered.ts';
import { groupBy } from './group-by.ts';

type Output = OutputOf<typeof contract>;
type Part = Output['parts'][number];
type Question = { readonly region?: string | undefined; readonly centre?: string | undefined; readonly period: string };

const { followUpMonths } = participationMeasures.participation;

/** Participation by age, country of birth, distance, channel and municipality, crude and standardised by age. */
export async function showEquity(db: Database, asked: Question): Promise<Output> {
  const [{ snapshot }, places] = await Promise.all([openFigures(db), loadPlaces(db)]);
  if (!snapshot) return { snapshot, places, years: [], periodYears: [], followUpMonths, whole: null, parts: [] };
  const [all, municipalities] = await Promise.all([
    equityCells(snapshot),
    db.kysely.selectFrom('municipality').select(['id', 'name']).orderBy('id').execute(),
  ]);
  const counted = remembered(['equity', snapshot.id, asked], () =>
    countEquity(all, snapshot.dataCut, municipalities, asked),
  );
  return { snapshot, places, followUpMonths, ...counted };
}

function countEquity(
  all: readonly EquityCell[],
  dataCut: Day,
  municipalities: readonly { readonly id: string; readonly name: string }[],
  asked: Question,
): Omit<Output, 'snapshot' | 'places' | 'followUpMonths'> {
  const years = [...new Set(all.map(({ year }) => year))].toSorted((a, b) => a - b);
  const period = periodYears(asked.period, { dataCut, first: years[0] ?? 0, followUpMonths });
  const inside = all.filter(
    (cell) =>
      period.includes(cell.year) &&
      (asked.centre === undefined || cell.centre === asked.centre) &&
      (asked.region === undefined || cell.region === asked.region),
  );
  const standard = totals(inside, (cell) => cell.age);
  const rowsOf = (
    key: (cell: EquityCell) => string | null,
    groups: readonly { id: string; name: Words }[],
  ): Part['rows'] => {
    const cells = groupBy(inside, (cell) => key(cell) ?? unknown.id);
    return [...groups, unknown].flatMap(({ id, name }) => {
      const list = cells.get(id);
      return list ? [{ group: id, name, ...figures(list, standard) }] : [];
    });
  };
  const same = (text: string): Words => ({ nb: text, nn: text, en: text });
  return {
    years,
    periodYears: [...period],
    whole: figures(inside, standard).crude,
    parts: [
      {
        by: 'age',
        rows: rowsOf(
          (cell) => cell.age,
          ageGroups.map((id) => ({ id, name: same(id) })),
        ).map((row) => ({ ...row, standardised: null })),
      },
      { by: 'country', rows: rowsOf((cell) => cell.country, countryGroups) },
      {
        by: 'distance',
        rows: rowsOf(
          (cell) => cell.distance,
          distanceBands.map(({ id, to }, i) => ({
            id,
            name: same(to === null ? `over ${distanceBands[i - 1]?.to ?? 0} km` : `${id.replace('-', '–')} km`),
          })),
        ),
      },
      { by: 'channel', rows: rowsOf((cell) => (cell.digital === null ? null : String(cell.digital)), channels) },
      {
        by: 'municipality',
        rows: rowsOf(
          (cell) => cell.municipality,
          municipalities.map(({ id, name }) => ({ id, name: same(name) })),
        ),
      },
    ],
  };
}

const channels: readonly { id: string; name: Words }[] = [
  { id: 'true', name: { nb: 'Digitalt', nn: 'Digitalt', en: 'Digital' } },
  { id: 'false', name: { nb: 'Papir', nn: 'Papir', en: 'Paper' } },
];

/** A de-identified woman has no address or country any more; she is still counted. */
const unknown = { id: 'unknown', name: { nb: 'Ukjent', nn: 'Ukjent', en: 'Unknown' } };

type Sums = ReadonlyMap<string, { readonly invited: number; readonly screened: number }>;

function totals(cells: readonly EquityCell[], key: (cell: EquityCell) => string): Sums {
  const sums = new Map<string, { invited: number; screened: number }>();
  for (const cell of cells) {
    const sum = sums.get(key(cell)) ?? { invited: 0, screened: 0 };
    sums.set(key(cell), { invited: sum.invited + cell.invited, screened: sum.screened + cell.screened });
  }
  return sums;
}

function figures(cells: readonly EquityCell[], standard: Sums): Pick<Part['rows'][number], 'crude' | 'standardised'> {
  const byAge = totals(cells, (cell) => cell.age);
  const invited = [...byAge.values()].reduce((sum, one) => sum + one.invited, 0);
  const screened = [...byAge.values()].reduce((sum, one) => sum + one.screened, 0);
  const found = standardisedShare(
    [...byAge].map(([age, sum]) => ({
      events: sum.screened,
      total: sum.invited,
      standard: standard.get(age)?.invited ?? 0,
    })),
  );
  return {
    crude: judged({}, shareFigure({ per: 100, interval: 'wilson' }, screened, invited)),
    standardised: found
      ? { value: found.value * 100, limits: { lower: found.limits.lower * 100, upper: found.limits.upper * 100 } }
      : null,
  };
}
