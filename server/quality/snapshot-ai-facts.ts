/** What machines have said, as a snapshot keeps it: answers, the places they point at, and what came too late to be used. */
import { percentileSql } from '#server/ai/percentile-sql';
import type { SnapshotFact } from './snapshot-fact.ts';

export const snapshotAiFacts: readonly SnapshotFact[] = [
  {
    name: 'ai-result',
    columns: {
      examination_id: 'VARCHAR',
      product: 'VARCHAR',
      version: 'VARCHAR',
      score: 'DOUBLE',
      score_left: 'DOUBLE',
      score_right: 'DOUBLE',
      pct: 'DOUBLE',
      normal_tag: 'VARCHAR',
      density: 'VARCHAR',
      quality: 'VARCHAR',
      risk: 'DOUBLE',
      answer: 'INTEGER',
      failed: 'BOOLEAN',
    },
    // What came before there was a calibration has its place in the one in use at the cut. `answer`: 1 is what the
    // examination's first answer was, 2 the next; the first of a product counts for a case. `failed`: nothing but failures.
    // `|| '{}'` unpacks the points once, not for every row.
    query: (cut) =>
      `with used as materialized (
         select distinct on (u.product, u.version) u.product, u.version, p.higher_is, c.points || '{}'::float8[] as points
         from ai_calibration_use u join ai_calibration c using (calibration_id)
         join ai_product p on p.product = u.product and p.version = u.version
         where u.from_day <= date '${cut}' order by u.product, u.version, u.from_day desc
       )
       select a.examination_id, a.product, a.version, a.score, a.score_left, a.score_right,
         coalesce(a.pct, ${percentileSql('a.score', 'used.points', 'used.higher_is')}) as pct,
         a.extras ->> 'normalTag', a.extras ->> 'density', a.extras ->> 'quality', (a.extras ->> 'risk')::float8,
         row_number() over (partition by a.person_id, a.examination_id
           order by a.received_at nulls first, a.analysed_on, a.product, a.version),
         a.score is null as failed
       from ai_result a left join used on used.product = a.product and used.version = a.version
       where a.analysed_on <= date '${cut}'
       union all
       select distinct r.examination_id, r.product, r.version, null::float8, null::float8, null::float8, null::float8,
         null, null, null, null::float8, null::bigint, true
       from ai_run r where r.failure is not null and r.day <= date '${cut}'
         and not exists (select from ai_result a where a.person_id = r.person_id and a.examination_id = r.examination_id
           and a.product = r.product and a.version = r.version and a.analysed_on <= date '${cut}')`,
  },
  {
    name: 'ai-mark',
    columns: {
      examination_id: 'VARCHAR',
      product: 'VARCHAR',
      version: 'VARCHAR',
      mark: 'INTEGER',
      view: 'VARCHAR',
      kind: 'VARCHAR',
      x: 'DOUBLE',
      y: 'DOUBLE',
      score: 'DOUBLE',
      outline: 'VARCHAR',
    },
    query: (cut) =>
      `select a.examination_id, a.product, a.version, m.nth, m.mark ->> 'view', m.mark ->> 'kind',
         (m.mark ->> 'x')::float8, (m.mark ->> 'y')::float8, (m.mark ->> 'score')::float8,
         coalesce(m.mark -> 'box', m.mark -> 'polygon')
       from ai_result a cross join lateral jsonb_array_elements(a.marks) with ordinality as m (mark, nth)
       where a.marks is not null and a.analysed_on <= date '${cut}'`,
  },
  {
    name: 'ai-late',
    columns: { case_id: 'VARCHAR', step: 'VARCHAR', product: 'VARCHAR', day: 'DATE' },
    query: (cut) => `select case_id, step, product, day from ai_late where day <= date '${cut}'`,
  },
];
