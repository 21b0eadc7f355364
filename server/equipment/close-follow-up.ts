import type { Day } from '#core/kernel/day';
import { ok, type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';

/**
 * Closes what a failed test left open without a new test, with the reason (the display is scrapped, the measurement was
 * wrong). Refuses `not-found` and `already-closed`.
 */
export async function closeFollowUp(
  tx: Tx,
  input: { readonly testId: string; readonly because: string },
): Promise<Result<{ readonly closedOn: Day }>> {
  const found = await tx.q
    .selectFrom('equipment_follow_up')
    .select(['equipment_id', 'closed_on'])
    .where('test_id', '=', input.testId)
    .forUpdate()
    .executeTakeFirst();
  if (!found) return refuse('not-found', 'There is no such follow-up, or it belongs to another centre');
  if (found.closed_on) return refuse('already-closed', `Closed on ${found.closed_on}`);
  await tx.q
    .updateTable('equipment_follow_up')
    .set({ closed_on: tx.today, closed_by: tx.actor.userId, closed_because: input.because })
    .where('test_id', '=', input.testId)
    .execute();
  tx.record('equipment.follow-up-closed', null, { equipment: found.equipment_id, test: input.testId });
  return ok({ closedOn: tx.today });
}
