import { sql } from 'kysely';
import { unitOn } from '#core/invitation/opening';
import { addDays, type Day, weekStart } from '#core/kernel/day';
import { ok, type Result, refuse } from '#core/kernel/result';
import { invitationRules } from '#programmes/breast-no/invitation';
import type { Tx } from '#server/db/transaction';
import { loadUnits, type NamedUnit } from './load-units.ts';

export type CalendarDay = {
  readonly day: Day;
  /** Null when open, else why it is shut. */
  readonly shut: 'paused' | 'holiday' | 'closed' | 'no-hours' | 'no-stop' | null;
  /** The holiday's id, the reason of the closure, or where a bus stands. */
  readonly detail: string;
  /** Why the hours of the day are others than the week's; and the times at which nobody is taken. */
  readonly special: string | null;
  readonly blocks: readonly { readonly from: string; readonly to: string; readonly reason: string }[];
  /** Places by the opening hours; `booked` may be more where attendance is predicted to be low. */
  readonly places: number;
  readonly booked: number;
};

/** A unit's weeks from the Monday of a day: open or why not, and how full. Refuses with `no-such-unit`. */
export async function unitCalendar(
  tx: Tx,
  input: { readonly unitId: string; readonly from?: Day | undefined; readonly weeks: number },
): Promise<Result<{ readonly unit: NamedUnit; readonly days: readonly CalendarDay[] }>> {
  const from = weekStart(input.from ?? tx.today);
  const [unit] = await loadUnits(tx, from, { unitId: input.unitId });
  if (!unit) return refuse('no-such-unit', `There is no unit ${input.unitId}`);
  const to = addDays(from, 7 * input.weeks - 1);
  const { rows } = await sql<{ day: Day; n: number }>`
    select day, (count(*) + count(also_at))::int as n from appointment
    where unit_id = ${unit.id} and day between ${from} and ${to} and status not in ('moved', 'cancelled')
    group by day`.execute(tx.q);
  const booked = new Map(rows.map((row) => [row.day, row.n]));
  const days = Array.from({ length: 7 * input.weeks }, (_, i): CalendarDay => {
    const day = addDays(from, i);
    const on = unitOn(unit, day, invitationRules.calendar);
    const taken = booked.get(day) ?? 0;
    const set = {
      special: unit.specialDays.find((each) => each.day === day)?.reason ?? null,
      blocks: unit.blocks.filter((each) => each.day === day),
    };
    return on.open
      ? {
          day,
          ...set,
          shut: null,
          detail: on.place ?? '',
          places: on.slots.reduce((sum, slot) => sum + slot.places, 0),
          booked: taken,
        }
      : { day, ...set, shut: on.why, detail: on.detail, places: 0, booked: taken };
  });
  return ok({ unit, days });
}
