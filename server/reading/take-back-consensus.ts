import { ok, type Result, refuse } from '#core/kernel/result';
import { mayTakeBack } from '#core/reading/freeze';
import { byProgramme } from '#server/db/by-programme';
import type { Tx } from '#server/db/transaction';
import { type CaseKey, loadCase } from './load-case.ts';
import { settleCase } from './settle-case.ts';

/**
 * Takes back a decision of consensus before it is final, by one of those who decided: the case waits for consensus again, and
 * what had been decided stands in the audit log. Refuses with `not-found`, `not-decided-by-you` or `decision-final`.
 */
export async function takeBackConsensus(
  tx: Tx,
  input: CaseKey & { readonly step: string },
): Promise<Result<{ readonly done: true }>> {
  const { personId, caseId, step } = input;
  const found = await loadCase(tx, input, { lock: true });
  if (!found.ok) return found;
  const decided = await tx.q
    .selectFrom('consensus')
    .selectAll()
    .where('person_id', '=', personId)
    .where('case_id', '=', caseId)
    .where('step', '=', step)
    .executeTakeFirst();
  if (!decided) return refuse('not-found', 'There is no decision to take back');
  if (found.value.state === 'closed')
    return refuse('decision-final', 'The case is closed: the decision can no longer be taken back');
  const { day, members, decision, breasts, reasons, note, frozen_from } = decided;
  const now = { instant: tx.at.getTime(), today: tx.today };
  const may = mayTakeBack({ day, members, frozenFrom: frozen_from?.getTime() ?? null }, tx.actor.userId, now);
  if (!may.ok) return may;
  // A request may only add to what was decided.
  await byProgramme(tx, () =>
    tx.q
      .deleteFrom('consensus')
      .where('person_id', '=', personId)
      .where('case_id', '=', caseId)
      .where('step', '=', step)
      .execute(),
  );
  tx.record('reading.consensus-taken-back', personId, {
    case: caseId,
    step,
    decision,
    members,
    breasts,
    reasons,
    note,
  });
  const settled = await settleCase(tx, input, { locked: true });
  return settled.ok ? ok({ done: true }) : settled;
}
