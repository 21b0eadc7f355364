import { openDays } from '#core/invitation/opening';
import { addDays } from '#core/kernel/day';
import { invitationRules } from '#programmes/breast-no/invitation';
import type { Tx } from '#server/db/transaction';
import { loadUnits, type NamedUnit } from './load-units.ts';

/** Weeks ahead in which a stationary unit should have an open day. */
export const OPEN_WITHIN_WEEKS = 4;

/** Stationary units that are not paused and yet take nobody in the coming weeks: hours or closures that somebody forgot. */
export async function unitsWithoutDays(tx: Tx): Promise<readonly NamedUnit[]> {
  const centreIds = tx.actor.centres === 'all' ? undefined : tx.actor.centres;
  const units = await loadUnits(tx, tx.today, { centreIds });
  const from = addDays(tx.today, 1);
  const to = addDays(tx.today, 7 * OPEN_WITHIN_WEEKS);
  return units.filter(
    (unit) =>
      unit.kind === 'stationary' &&
      unit.pausedOn === null &&
      openDays(unit, from, to, invitationRules.calendar).length === 0,
  );
}
