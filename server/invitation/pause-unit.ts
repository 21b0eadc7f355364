import type { Day } from '#core/kernel/day';
import { type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';
import { affectedWomen } from './affected-women.ts';
import { type Cleared, clearAppointments } from './clear-appointments.ts';
import { ownUnit } from './own-unit.ts';

/**
 * Shuts a unit from a day on (broken equipment, a bus off the road). Those who have a time there get a new one at an
 * open unit of the area, or wait for it. Refuses with `no-such-unit` or `paused-already`.
 */
export async function pauseUnit(
  tx: Tx,
  input: { readonly unitId: string; readonly from: Day; readonly reason: string },
): Promise<Result<Cleared>> {
  const unit = await ownUnit(tx, input.unitId);
  if (!unit.ok) return unit;
  const { pausedOn } = unit.value;
  if (pausedOn) return refuse('paused-already', `The unit is shut from ${pausedOn}`, { day: pausedOn });
  await tx.q
    .updateTable('unit')
    .set({ paused_on: input.from, pause_reason: input.reason })
    .where('id', '=', input.unitId)
    .execute();
  tx.record('unit.paused', null, { unit: input.unitId, from: input.from, reason: input.reason });
  return clearAppointments(tx, await affectedWomen(tx, { unitId: input.unitId, from: input.from }));
}
