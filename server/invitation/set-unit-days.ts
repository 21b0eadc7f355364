import { type DayPattern, daysOf } from '#core/invitation/repeat-days';
import { changeDay, type DayChange } from '#core/invitation/unit-day';
import { type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';
import { ownUnit } from './own-unit.ts';
import { rebookLost } from './rebook-lost.ts';
import type { Rebooked } from './rebook-women.ts';
import { tooShort } from './set-opening-hours.ts';
import { readDays, writeDays } from './write-hours.ts';

/**
 * Changes days of a unit apart from its week, one or a pattern of them: shut, other hours, times blocked, or as the week
 * says again. Only days after today. Those whose time is gone get a new one and are told. Refuses with `no-such-unit`,
 * `bad-hours`, or `no-days` when the pattern has none ahead.
 */
export async function setUnitDays(
  tx: Tx,
  input: { readonly unitId: string; readonly pattern: DayPattern; readonly change: DayChange },
): Promise<Result<Rebooked>> {
  const { unitId, change } = input;
  if (change.kind === 'special' && tooShort(change)) return refuse('bad-hours', 'Expected one time at least');
  if (change.kind === 'blocked' && change.to <= change.from)
    return refuse('bad-hours', 'Expected an end after the beginning');
  const unit = await ownUnit(tx, unitId);
  if (!unit.ok) return unit;
  const days = daysOf(input.pattern).filter((day) => day > tx.today);
  if (days.length === 0) return refuse('no-days', 'The pattern has no day after today');
  const before = await readDays(tx, unitId, days);
  await writeDays(
    tx,
    unitId,
    before.map((each) => changeDay(each, change)),
  );
  tx.record('unit.days-set', null, { unit: unitId, days: days.length, from: days[0], change: change.kind });
  return rebookLost(tx, {
    unitId,
    centreId: unit.value.centreId,
    why: { cause: 'day-changed', reason: 'reason' in change ? change.reason : '', before: { days: before } },
  });
}
