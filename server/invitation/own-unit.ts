import type { Day } from '#core/kernel/day';
import { ok, type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';

/** A unit that the actor may change, its row locked; another centre's unit is `no-such-unit` to a coordinator. */
export async function ownUnit(
  tx: Tx,
  unitId: string,
): Promise<Result<{ readonly centreId: string; readonly pausedOn: Day | null }>> {
  const unit = await tx.q
    .selectFrom('unit')
    .select(['centre_id', 'paused_on'])
    .where('id', '=', unitId)
    .forUpdate()
    .executeTakeFirst();
  const sees = unit && (tx.actor.centres === 'all' || tx.actor.centres.includes(unit.centre_id));
  return sees
    ? ok({ centreId: unit.centre_id, pausedOn: unit.paused_on })
    : refuse('no-such-unit', `There is no unit ${unitId}, or it belongs to another centre`, { unit: unitId });
}
