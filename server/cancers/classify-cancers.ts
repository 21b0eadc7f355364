import { sql } from 'kysely';
import type { detections } from '#core/cancers/detection';
import { detectionRules } from '#programmes/breast-no/cancers';
import type { Tx } from '#server/db/transaction';

export type ClassifiedCancers = {
  readonly changed: number;
  readonly counts: { readonly detection: (typeof detections)[number]; readonly count: number }[];
};

/**
 * Classifies every registered cancer again, in one statement: the same rule as core/cancers/detection.ts, held equal by
 * a property test. Only rows whose class changes are written. `personIds` restricts it to some women.
 * Alternative: load the episodes and call the rule for each cancer; at national scale some 100,000 cancers a run.
 */
export async function classifyCancers(
  tx: Tx,
  input: { readonly personIds?: readonly string[] } = {},
): Promise<ClassifiedCancers> {
  const { screenDetectedMonths, intervalMonths, firstWindowMonths } = detectionRules;
  const before = (months: number) =>
    sql`l.diagnosed_on < (l.screened_on + make_interval(months => ${months}::int))::date`;
  const some = (column: string) =>
    input.personIds ? sql`${sql.ref(column)} = any (${[...input.personIds]}::uuid[])` : sql`true`;
  const { rows } = await sql<{ person_id: string; cancer_id: string }>`
    with screened as (
      select x.person_id, x.episode_id, max(x.day) as screened_on from examination x
      where x.result <> 'technical-recall' and x.person_id in (select person_id from cancer) and ${some('x.person_id')}
      group by x.person_id, x.episode_id
    ),
    last as (
      select distinct on (c.person_id, c.cancer_id) c.person_id, c.cancer_id, c.diagnosed_on, s.episode_id, s.screened_on
      from cancer c
      left join screened s on s.person_id = c.person_id and s.screened_on <= c.diagnosed_on
      where ${some('c.person_id')}
      order by c.person_id, c.cancer_id, s.screened_on desc nulls last, s.episode_id desc
    ),
    class as (
      select l.person_id, l.cancer_id, l.episode_id, ${before(firstWindowMonths)} as first_window,
        case
          when l.screened_on is null then 'outside'
          when ${before(screenDetectedMonths)} and exists (
            select from assessment a where a.person_id = l.person_id and a.episode_id = l.episode_id) then 'screen-detected'
          when ${before(intervalMonths)} and coalesce(e.outcome in ('negative', 'negative-after-assessment'), false)
            then 'interval'
          else 'outside'
        end as detection
      from last l
      left join episode e on e.person_id = l.person_id and e.episode_id = l.episode_id
    ),
    found as (
      select person_id, cancer_id, detection,
        case when detection = 'interval' then case when first_window then '0-11' else '12-23' end end as interval_window,
        case when detection <> 'outside' then episode_id end as episode_id
      from class
    )
    update cancer c set detection = f.detection, interval_window = f.interval_window, episode_id = f.episode_id,
      version = c.version + 1
    from found f
    where c.person_id = f.person_id and c.cancer_id = f.cancer_id
      and (c.detection, c.interval_window, c.episode_id) is distinct from (f.detection, f.interval_window, f.episode_id)
    returning c.person_id, c.cancer_id`.execute(tx.q);
  const counts = await tx.q
    .selectFrom('cancer')
    .select((e) => ['detection', e.fn.countAll<number>().as('count')])
    .where('detection', 'is not', null)
    .groupBy('detection')
    .orderBy('detection')
    .execute();
  tx.record('cancers.classified', null, { changed: rows.length });
  return {
    changed: rows.length,
    counts: counts.flatMap(({ detection, count }) => (detection ? [{ detection, count }] : [])),
  };
}
