import { join } from 'node:path';
import { sql } from 'kysely';
import type { OutputOf } from '#contracts/endpoint';
import type { listIndicatorCases } from '#contracts/quality';
import { ok, type Result, refuse } from '#core/kernel/result';
import { type Condition, toSql } from '#core/quality/condition';
import { factFields } from '#core/quality/facts';
import type { Measure } from '#core/quality/indicator';
import type { Tx } from '#server/db/transaction';
import type { Database } from '#server/db/database';
import { openDuck, quoted } from './duck.ts';
import { describeIndicator } from './describe-indicator.ts';
import { onlyPlace, onlyWomen, type Scope, yearsOf } from './figure-scope.ts';
import { columnOf, type Only } from './count-cube.ts';
import { openSet } from './open-figures.ts';

type Output = OutputOf<typeof listIndicatorCases>;
type Question = Scope & { readonly set: string; readonly indicator: string; readonly part: 'counted' | 'rest' };

/** A list that a person can go through; more than this is not asked for one by one. */
const MOST_LISTED = 300;

/** The episodes that an indicator counts in a snapshot, longest waits first for a median, else the latest first where days are known. */
export async function findCases(
  db: Database,
  asked: Question,
): Promise<Result<Omit<Output, 'place' | 'rows'> & { episodes: string[] }>> {
  const opened = await openSet(db, asked.set);
  const indicator = opened?.set.indicators.find(({ id }) => id === asked.indicator);
  if (!opened || !indicator)
    return refuse('indicator-not-found', `There is no indicator ${asked.set}/${asked.indicator}`);
  const { measure } = indicator;
  const view = describeIndicator(indicator);
  if (!opened.snapshot || measure.kind === 'not-measured')
    return ok({ indicator: view, periodYears: [], total: 0, episodes: [] });
  if (!Object.hasOwn(factFields[measure.fact], 'episode_id'))
    return refuse('no-cases', 'This figure counts women and years, or images: there is no list of rounds behind it');
  const years = yearsOf(indicator, asked.period, { dataCut: opened.snapshot.dataCut, first: 0 });
  const only = { ...onlyPlace(asked), ...onlyWomen(asked), year: years };
  const duck = await openDuck();
  try {
    const day = Object.hasOwn(factFields[measure.fact], 'screened_on')
      ? 'coalesce(screened_on, invited_on)'
      : `"${measure.year}"`;
    const order = measure.kind === 'median' ? `max("${measure.of}")` : `max(${day})`;
    const rows = await duck.rows(
      `select episode_id, (count(*) over ())::integer as total
       from read_parquet(${quoted(join(opened.snapshot.folder, measure.fact, '*.parquet'))})
       where ${toSql(partOf(measure, asked.part))} ${whereOnly(measure.year, only)}
       group by episode_id order by ${order} desc, episode_id limit ${MOST_LISTED}`,
    );
    const total = Number(rows[0]?.total ?? 0);
    return ok({ indicator: view, periodYears: [...years], total, episodes: rows.map((row) => String(row.episode_id)) });
  } finally {
    duck.close();
  }
}

function partOf(measure: Exclude<Measure, { kind: 'not-measured' }>, part: 'counted' | 'rest'): Condition {
  if (measure.kind === 'median') return ['all', measure.denominator, ['known', measure.of]];
  if (measure.kind === 'ratio') return part === 'counted' ? measure.numerator : measure.denominator;
  return ['all', measure.denominator, part === 'counted' ? measure.numerator : ['not', measure.numerator]];
}

function whereOnly(year: string, only: Only): string {
  return Object.entries(only)
    .map(([dimension, values]) => {
      const column = columnOf(dimension as keyof Only, year);
      const list = (values as readonly unknown[]).map((value) => (typeof value === 'string' ? quoted(value) : value));
      return list.length === 0 ? 'and false' : `and ${column} in (${list.join(', ')})`;
    })
    .join(' ');
}

/** The women of those episodes whom the actor may see: below the query, row-level security. Each is audited. */
export async function listCases(tx: Tx, found: { readonly episodes: readonly string[]; readonly what: string }) {
  const { rows } = await sql<Output['rows'][number]>`
    select e.person_id as "personId", e.episode_id as "episodeId",
      nullif(concat_ws(', ', p.family_name, p.given_name), '') as name, extract(year from p.birth_date)::int as "birthYear",
      k.short_name as centre, u.name as unit, e.opened_on as "openedOn", x.day as "screenedOn", e.outcome
    from unnest(${found.episodes}::uuid[]) with ordinality as asked (episode_id, place)
    join episode e on e.episode_id = asked.episode_id
    join person p on p.person_id = e.person_id
    join centre k on k.id = e.centre_id
    left join lateral (
      select x.day, x.unit_id from examination x
      where x.person_id = e.person_id and x.episode_id = e.episode_id order by x.day desc limit 1
    ) x on true
    left join unit u on u.id = x.unit_id
    order by asked.place`.execute(tx.q);
  tx.record('figure.cases', null, { what: found.what, women: rows.length });
  for (const { personId } of rows) tx.look(personId, `figure ${found.what}`);
  return rows;
}
