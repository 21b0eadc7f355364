import { sql } from 'kysely';
import type { OutputOf } from '#contracts/endpoint';
import type { studyAllocations as contract } from '#contracts/studies';
import { ok, type Result } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';
import { followed } from './monitored.ts';
import { siteNames } from './site-names.ts';

type Shown = OutputOf<typeof contract>;

/** More than anybody reads; the rest is in the study's own extraction. */
const MOST = 500;

/**
 * The latest allocations of the women whom the one who asks may see, and whose arm has been opened. No arm: the database does
 * not give it to this role. Refuses `not-found`, `no-role`.
 */
export async function listAllocations(tx: Tx, { studyId }: { readonly studyId: string }): Promise<Result<Shown>> {
  const may = await followed(tx, studyId);
  if (!may.ok) return may;
  const { study, sight } = may.value;
  const { rows } = await sql<Shown['rows'][number]>`
    select a.allocation_id as "allocationId", a.person_id as "personId", a.day, u.name as unit, a.stratum, a.position, a.first,
      a.version, s.rule_version as "ruleVersion"
    from allocation a join unit u on u.id = a.unit_id
    left join study_assessment s
      on s.person_id = a.person_id and s.study_id = a.study_id and s.examination_id = a.examination_id
    where a.study_id = ${studyId}
    order by a.recorded_at desc, a.allocation_id
    limit ${MOST}`.execute(tx.q);
  const { rows: unblinded } = await sql<NonNullable<Shown['unblinded']>[number]>`
    select b.person_id as "personId", b.day, b.kind, b.reason, b.told, coalesce(u.name, b.by_user) as by
    from study_unblinding b left join staff_user u on u.id = b.by_user
    where b.study_id = ${studyId} order by b.at desc`.execute(tx.q);
  const { total } = await tx.q
    .selectFrom('allocation')
    .select((e) => e.fn.countAll<number>().as('total'))
    .where('study_id', '=', studyId)
    .executeTakeFirstOrThrow();
  tx.record('study.allocations-listed', null, { study: studyId });
  return ok({
    title: study.current.plan.title,
    total: Number(total),
    centres: await siteNames(tx, study.current.plan.sites),
    rows,
    opened: unblinded.length,
    unblinded: sight.opens ? unblinded : null,
  });
}
