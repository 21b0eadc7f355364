/** The queries that make one row an examination out of a snapshot's plain facts. */
import type { Day } from '#core/kernel/day';
import { type Protocol, stepsOf } from '#core/protocols/protocol';
import { ARM_CONCEALED } from '#core/replay/contradictions';
import { slotsOf } from '#core/replay/slots';
import { quoted } from '#server/quality/duck';
import { type ExtraSource, storedSql } from './extra-columns.ts';

/** A protocol that cases of the snapshot were read by. */
export type ReadBy = { readonly protocol: Protocol; readonly arm: string };

/** Every arm of the protocols, in a fixed order: a row of the history names its own by its place here. */
export function armsOf(protocols: readonly Protocol[]): readonly ReadBy[] {
  return protocols.flatMap((protocol) => Object.keys(protocol.arms).map((arm) => ({ protocol, arm })));
}

/**
 * Tables that hold for every part: which step of which arm is the first and which the second read (from the protocol value
 * itself), cancers by episode, and episodes whose woman's next one found a cancer.
 */
export function preparations(arms: readonly ReadBy[]): readonly string[] {
  const steps = arms.flatMap(({ protocol, arm }, at) => {
    const { of, looks } = slotsOf(stepsOf(protocol, arm));
    return [...of]
      .filter(([step]) => !looks.has(step))
      .map(([step, slot]) => `(${at}, ${quoted(step)}, ${slot === 'first' ? 1 : 2})`);
  });
  const known = arms.map(
    ({ protocol, arm }, at) => `(${at}, ${quoted(protocol.id)}, ${quoted(protocol.version)}, ${quoted(arm)})`,
  );
  const none = (columns: number) => `select ${Array(columns).fill('null').join(', ')} where false`;
  return [
    `create table arm (place, protocol, version, arm) as ${known.length > 0 ? `select * from (values ${known.join(', ')})` : none(4)}`,
    `create table slot (place, step, slot) as ${steps.length > 0 ? `select * from (values ${steps.join(', ')})` : none(3)}`,
    `create table found as select episode_id, bool_or(detection = 'screen-detected') as detected,
       bool_or(detection = 'interval') as interval, min(diagnosed_on) as first_on
     from cancer where episode_id is not null group by episode_id`,
    // From the few who were found, not from all: the hash of a join is then small.
    `create table before_found as select person_key, number - 1 as number from episode
       where episode_id in (select episode_id from found where detected)`,
    `create table later as select e.episode_id from episode e semi join before_found using (person_key, number)`,
  ];
}

/** The columns of `historySql`, in order. */
export const historyColumns = [
  'key',
  'arm',
  'first_left',
  'first_right',
  'second_left',
  'second_right',
  'consensus',
  'recalled',
  'outcome',
  'age',
  'prevalent',
  'followed',
  'year',
  'centre',
  'unit',
  'same_reader',
  'cancer_before',
] as const;

const productColumns = ['score', 'score_left', 'score_right', 'pct'] as const;

/**
 * One part of the examinations that have been read to the end, each with its scores by product. `key` is DuckDB's hash of
 * the examination's id: eight bytes that find it again in the same snapshot.
 */
export function historySql(options: {
  readonly cut: Day;
  readonly part: number;
  readonly parts: number;
  readonly products: readonly string[];
  readonly hasPct: boolean;
  readonly extras: readonly ExtraSource[];
}): string {
  const { cut, part, parts, products, hasPct, extras } = options;
  const scores = products.map((product, i) => {
    const of = `filter (product = ${quoted(product)})`;
    const pct = hasPct ? `arg_max(pct, version) ${of}` : 'null';
    return `arg_max(score, version) ${of} as score_${i}, arg_max(score_left, version) ${of} as left_${i},
      arg_max(score_right, version) ${of} as right_${i}, ${pct} as pct_${i}`;
  });
  const asked = extras.map(({ value }, i) => `${value} as extra_${i}`);
  const machine =
    products.length === 0
      ? ''
      : `left join (select examination_id, ${[...scores, ...asked].join(', ')} from "ai-result"
           where hash(examination_id) % ${parts} = ${part} group by examination_id) ai using (examination_id)`;
  const values = products.flatMap((_, i) =>
    productColumns.map((column) => `${column.replace('score_', '')}_${i}::float as value_${column}_${i}`),
  );
  if (products.length > 0) values.push(...extras.map((extra, i) => storedSql(extra, `extra_${i}`)));
  return `
with cases as (
  select c.case_id, c.examination_id, c.episode_id, c.outcome, case when c.arm is null then ${ARM_CONCEALED} else a.place end as place
  from "reading-case" c left join arm a on a.protocol = c.protocol and a.version = c.protocol_version and a.arm = c.arm
  where c.outcome in ('negative', 'dismissed', 'recall') and hash(c.examination_id) % ${parts} = ${part}
), reads as (
  select r.case_id, max(score_left) filter (slot = 1) as first_left, max(score_right) filter (slot = 1) as first_right,
    max(score_left) filter (slot = 2) as second_left, max(score_right) filter (slot = 2) as second_right,
    count(*) > count(distinct reader) as same_reader
  from read r join cases c using (case_id) join slot s on s.place = c.place and s.step = r.step group by r.case_id
), met as (select distinct case_id from consensus where case_id in (select case_id from cases))
select hash(c.examination_id) as key, coalesce(c.place, 65535)::usmallint as arm,
  coalesce(r.first_left, 0)::utinyint, coalesce(r.first_right, 0)::utinyint,
  coalesce(r.second_left, 0)::utinyint, coalesce(r.second_right, 0)::utinyint,
  (m.case_id is not null)::utinyint as consensus, (c.outcome = 'recall')::utinyint as recalled,
  (case when f.detected or e.outcome = 'cancer' then 1 when f.interval then 2 when l.episode_id is not null then 3 else 0 end)::utinyint as outcome,
  least(255, greatest(0, year(x.day) - p.birth_year))::utinyint as age, e.prevalent::utinyint as prevalent,
  (x.day + interval 24 month <= date '${cut}')::utinyint as followed, year(x.day)::usmallint as year,
  coalesce(k.place, 0)::usmallint as centre, coalesce(u.place, 0)::usmallint as unit,
  coalesce(r.same_reader, false)::utinyint as same_reader,
  coalesce(f.first_on < x.day, false)::utinyint as cancer_before
  ${values.length > 0 ? `, ${values.join(', ')}` : ''}
from cases c
join examination x using (examination_id)
join episode e on e.episode_id = c.episode_id
join person p on p.person_key = e.person_key
left join reads r using (case_id)
left join met m using (case_id)
left join found f on f.episode_id = c.episode_id
left join later l on l.episode_id = c.episode_id
left join centre_at k on k.centre = x.centre
left join unit_at u on u.unit = x.unit
${machine}`;
}
