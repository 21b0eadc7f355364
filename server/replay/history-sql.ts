/** The queries that make one row an examination out of a snapshot's plain facts. */
import type { Day } from '#core/kernel/day';
import { type Protocol, stepsOf } from '#core/protocols/protocol';
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
 * Tables that the facts are narrowed with (narrow-facts.ts): which step of which arm is the first and which the second read (from the protocol value
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
 * One part of the examinations that have been read to the end, each with its scores by product, from the narrow facts. `key` is DuckDB's hash of
 * the examination's id: eight bytes that find it again in the same snapshot.
 */
export function historySql(options: {
  readonly cut: Day;
  readonly part: number;
  readonly products: readonly string[];
  readonly hasPct: boolean;
  readonly extras: readonly ExtraSource[];
}): string {
  const { cut, part, products, hasPct, extras } = options;
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
      : `left join (select examination_id, ${[...scores, ...asked].join(', ')} from short_answer
           where part = ${part} group by examination_id) ai using (examination_id)`;
  const values = products.flatMap((_, i) =>
    productColumns.map((column) => `${column.replace('score_', '')}_${i}::float as value_${column}_${i}`),
  );
  if (products.length > 0) values.push(...extras.map((extra, i) => storedSql(extra, `extra_${i}`)));
  return `
with reads as (
  select case_id, max(score_left) filter (slot = 1) as first_left, max(score_right) filter (slot = 1) as first_right,
    max(score_left) filter (slot = 2) as second_left, max(score_right) filter (slot = 2) as second_right,
    count(*) > count(distinct reader) as same_reader
  from short_read where part = ${part} group by case_id
)
select c.examination_id as key, coalesce(c.place, 65535)::usmallint as arm,
  coalesce(r.first_left, 0)::utinyint, coalesce(r.first_right, 0)::utinyint,
  coalesce(r.second_left, 0)::utinyint, coalesce(r.second_right, 0)::utinyint,
  c.consensus, c.recalled, e.outcome,
  least(255, greatest(0, year(x.day) - e.birth_year))::utinyint as age, e.prevalent,
  (x.day + interval 24 month <= date '${cut}')::utinyint as followed, year(x.day)::usmallint as year, x.centre, x.unit,
  coalesce(r.same_reader, false)::utinyint as same_reader,
  coalesce(e.first_on < x.day, false)::utinyint as cancer_before
  ${values.length > 0 ? `, ${values.join(', ')}` : ''}
from (from short_case where part = ${part}) c
join (from short_examination where part = ${part}) x using (examination_id)
join (from short_episode where part = ${part}) e using (case_id)
left join reads r using (case_id)
${machine}`;
}
