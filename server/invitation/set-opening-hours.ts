import { type Hours, minutesOf } from '#core/invitation/opening';
import { type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';
import { loadUnits } from './load-units.ts';
import { ownUnit } from './own-unit.ts';
import { rebookLost } from './rebook-lost.ts';
import type { Rebooked } from './rebook-women.ts';
import { writeHours } from './write-hours.ts';

/**
 * New weekly opening hours of a unit from tomorrow: a weekday that is not named is shut. Free slots follow; those whose
 * time no longer exists get a new one and are told. Refuses with `no-such-unit` or `bad-hours` (which weekday, and why).
 */
export async function setOpeningHours(
  tx: Tx,
  input: { readonly unitId: string; readonly hours: readonly Hours[] },
): Promise<Result<Rebooked>> {
  const bad = input.hours.find(tooShort);
  if (bad)
    return refuse('bad-hours', `Weekday ${bad.weekday}: expected closing at least one time after opening`, {
      weekday: bad.weekday,
    });
  const days = new Set(input.hours.map((each) => each.weekday));
  if (days.size !== input.hours.length) return refuse('bad-hours', 'Expected each weekday at most once');
  const known = await ownUnit(tx, input.unitId);
  if (!known.ok) return known;
  const [unit] = await loadUnits(tx, tx.today, { unitId: input.unitId });
  await writeHours(tx, input.unitId, input.hours);
  tx.record('unit.hours-set', null, { unit: input.unitId, hours: input.hours });
  return rebookLost(tx, {
    unitId: input.unitId,
    centreId: known.value.centreId,
    why: { cause: 'hours', reason: '', before: { hours: unit?.hours ?? [] } },
  });
}

/** Hours in which not even one woman has time. */
export function tooShort(hours: Omit<Hours, 'weekday'>): boolean {
  return minutesOf(hours.closesAt) - minutesOf(hours.opensAt) < hours.slotMinutes;
}
