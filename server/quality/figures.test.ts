/** What the pages of figures are answered, against the operational tables and against each other. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#core/people/access';
import { danish11 } from '#programmes/indicators/danish-11';
import { inTransaction } from '#server/db/transaction';
import { type SmallCountry, smallCountry } from '#test/demo-country';
import type { Scope } from './figure-scope.ts';
import { findCases, listCases } from './list-cases.ts';
import { listSets } from './list-sets.ts';
import { loadSet } from './load-set.ts';
import { publicFigures } from './public-figures.ts';
import { showEquity } from './show-equity.ts';
import { showIndicator } from './show-indicator.ts';
import { showSet } from './show-set.ts';

const office: Actor = { userId: 'PK-1', name: 'Office', role: 'office', centres: 'all' };
const researcher: Actor = { userId: 'F-1', name: 'Researcher', role: 'researcher', centres: 'all' };
const everything: Scope = { period: 'all', kind: 'all', age: 'all' };

let country: SmallCountry;
beforeAll(async () => {
  country = await smallCountry({ size: 'county' });
}, 300_000);
afterAll(() => country?.drop());

async function count(query: string): Promise<number> {
  const { rows } = await country.db.pool.query(`select (${query})::int as n`);
  return Number(rows[0]?.n);
}

async function show(set: string, indicator: string, more: Partial<Scope> = {}, actor = office) {
  const found = await showIndicator(country.db, actor, { ...everything, ...more, set, indicator, by: 'centre' });
  if (!found.ok) throw new Error(found.refusal.what);
  return found.value;
}

describe('a set', () => {
  it('has a figure or says what it would take, for every indicator', async () => {
    for (const { id } of await listSets(country.db.kysely)) {
      const shown = await showSet(country.db, id, everything);
      if (!shown.ok) throw new Error(shown.refusal.what);
      for (const row of shown.value.rows)
        expect([row.indicator.id, row.figure !== null || row.indicator.needs !== undefined]).toEqual([
          row.indicator.id,
          true,
        ]);
    }
  });

  it('of a centre is that centre only, beside the whole country', async () => {
    const centre = await showSet(country.db, 'european-13', { ...everything, centre: 'C06' });
    const row = centre.ok ? centre.value.rows.find(({ indicator }) => indicator.id === 'participation') : undefined;
    const years = row?.years ?? [];
    const invited = `select count(*) from episode where outcome is distinct from 'withdrawn'
      and opened_on + interval '6 months' <= date '2026-01-19' and extract(year from opened_on) between ${years[0]} and ${years.at(-1)}`;
    expect(row?.figure?.denominator).toBe(await count(`${invited} and centre_id = 'C06'`));
    expect(row?.nation?.denominator).toBe(await count(invited));
  });

  it('that does not exist is refused', async () => {
    expect(await showSet(country.db, 'none', everything)).toMatchObject({ refusal: { code: 'set-not-found' } });
  });

  it('loaded from a file takes the place of the one that came with the programme; the same version cannot change', async () => {
    const changed = { ...danish11, version: '2099', indicators: danish11.indicators.slice(0, 3) };
    const load = (text: string) => inTransaction(country.db, office, (tx) => loadSet(tx, text));
    expect((await load(JSON.stringify(changed))).ok).toBe(true);
    expect((await load(JSON.stringify(changed))).ok).toBe(true);
    const sets = await listSets(country.db.kysely);
    expect(sets.find(({ id }) => id === 'danish-11')).toMatchObject({ version: '2099', loadedOn: '2026-01-19' });
    const builtIn = { ...danish11, indicators: changed.indicators };
    expect(await load(JSON.stringify(builtIn))).toMatchObject({ refusal: { code: 'set-version-exists' } });
    const other = { ...changed, indicators: danish11.indicators.slice(0, 2) };
    expect(await load(JSON.stringify(other))).toMatchObject({ refusal: { code: 'set-version-exists' } });
    const shown = await showSet(country.db, 'danish-11', everything);
    expect(shown.ok && shown.value.rows.length).toBe(3);
  });
});

describe('an indicator', () => {
  it('splits into places, kinds and ages that add up to the whole', async () => {
    const { whole, byPlace, byKind, byAge, byCentreYear } = await show('european-13', 'recall');
    const sum = (list: readonly { figure: { numerator: number; denominator: number } }[]) => ({
      numerator: list.reduce((n, { figure }) => n + figure.numerator, 0),
      denominator: list.reduce((n, { figure }) => n + figure.denominator, 0),
    });
    for (const parts of [byPlace, byKind, byAge, byCentreYear.flatMap(({ years }) => years)])
      expect(sum(parts)).toEqual({ numerator: whole?.numerator, denominator: whole?.denominator });
  });

  it('standardised by age stays near the crude figure, because the centres’ ages are alike', async () => {
    const { byPlace } = await show('european-13', 'participation');
    for (const { figure, standardised } of byPlace)
      if (figure.denominator > 100) expect(Math.abs((standardised?.value ?? 0) - (figure.value ?? 0))).toBeLessThan(5);
  });

  it('has limits at each place’s own volume: who is outside them says so', async () => {
    const { byPlace, funnel } = await show('european-13', 'participation');
    expect(funnel?.curve.length).toBeGreaterThan(10);
    for (const { standing } of byPlace) expect(standing).not.toBeNull();
  });

  it('as a median lies among what was observed', async () => {
    const { whole } = await show('swedish-11', 'time-to-result');
    const between = await count(`select percentile_disc(0.5) within group (order by c.closed_on - x.day)
      from reading_case c join examination x using (person_id, examination_id)
      where c.outcome in ('negative', 'dismissed', 'recall') and extract(year from x.day) <= 2025`);
    expect(Math.abs((whole?.value ?? 0) - between)).toBeLessThanOrEqual(1);
  });

  it('of one reader is hers alone: others have no name, and some roles see nobody', async () => {
    const { rows } = await country.db.pool.query(
      `select reader from read group by reader order by count(*) desc limit 1`,
    );
    const reader: Actor = { userId: rows[0].reader, name: 'Reader', role: 'radiologist', centres: ['C06'] };
    const own = await show('programme', 'discordance', {}, reader);
    expect(own.people.filter((one) => one.own)).toHaveLength(1);
    expect(own.people.filter((one) => !one.own).every((one) => one.id === null)).toBe(true);
    expect((await show('programme', 'discordance', {}, researcher)).people).toEqual([]);
    expect((await show('programme', 'discordance', {}, office)).people.every((one) => one.id !== null)).toBe(true);
  });
});

describe('the women behind a figure', () => {
  const asked = { ...everything, set: 'european-13', indicator: 'recall', part: 'counted' } as const;
  const list = async (actor: Actor, more: Partial<Scope> = {}) => {
    const found = await findCases(country.db, { ...asked, ...more });
    if (!found.ok) throw new Error(found.refusal.what);
    const { episodes, total } = found.value;
    return { total, rows: await inTransaction(country.db, actor, (tx) => listCases(tx, { episodes, what: 'test' })) };
  };

  it('are as many as it counts, each audited as looked at', async () => {
    const { whole } = await show('european-13', 'recall');
    const { total, rows } = await list(office);
    expect(total).toBe(whole?.numerator);
    const looks = await count(
      `select count(*) from audit_entry where action = 'look' and detail ->> 'what' = 'figure test'`,
    );
    expect(looks).toBe(rows.length);
  });

  it('are a centre’s own for its people, whatever is asked for', async () => {
    const coordinator: Actor = { userId: 'K-C06-1', name: 'C', role: 'coordinator', centres: ['C06'] };
    const { rows } = await list(coordinator);
    const own = await list(office, { centre: 'C06' });
    // Row-level security leaves her centre's episodes.
    expect(rows.map((row) => row.episodeId).toSorted()).toEqual(own.rows.map((row) => row.episodeId).toSorted());
  });

  it('are not listed for a figure of women and years', async () => {
    expect(await findCases(country.db, { ...asked, indicator: 'coverage' })).toMatchObject({
      refusal: { code: 'no-cases' },
    });
  });
});

describe('inequality', () => {
  it('counts everybody invited once in each way of grouping', async () => {
    const { whole, parts } = await showEquity(country.db, { period: 'all' });
    for (const { by, rows } of parts)
      expect([by, rows.reduce((n, row) => n + row.crude.denominator, 0)]).toEqual([by, whole?.denominator]);
    expect(whole?.denominator).toBeGreaterThan(100);
  });
});

describe('figures for everyone', () => {
  it('hide every count below the threshold, and show no identity of what is hidden', async () => {
    const { indicators, threshold } = await publicFigures(country.db);
    expect(indicators.map(({ id }) => id)).toContain('detection');
    const { byCentreYear } = await show('programme', 'detection');
    const shown = indicators.find(({ id }) => id === 'detection');
    let hidden = 0;
    for (const [i, centre] of (shown?.centres ?? []).entries())
      for (const [j, figure] of centre.figures.entries()) {
        const year = shown?.years[j];
        const truth = byCentreYear[i]?.years.find((one) => one.year === year)?.figure;
        if (figure === 'hidden') hidden++;
        else if (truth) expect(truth.numerator === 0 || truth.numerator >= threshold).toBe(true);
      }
    expect(hidden).toBeGreaterThan(0);
  });
});
