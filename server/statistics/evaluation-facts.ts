/** A product's scores in a snapshot beside reads, consensus and cancers: columns for the evaluation. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { cancerKinds, type evaluationDivisions, type evaluationScores } from '#contracts/statistics';
import type { Flag, Grouping, Kinds } from '#core/statistics/evaluation-input';
import type { Located } from '#core/statistics/localisation';
import { type Duck, openDuck, quoted } from '#server/quality/duck';
import { Codes, Numbers } from './growing-columns.ts';

export type Product = { readonly product: string; readonly version: string };
export type Division = (typeof evaluationDivisions)[number];

export type EvaluationFacts = {
  readonly scores: Float64Array;
  readonly others: Float64Array | null;
  readonly women: Int32Array;
  readonly kinds: Kinds;
  readonly flags: readonly Flag[];
  readonly grouping: Grouping;
  /** The breast with the higher score as the machine's mark. */
  readonly located: readonly Located[];
  /** The machine's own marks; null when the snapshot has none of this product. */
  readonly marked: readonly Located[] | null;
  readonly leftOut: { readonly notFollowed: number; readonly notRead: number; readonly failed: number };
};

/** A view for each fact that the snapshot has. The caller closes it. */
export async function openSnapshot(folder: string): Promise<Duck> {
  const duck = await openDuck();
  try {
    for (const fact of await readdir(folder, { withFileTypes: true }))
      if (fact.isDirectory())
        await duck.run(
          `create view "${fact.name}" as select * from read_parquet(${quoted(join(folder, fact.name, '*.parquet'))})`,
        );
    // Snapshots of earlier versions have no percentiles and no marks.
    await duck.run(
      `create view if not exists "ai-mark" as select null::varchar as examination_id, null::varchar as product,
         null::varchar as version, null::varchar as "view" where false`,
    );
    const columns = await duck.rows(`describe "ai-result"`);
    if (!columns.some((row) => row.column_name === 'pct'))
      await duck.run(
        `create or replace view "ai-result" as select *, null::double as pct from read_parquet(${quoted(join(folder, 'ai-result', '*.parquet'))})`,
      );
    return duck;
  } catch (error) {
    duck.close();
    throw error;
  }
}

/** Products with results, most results first. */
export async function productsIn(duck: Duck) {
  const rows = await duck.rows(`select product, version, count(*) filter (score is not null)::integer as n,
      bool_or(pct is not null) as pct
    from "ai-result" group by all having n > 0 order by n desc, product, version`);
  return rows.map((row) => ({
    product: String(row.product),
    version: String(row.version),
    examinations: Number(row.n),
    percentiles: row.pct === true,
  }));
}

/**
 * Every examination that the product scored (and the second product, when one is asked for), that was read to the end and
 * whose woman has been followed for 24 months. Without that an interval cancer may still come, and a case would be called
 * healthy too early.
 */
export async function evaluationFacts(
  duck: Duck,
  asked: Product & {
    readonly score: (typeof evaluationScores)[number];
    readonly by: Division;
    readonly against: Product | null;
  },
): Promise<EvaluationFacts> {
  const columns = { scores: new Numbers(), others: new Numbers(), women: new Codes(), groups: new Codes() };
  const kinds: number[] = [];
  const flags = ['reader 1', 'reader 2', 'consensus'].map((name) => ({ name, positive: [] as number[] }));
  const located: Located[] = [];
  const marked: Located[] | null = (await givesMarks(duck, asked)) ? [] : null;
  for await (const piece of duck.pieces(caseSql(asked))) {
    const [score, other, woman, kind, group, first, second, consensus, left, right, sides, views] = piece.columns;
    for (let row = 0; row < piece.rows; row++) {
      columns.scores.add(Number(score?.getItem(row)));
      if (asked.against) columns.others.add(Number(other?.getItem(row)));
      columns.women.add(String(woman?.getItem(row)));
      columns.groups.add(String(group?.getItem(row) ?? '–'));
      const found = Number(kind?.getItem(row));
      kinds.push(found);
      for (const [i, flag] of [first, second, consensus].entries())
        flags[i]?.positive.push(Number(flag?.getItem(row) ?? 255));
      const place =
        found === 1 || found === 2 || found === 3
          ? breasts(sides?.getItem(row), left?.getItem(row), right?.getItem(row))
          : undefined;
      if (place) located.push(place);
      const seen = place && { ...place, marks: marksIn(views?.getItem(row)) };
      if (seen) marked?.push(seen);
    }
  }
  return {
    scores: columns.scores.values(),
    others: asked.against ? columns.others.values() : null,
    women: columns.women.values(),
    kinds: { names: cancerKinds, of: Uint8Array.from(kinds) },
    flags: flags.map(({ name, positive }) => ({ name, positive: Uint8Array.from(positive) })),
    grouping: inOrder(asked.by, columns.groups),
    located,
    marked,
    leftOut: await leftOut(duck, asked),
  };
}

/** Where the cancer is, and the breast with the higher score as the machine's mark. Cancers of both breasts say nothing. */
function breasts(sides: unknown, left: unknown, right: unknown): Located | undefined {
  if ((sides !== 'left' && sides !== 'right') || left === null || right === null) return undefined;
  const [l, r] = [Number(left), Number(right)];
  const marks = l === r ? [] : [{ side: l > r ? ('left' as const) : ('right' as const) }];
  return { findings: [{ side: sides }], marks };
}

async function givesMarks(duck: Duck, { product, version }: Product): Promise<boolean> {
  const rows = await duck.rows(
    `select 1 from "ai-mark" where product = ${quoted(product)} and version = ${quoted(version)} limit 1`,
  );
  return rows.length > 0;
}

/** The breasts of the views that are marked, as "LMLO;LCC". */
function marksIn(views: unknown): Located['marks'] {
  const sides = typeof views === 'string' ? views.split(';') : [];
  return sides.map((view) => ({ side: view.startsWith('L') ? 'left' : 'right' }));
}

const divisions: Readonly<Record<Division, string>> = {
  age: `case when s.age < 50 then '–49' when s.age > 69 then '70–' else (s.age // 5 * 5) || '–' || (s.age // 5 * 5 + 4) end`,
  round: `case when s.prevalent then 'first' else 'later' end`,
  centre: 'c.centre_name',
  unit: 'u.unit_name',
  modality: 'x.modality',
  year: 'year(x.day)::varchar',
};

function scoredSql({ product, version }: Product, score: string): string {
  return `select examination_id, any_value(${score}) as score, any_value(score_left) as score_left, any_value(score_right) as score_right
    from "ai-result" where product = ${quoted(product)} and version = ${quoted(version)} and ${score} is not null group by examination_id`;
}

function caseSql({ score, by, against, ...product }: Parameters<typeof evaluationFacts>[1]): string {
  return `
with scored as (${scoredSql(product, score)}),
second as (${against ? scoredSql(against, score) : 'select null as examination_id, null as score where false'}),
ordered as (
  select r.case_id, row_number() over (partition by r.case_id order by r.step) as place,
    (greatest(r.score_left, r.score_right) >= 2)::utinyint as positive
  from read r where r.revises is null
), reads as (
  select k.examination_id, any_value(o.positive) filter (place = 1) as first, any_value(o.positive) filter (place = 2) as second
  from "reading-case" k join ordered o using (case_id) group by all
), met as (
  select k.examination_id, bool_or(m.case_id is not null)::utinyint as consensus
  from "reading-case" k left join consensus m using (case_id) where k.outcome in ('negative', 'dismissed', 'recall') group by all
), side as (
  select episode_id, case when count(distinct side) = 1 then any_value(side) end as side from cancer where episode_id is not null group by all
), pointed as (
  select examination_id, string_agg("view", ';') as views from "ai-mark"
  where product = ${quoted(product.product)} and version = ${quoted(product.version)} group by all
), later as (
  select e.episode_id from episode e
  join episode n on n.person_key = e.person_key and n.number = e.number + 1
  join screening f on f.episode_id = n.episode_id and f.screen_detected
)
select a.score, b.score, s.person_key,
  case when s.screen_detected then 1 when s.interval_window = '0-11' and s.interval_cancer then 2 when s.interval_cancer then 3
    when l.episode_id is not null then 4 else 0 end as kind,
  ${divisions[by]} as place, r.first, r.second, m.consensus, a.score_left, a.score_right, d.side, p.views
from scored a ${against ? 'join second b using (examination_id)' : 'left join second b on false'}
join examination x on x.examination_id = a.examination_id
join screening s on s.episode_id = x.episode_id
join met m on m.examination_id = a.examination_id
left join centre c on c.centre = x.centre
left join unit u on u.unit = x.unit
left join reads r on r.examination_id = a.examination_id
left join side d on d.episode_id = x.episode_id
left join pointed p on p.examination_id = a.examination_id
left join later l on l.episode_id = x.episode_id
where s.followed_24_months and x.result <> 'technical-recall'
order by a.examination_id`;
}

async function leftOut(duck: Duck, { product, version }: Product) {
  const [row] = await duck.rows(`
    select count(*) filter (a.score is not null and not coalesce(s.followed_24_months, false))::integer as followed,
      count(*) filter (a.score is not null and s.followed_24_months and k.examination_id is null)::integer as read,
      count(*) filter (a.score is null)::integer as failed
    from "ai-result" a join examination x using (examination_id) left join screening s on s.episode_id = x.episode_id
    left join (select distinct examination_id from "reading-case" where outcome in ('negative', 'dismissed', 'recall')) k
      on k.examination_id = a.examination_id
    where a.product = ${quoted(product)} and a.version = ${quoted(version)}`);
  return { notFollowed: Number(row?.followed), notRead: Number(row?.read), failed: Number(row?.failed) };
}

function inOrder(by: Division, codes: Codes): Grouping {
  const names = codes.names.toSorted((a, b) => a.localeCompare(b, 'nb', { numeric: true }));
  const place = codes.names.map((name) => names.indexOf(name));
  return { by, names, of: Uint16Array.from(codes.values(), (code) => place[code] ?? 0) };
}
