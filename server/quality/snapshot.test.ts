/** Figures from a snapshot of a small country, held against counts made another way. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Day } from '#core/kernel/day';
import { system } from '#core/people/access';
import type { Dimension } from '#core/quality/dimension';
import { european13 } from '#programmes/indicators/european-13';
import { ownFigures } from '#programmes/indicators/own-figures';
import { type SmallCountry, smallCountry } from '#test/demo-country';
import { type CountedFigure, countCubes, figuresOf } from './count-cube.ts';
import { openDuck, quoted } from './duck.ts';
import { latestSnapshot, type SnapshotRow } from './latest-snapshot.ts';
import { renewSnapshot } from './renew-snapshot.ts';

let country: SmallCountry;
let snapshot: SnapshotRow;
beforeAll(async () => {
  country = await smallCountry({ size: 'county' });
  const latest = await latestSnapshot(country.db);
  if (!latest) throw new Error('the set-up made no snapshot');
  snapshot = latest;
}, 300_000);
afterAll(() => country?.drop());

const indicators = [...ownFigures.indicators, ...european13.indicators.filter(({ id }) => id === 'coverage')];
const countFigures = async (by: readonly Dimension[]) =>
  figuresOf(await countCubes(snapshot.folder, indicators), indicators, by);

function figureOf(figures: readonly CountedFigure[], id: string): CountedFigure {
  const found = figures.find((figure) => figure.indicator === id);
  if (!found) throw new Error(`no figure ${id}`);
  return found;
}

async function count(query: string): Promise<number> {
  const { rows } = await sql.raw<{ n: number }>(query).execute(country.db.kysely);
  return Number(rows[0]?.n);
}

/** The same questions asked of the operational tables, in other words. */
const otherwise: Readonly<Record<string, { readonly numerator: string; readonly denominator: string }>> = {
  participation: {
    numerator: `select count(distinct a.episode_id) as n from appointment a join episode e using (person_id, episode_id)
      where a.status in ('screened', 'partially-screened') and e.outcome is distinct from 'withdrawn'
        and e.opened_on + interval '6 months' <= date '2026-01-19'`,
    denominator: `select count(*) as n from episode
      where outcome is distinct from 'withdrawn' and opened_on + interval '6 months' <= date '2026-01-19'`,
  },
  consensus: {
    numerator: `select count(distinct c.episode_id) as n from consensus k join reading_case c using (person_id, case_id)
      join episode e on e.person_id = c.person_id and e.episode_id = c.episode_id where e.state = 'closed'`,
    denominator: `select count(distinct c.episode_id) as n from read r join reading_case c using (person_id, case_id)
      join episode e on e.person_id = c.person_id and e.episode_id = c.episode_id where e.state = 'closed'`,
  },
  recall: {
    numerator: `select count(distinct c.episode_id) as n from reading_case c
      join episode e on e.person_id = c.person_id and e.episode_id = c.episode_id
      where e.state = 'closed' and exists (select from consensus k where k.case_id = c.case_id and k.decision = 'recall')`,
    denominator: `select count(distinct c.episode_id) as n from read r join reading_case c using (person_id, case_id)
      join episode e on e.person_id = c.person_id and e.episode_id = c.episode_id where e.state = 'closed'`,
  },
  detection: {
    numerator: `select count(*) as n from episode e where e.outcome = 'cancer'`,
    denominator: `select count(distinct x.episode_id) as n from examination x join episode e using (person_id, episode_id)
      where x.result <> 'technical-recall' and e.state = 'closed'`,
  },
};

describe('figures', () => {
  it.each(Object.keys(otherwise))('%s is what the operational tables say', async (id) => {
    const figure = figureOf(await countFigures([]), id);
    const { numerator, denominator } = otherwise[id] ?? { numerator: '', denominator: '' };
    expect(figure.numerator).toBe(await count(numerator));
    expect(figure.denominator).toBe(await count(denominator));
    expect(figure.numerator).toBeGreaterThan(0);
  });

  it('of interval cancers: only examinations followed for 24 months, none of them with a cancer found', async () => {
    const figure = figureOf(await countFigures([]), 'interval-cancer');
    const followed = `from episode e join lateral (select max(day) as day from examination x where x.person_id = e.person_id
        and x.episode_id = e.episode_id and x.result <> 'technical-recall') x on x.day is not null
      where e.state = 'closed' and e.outcome <> 'cancer' and x.day + interval '24 months' <= date '${snapshot.dataCut}'`;
    expect(figure.denominator).toBe(await count(`select count(*) as n ${followed}`));
    expect(figure.numerator).toBe(
      await count(
        `select count(*) as n from cancer c join (select e.episode_id ${followed}) f using (episode_id) where c.detection = 'interval'`,
      ),
    );
  });

  it('of the parts add up to the whole, over centre, region, year and kind', async () => {
    const whole = await countFigures([]);
    for (const by of ['region', 'centre', 'year', 'prevalent'] as const) {
      const parts = await countFigures([by]);
      for (const { id, measure } of indicators) {
        const sum = parts.filter((part) => part.indicator === id).reduce((n, part) => n + part.denominator, 0);
        if (measure.kind === 'share' && measure.fact === 'screening')
          expect(sum, `${id} by ${by}`).toBe(figureOf(whole, id).denominator);
      }
    }
  });

  it('carry limits that hold the value', async () => {
    for (const { value, limits } of await countFigures(['centre'])) {
      if (value === null || limits === null) continue;
      expect(limits.lower).toBeLessThanOrEqual(value);
      expect(limits.upper).toBeGreaterThanOrEqual(value);
    }
  });
});

describe('a snapshot', () => {
  it('is the same for the same data', async () => {
    const again = await renewSnapshot(country.db, country, system);
    expect(again.id).toBe(snapshot.id);
  });

  it('knows nothing after its data cut', async () => {
    const duck = await openDuck();
    const files = quoted(join(snapshot.folder, 'examination', '*.parquet'));
    const [row] = await duck.rows(`select max(day)::varchar as last from read_parquet(${files})`);
    duck.close();
    expect(String(row?.last) <= snapshot.dataCut).toBe(true);
    expect(snapshot.dataCut).toBe('2026-01-19' as Day);
  });

  it('holds no name, number, address or identifier of a person', async () => {
    const person = await country.db.kysely
      .selectFrom('person')
      .selectAll()
      .where('kind', '=', 'known')
      .limit(1)
      .executeTakeFirstOrThrow();
    const duck = await openDuck();
    for (const fact of await readdir(snapshot.folder)) {
      if (fact === 'manifest.json') continue;
      const rows = await duck.rows(`select * from read_parquet(${quoted(join(snapshot.folder, fact, '*.parquet'))})`);
      const text = JSON.stringify(rows);
      for (const secret of [person.identity_number, person.person_id, person.family_name, person.phone])
        if (secret) expect(text.includes(secret), `${fact} holds ${secret}`).toBe(false);
    }
    duck.close();
  });

  it('names each file with its checksum, and the code version', async () => {
    const manifest = JSON.parse(await readFile(join(snapshot.folder, 'manifest.json'), 'utf8'));
    expect(manifest.codeVersion).toMatch(/^\d+\.\d+\.\d+$/);
    for (const sum of Object.values(manifest.files)) expect(sum).toMatch(/^[0-9a-f]{64}$/);
  });
});
