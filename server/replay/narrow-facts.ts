/**
 * What a history is joined from: each fact of the snapshot read once, with eight bytes (DuckDB's hash) for an id and a number
 * for what is looked up, and laid by the part of the history that its rows belong to. A part is then joined from its own rows
 * alone. Two ids of six million have the same eight bytes once in a million snapshots.
 */
import { ARM_CONCEALED } from '#core/replay/contradictions';

/** `short(id)` in SQL: nothing is found by what is null. */
export const shortId = `create macro short(id) as case when id is not null then hash(id) end`;

export type NarrowFact = { readonly name: string; readonly sql: string };

/**
 * After `preparations`, in this order: the queries, each with the name that its answer is read by from then on. `part` is the
 * examination's, of 0 to `parts` - 1.
 */
export function narrowFacts(parts: number): readonly NarrowFact[] {
  const part = (id: string) => `(${id} % ${parts})::usmallint as part`;
  return [
    {
      name: 'short_case',
      sql: `
select short(c.case_id) as case_id, short(c.examination_id) as examination_id, short(c.episode_id) as episode_id,
  (c.outcome = 'recall')::utinyint as recalled, (m.case_id is not null)::utinyint as consensus,
  (case when c.arm is null then ${ARM_CONCEALED} else a.place end)::usmallint as place, ${part('short(c.examination_id)')}
from "reading-case" c
left join arm a on a.protocol = c.protocol and a.version = c.protocol_version and a.arm = c.arm
left join (select distinct short(case_id) as case_id from consensus) m on m.case_id = short(c.case_id)
where c.outcome in ('negative', 'dismissed', 'recall')`,
    },
    {
      name: 'short_read',
      sql: `
select c.case_id, s.slot::utinyint as slot, r.score_left, r.score_right, r.reader, c.part
from (select short(case_id) as case_id, step, score_left, score_right, short(reader) as reader from read) r
join short_case c on c.case_id = r.case_id
join slot s on s.place = c.place and s.step = r.step`,
    },
    {
      name: 'short_episode',
      sql: `
select c.case_id, e.prevalent, e.birth_year, e.first_on, e.outcome, c.part
from (
  select short(e.episode_id) as episode_id, e.prevalent::utinyint as prevalent, p.birth_year, f.first_on,
    (case when f.detected or e.outcome = 'cancer' then 1 when f.interval then 2 when l.episode_id is not null then 3
      else 0 end)::utinyint as outcome
  from episode e
  join (select short(person_key) as person_key, birth_year from person) p on p.person_key = short(e.person_key)
  left join found f on f.episode_id = e.episode_id
  left join later l on l.episode_id = e.episode_id
) e join short_case c on c.episode_id = e.episode_id`,
    },
    {
      name: 'short_examination',
      sql: `
select short(x.examination_id) as examination_id, x.day, coalesce(k.place, 0)::usmallint as centre,
  coalesce(u.place, 0)::usmallint as unit, ${part('short(x.examination_id)')}
from examination x left join centre_at k on k.centre = x.centre left join unit_at u on u.unit = x.unit
where x.examination_id is not null`,
    },
    {
      name: 'short_answer',
      sql: `
select short(examination_id) as examination_id, * exclude (examination_id), ${part('short(examination_id)')}
from "ai-result" where examination_id is not null`,
    },
  ];
}
