import { sql } from 'kysely';
import { addDays } from '#core/kernel/day';
import { system } from '#core/people/access';
import { aiRules } from '#programmes/breast-no/ai';
import type { Database } from '#server/db/database';
import { inTransaction, type Tx } from '#server/db/transaction';
import { settleCase } from '#server/reading/settle-case';

type Late = { readonly personId: string; readonly caseId: string; readonly step: string; readonly product: string };

/** Cases opened longer ago than this are not looked at any more. */
const LOOKED_BACK_DAYS = 60;

/**
 * Marks the results that have not come in time, one event a case and machine, and lets open cases go the protocol's way
 * out. Cases that are held for the machine go on waiting. Each case is a transaction of its own; may be run again at any time. Returns how
 * many were marked.
 */
export async function markLateResults(db: Database): Promise<number> {
  const due = await inTransaction(db, system, lateResults);
  let marked = 0;
  for (const late of due) {
    const done = await inTransaction(db, system, (tx) => markLate(tx, late));
    if (!done.ok) throw new Error(`case ${late.caseId} could not go on without a machine: ${done.refusal.what}`);
    marked++;
  }
  return marked;
}

/** Steps that take a machine's result, of cases opened long enough ago, for whose examination the product has said nothing. */
async function lateResults(tx: Tx): Promise<readonly Late[]> {
  const last = addDays(tx.today, -aiRules.awaitedDays);
  const { rows } = await sql<Late>`
    select c.person_id as "personId", c.case_id as "caseId", a.step, a.product
    from (
      select p.id, p.version, arm.key as arm, s ->> 'ai' as step, s ->> 'model' as product
      from reading_protocol p, jsonb_each(p.definition -> 'arms') arm, jsonb_array_elements(arm.value -> 'steps') s
      where s ? 'ai' and coalesce(s ->> 'onFail', 'standard') = 'standard'
    ) a
    join reading_case c on c.protocol_id = a.id and c.protocol_version = a.version and c.arm = a.arm
    where c.opened_on <= ${last} and c.opened_on > ${addDays(last, -LOOKED_BACK_DAYS)}
      and c.outcome is distinct from 'withdrawn'
      and not exists (select from ai_result r where r.person_id = c.person_id and r.examination_id = c.examination_id
        and r.product = a.product)
      and not exists (select from ai_run r where r.person_id = c.person_id and r.examination_id = c.examination_id
        and r.product = a.product)
      and not exists (select from ai_late l where l.person_id = c.person_id and l.case_id = c.case_id and l.step = a.step)
    order by c.opened_on, c.case_id, a.step`.execute(tx.q);
  return rows;
}

async function markLate(tx: Tx, { personId, caseId, step, product }: Late) {
  await sql`select from reading_case where person_id = ${personId} and case_id = ${caseId} for update`.execute(tx.q);
  await tx.q
    .insertInto('ai_late')
    .values({ person_id: personId, case_id: caseId, step, product, day: tx.today })
    .onConflict((c) => c.doNothing())
    .execute();
  tx.record('reading.ai-late', personId, { case: caseId, product });
  return settleCase(tx, { personId, caseId }, { locked: true });
}
