import { ok, type Result, refuse } from '#core/kernel/result';
import { checkConsensus, type ConsensusDraft } from '#core/reading/consensus';
import { stepsOf } from '#core/reading/protocol';
import type { Tx } from '#server/db/transaction';
import { claimedTask } from './claimed-task.ts';
import { type CaseKey, loadCase } from './load-case.ts';
import { settleCase } from './settle-case.ts';

export type NewConsensus = CaseKey & ConsensusDraft & { readonly step: string; readonly note?: string | undefined };

/**
 * Writes what two or three radiologists decided. Recall sends the episode to assessment; dismissal closes it and decides
 * the result letter. Refuses with `taken`, `not-claimed`, `members` or `breasts`.
 */
export async function recordConsensus(
  tx: Tx,
  input: NewConsensus,
): Promise<Result<{ readonly decision: 'recall' | 'dismiss' }>> {
  const loaded = await loadCase(tx, input, { lock: true });
  if (!loaded.ok) return loaded;
  const found = loaded.value;
  const task = await claimedTask(tx, input, 'consensus');
  if (!task.ok) return task;
  const step = stepsOf(found.protocol, found.arm).find((s) => 'consensus' in s && s.consensus === input.step);
  if (!step || !('consensus' in step)) return refuse('not-open', 'This case is not waiting for consensus');
  const checked = checkConsensus(input, step, await radiologistsOf(tx, found.centreId));
  if (!checked.ok) return checked;
  if (!input.members.includes(tx.actor.userId))
    return refuse('members', 'The one who records a consensus is one of its members');
  await tx.q
    .insertInto('consensus')
    .values({
      person_id: input.personId,
      case_id: input.caseId,
      step: input.step,
      day: tx.today,
      members: [...input.members],
      decision: input.decision,
      breasts: [...input.breasts],
      note: input.note ?? null,
    })
    .execute();
  tx.record('reading.consensus', input.personId, {
    case: input.caseId,
    decision: input.decision,
    members: input.members,
  });
  const settled = await settleCase(tx, input, { locked: true });
  return settled.ok ? ok({ decision: input.decision }) : settled;
}

async function radiologistsOf(tx: Tx, centreId: string): Promise<ReadonlySet<string>> {
  const rows = await tx.q
    .selectFrom('staff_user')
    .select('id')
    .where('role', '=', 'radiologist')
    .where('centre_id', '=', centreId)
    .where('active', '=', true)
    .execute();
  return new Set(rows.map((r) => r.id));
}
