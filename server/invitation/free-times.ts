import { spread } from '#core/invitation/free-times';
import { openDays, timeAfter } from '#core/invitation/opening';
import { addDays, type Day, maxDay, minDay } from '#core/kernel/day';
import { ok, type Result, refuse } from '#core/kernel/result';
import { invitationRules } from '#programmes/breast-no/invitation';
import type { Tx } from '#server/db/transaction';
import { loadRequires } from './load-requires.ts';
import { loadUnits } from './load-units.ts';
import type { Time } from './take-slot.ts';

export type FreeTime = Time & { readonly unitName: string };

/**
 * Free times at the open units of a woman's area in two weeks from a day (tomorrow when left out), some of each day, that
 * suit what she needs: two in a row, a unit without stairs.
 * `until` is the last day she may move to. Refuses with `not-found`.
 */
export async function freeTimes(
  tx: Tx,
  input: { readonly personId: string; readonly from?: Day | undefined; readonly unitId?: string | undefined },
): Promise<Result<{ readonly from: Day; readonly to: Day; readonly until: Day; readonly times: readonly FreeTime[] }>> {
  const { timing, calendar } = invitationRules;
  const person = await tx.q
    .selectFrom('person as p')
    .leftJoin('episode as e', (join) => join.onRef('e.person_id', '=', 'p.person_id').on('e.state', '<>', 'closed'))
    .select(['p.centre_id', 'e.centre_id as round_centre'])
    .where('p.person_id', '=', input.personId)
    .executeTakeFirst();
  if (!person) return refuse('not-found', 'There is no such woman, or she belongs to another centre');
  const until = addDays(tx.today, timing.moveWithinDays);
  const from = minDay(maxDay(input.from ?? tx.today, addDays(tx.today, 1)), until);
  const to = minDay(addDays(from, 13), until);
  const requires = await loadRequires(tx, input.personId);
  const inArea = await loadUnits(tx, from, {
    centreIds: [person.round_centre ?? person.centre_id],
    unitId: input.unitId,
  });
  const units = inArea.filter((unit) => unit.stepFree || !requires.stepFree);
  const rows = await tx.q
    .selectFrom('slot')
    .select(['unit_id', 'day', 'at', 'places', 'booked'])
    .where(
      'unit_id',
      'in',
      units.map((unit) => unit.id),
    )
    .where('day', '>=', from)
    .where('day', '<=', to)
    .execute();
  const full = new Set(
    rows.filter((row) => row.booked >= row.places).map((row) => `${row.unit_id} ${row.day} ${row.at.slice(0, 5)}`),
  );
  const times = units.flatMap((unit) =>
    openDays(unit, from, to, calendar).flatMap(({ day, slots }) => {
      const isFree = (at: string | undefined) => at !== undefined && !full.has(`${unit.id} ${day} ${at}`);
      const free = slots.filter(({ at }) => isFree(at) && (!requires.longer || isFree(timeAfter(slots, at))));
      return spread(free, timing.timesOffered).map(({ at }) => ({ unitId: unit.id, unitName: unit.name, day, at }));
    }),
  );
  return ok({ from, to, until, times: [...times].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)) });
}
