import { sql } from 'kysely';
import { ok, type Result, refuse } from '#core/kernel/result';
import { readingRules } from '#programmes/breast-no/reading';
import type { Tx } from '#server/db/transaction';
import type { ClaimedTask } from './claim-next.ts';
import { claimable } from './claimable.ts';
import { actingReader } from './reader.ts';

/** Claims one particular case to read, instead of the oldest. Refuses with `taken` when it is not free for this reader. */
export async function claimTask(tx: Tx, task: ClaimedTask): Promise<Result<ClaimedTask>> {
  const reader = await actingReader(tx, { lock: true });
  if (!reader.ok) return reader;
  const { rows } = await sql<ClaimedTask>`
    update reading_task t
    set claimed_by = ${reader.value.id}, lease_until = now() + make_interval(mins => ${readingRules.leaseMinutes})
    where t.person_id = ${task.personId} and t.case_id = ${task.caseId} and t.step = ${task.step}
      and ${claimable(reader.value)}
    returning t.person_id as "personId", t.case_id as "caseId", t.step`.execute(tx.q);
  const [claimed] = rows;
  return claimed ? ok(claimed) : refuse('taken', 'Somebody else has this case, or you have read it already');
}
