import { ok, type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';
import type { CaseKey } from './load-case.ts';

/** Takes an open case out of reading for good (she has died, or withdrawn). The caller moves the episode. Refuses with `not-open`. */
export async function withdrawCase(tx: Tx, input: CaseKey & { readonly reason: string }): Promise<Result<true>> {
  const closed = await tx.q
    .updateTable('reading_case')
    .set((b) => ({
      state: 'closed' as const,
      outcome: 'withdrawn' as const,
      closed_on: tx.today,
      version: b('version', '+', 1),
    }))
    .where('person_id', '=', input.personId)
    .where('case_id', '=', input.caseId)
    .where('state', '<>', 'closed')
    .returning('case_id')
    .executeTakeFirst();
  if (!closed) return refuse('not-open', 'There is no such open reading case');
  await tx.q
    .deleteFrom('reading_task')
    .where('person_id', '=', input.personId)
    .where('case_id', '=', input.caseId)
    .execute();
  tx.record('reading.case-withdrawn', input.personId, { case: input.caseId, reason: input.reason });
  return ok(true);
}
