import { sql } from 'kysely';
import type { OutputOf } from '#contracts/endpoint';
import type { listMonitored as contract } from '#contracts/study-monitoring';
import { system, type Actor } from '#core/people/access';
import type { Database } from '#server/db/database';
import { inTransaction } from '#server/db/transaction';
import { followed, headOf } from './monitored.ts';

/** The studies that the actor may follow, with how many have been drawn for (at her sites, where she sees only those). */
export async function listMonitored(db: Database, actor: Actor): Promise<OutputOf<typeof contract>> {
  const found = await inTransaction(db, actor, async (tx) => {
    const rows = await tx.q.selectFrom('study').select('study_id').orderBy('study_id').execute();
    const all = [];
    for (const { study_id } of rows) all.push(await followed(tx, study_id));
    return all.flatMap((one) => (one.ok ? [one.value] : []));
  });
  return inTransaction(db, system, async (tx) => {
    const { rows } = await sql<{ studyId: string; centreId: string; count: number }>`
      select study_id as "studyId", centre_id as "centreId", count(*)::int as count from allocation where first group by 1, 2`.execute(
      tx.q,
    );
    const studies = found.map((may) => {
      const { studyId, title, invented, state, version, centres, mayArms } = headOf(may);
      const own = rows.filter((row) => row.studyId === studyId && (centres?.includes(row.centreId) ?? true));
      const recruited = own.reduce((sum, { count }) => sum + count, 0);
      const target = may.study.current.plan.recruitment.total;
      return { studyId, title, invented, state, version, target, recruited, arms: mayArms };
    });
    return { studies };
  });
}
