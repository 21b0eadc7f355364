import { ok, type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';
import type { CaseKey } from './load-case.ts';

/**
 * That the actor holds the task. A lease that ran out still counts while nobody else has taken the case: the work is not
 * thrown away. Refuses with `taken` when another has it, `not-claimed` when it is not open or was given back.
 */
export async function claimedTask(
  tx: Tx,
  task: CaseKey & { readonly step: string },
  kind: 'read' | 'consensus',
): Promise<Result<{ readonly onlyReader: string | null }, 'taken' | 'not-claimed'>> {
  const row = await tx.q
    .selectFrom('reading_task')
    .select(['claimed_by', 'only_reader'])
    .where('person_id', '=', task.personId)
    .where('case_id', '=', task.caseId)
    .where('step', '=', task.step)
    .where('kind', '=', kind)
    .forUpdate()
    .executeTakeFirst();
  if (!row?.claimed_by) return refuse('not-claimed', 'This case is not open with you any more; open the next one');
  if (row.claimed_by !== tx.actor.userId) {
    return refuse('taken', 'Your time with this case ran out and another reader has opened it; nothing was saved');
  }
  return ok({ onlyReader: row.only_reader });
}
