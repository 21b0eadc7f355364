import { randomUUID } from 'node:crypto';
import { ok, type Result, refuse } from '#core/kernel/result';
import { readingRules } from '#programmes/breast-no/reading';
import type { Tx } from '#server/db/transaction';
import { claimedTask } from './claimed-task.ts';
import { type CaseKey, loadCase } from './load-case.ts';

export type Hold = CaseKey & { readonly step: string };

/** Sets a claimed case aside with one of the programme's reasons. Nobody reads it until the hold is released. */
export async function deferCase(
  tx: Tx,
  input: Hold & { readonly reason: string },
): Promise<Result<{ readonly holdId: string }>> {
  if (!readingRules.deferReasons.includes(input.reason)) {
    return refuse(
      'reason',
      `"${input.reason}" is not a reason to set a case aside; expected one of ${readingRules.deferReasons.join(', ')}`,
    );
  }
  return setAside(tx, input, 'deferred', input.reason);
}

/** Asks for earlier images: the case waits for them, at most the programme's limit of days. */
export async function requestPriors(tx: Tx, input: Hold): Promise<Result<{ readonly holdId: string }>> {
  return setAside(tx, input, 'priors', 'priors-requested');
}

async function setAside(
  tx: Tx,
  input: Hold,
  kind: 'deferred' | 'priors',
  reason: string,
): Promise<Result<{ readonly holdId: string }>> {
  const found = await loadCase(tx, input, { lock: true });
  if (!found.ok) return found;
  const step = found.value.state === 'consensus' ? 'consensus' : 'read';
  const task = await claimedTask(tx, input, step);
  if (!task.ok) return task;
  const holdId = randomUUID();
  await tx.q
    .insertInto('reading_hold')
    .values({
      person_id: input.personId,
      case_id: input.caseId,
      hold_id: holdId,
      kind,
      reader: tx.actor.userId,
      reason,
      day: tx.today,
    })
    .execute();
  const ofCase = tx.q
    .updateTable('reading_task')
    .where('person_id', '=', input.personId)
    .where('case_id', '=', input.caseId);
  await ofCase.set({ held: true }).execute();
  await ofCase.set({ claimed_by: null, lease_until: null }).where('step', '=', input.step).execute();
  tx.record(`reading.${kind}`, input.personId, { case: input.caseId, reason });
  return ok({ holdId });
}
