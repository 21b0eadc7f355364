import type { Day } from '#core/kernel/day';
import { type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';
import { affectedWomen } from './affected-women.ts';
import { ownUnit } from './own-unit.ts';
import { type Rebooked, rebookWomen } from './rebook-women.ts';

/**
 * Shuts a unit from a day on (broken equipment, a bus off the road). Those who have a time there get a new one at an
 * open unit of the area, or wait for it. Refuses with `no-such-unit` or `paused-already`.
 */
export async function pauseUnit(
  tx: Tx,
  input: { readonly unitId: string; readonly from: Day; readonly reason: string },
): Promise<Result<Rebooked>> {
  const unit = await ownUnit(tx, input.unitId);
  if (!unit.ok) return unit;
  const { pausedOn, centreId } = unit.value;
  if (pausedOn) return refuse('paused-already', `The unit is shut from ${pausedOn}`, { day: pausedOn });
  await tx.q
    .updateTable('unit')
    .set({ paused_on: input.from, pause_reason: input.reason })
    .where('id', '=', input.unitId)
    .execute();
  tx.record('unit.paused', null, { unit: input.unitId, from: input.from, reason: input.reason });
  const affected = await affectedWomen(tx, { unitId: input.unitId, from: input.from });
  return rebookWomen(tx, affected, { ...input, cause: 'unit-paused', centreId, before: {} });
}
