import { addDays } from '#core/kernel/day';
import type { Result } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';
import { affectedWomen } from './affected-women.ts';
import { matchSlots, timesOf } from './match-slots.ts';
import { type Rebooked, rebookWomen, type Why } from './rebook-women.ts';

/**
 * After a unit's hours or days have been written: free slots follow from tomorrow on, and those whose time (or the second
 * of two) no longer exists get a new one and are told.
 */
export async function rebookLost(
  tx: Tx,
  input: { readonly unitId: string; readonly centreId: string; readonly why: Pick<Why, 'cause' | 'reason' | 'before'> },
): Promise<Result<Rebooked>> {
  const { unitId, centreId, why } = input;
  const times = await timesOf(tx, unitId);
  await matchSlots(tx, unitId, times);
  const from = addDays(tx.today, 1);
  const affected = (await affectedWomen(tx, { unitId, from })).filter(({ day, at, alsoAt }) => {
    const there = new Set(times(day).map((slot) => slot.at));
    return !there.has(at) || (alsoAt !== null && !there.has(alsoAt));
  });
  const rebooked = await rebookWomen(tx, affected, { ...why, unitId, centreId, from });
  // Once more: a place given back at a time that is gone is not to be taken again.
  await matchSlots(tx, unitId, times);
  return rebooked;
}
