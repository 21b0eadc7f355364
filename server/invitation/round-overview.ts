import { sql } from 'kysely';
import { timeliness } from '#core/invitation/due';
import { openDays } from '#core/invitation/opening';
import { addDays, type Day, daysBetween } from '#core/kernel/day';
import { invitationRules } from '#programmes/breast-no/invitation';
import type { Tx } from '#server/db/transaction';
import { loadDueDays } from './due-days.ts';
import { loadUnits } from './load-units.ts';

export type AreaOverview = {
  readonly centreId: string;
  readonly name: string;
  readonly pausedOn: Day | null;
  readonly pauseReason: string | null;
  /** Without an open round: past the tolerance after the due day, due by today, due by the end of the next window. */
  readonly overdue: number;
  readonly due: number;
  readonly coming: number;
  /** The longest that anyone has been due, days. */
  readonly oldestDays: number;
  /** In an open round, with a time ahead; and without one (missed, put off, or taken away by a pause). */
  readonly invited: number;
  readonly withoutTime: number;
  /** Over the next four weeks: places a week by the opening hours, and how many of them are taken a week. */
  readonly placesPerWeek: number;
  readonly bookedPerWeek: number;
};

const WEEKS = 4;

/** Every area: who is due, invited and late, and what there is room for. */
export async function roundOverview(tx: Tx): Promise<readonly AreaOverview[]> {
  const { timing, due: rules, calendar } = invitationRules;
  const to = addDays(tx.today, timing.noticeDays + timing.windowDays - 1);
  const ahead = { from: addDays(tx.today, 1), to: addDays(tx.today, 7 * WEEKS) };
  const visible = tx.actor.centres === 'all' ? undefined : [...tx.actor.centres];
  const centres = await tx.q
    .selectFrom('centre')
    .select(['id', 'short_name', 'paused_on', 'pause_reason'])
    .$if(visible !== undefined, (query) => query.where('id', 'in', visible ?? []))
    .orderBy('id')
    .execute();
  const women = await loadDueDays(tx, { dueUntil: to, centreIds: visible });
  const units = await loadUnits(tx, tx.today, { centreIds: visible });
  const rounds = await openRounds(tx);
  const booked = await bookedPlaces(tx, ahead.from, ahead.to);
  return centres.map((centre) => {
    const due = women.filter((each) => each.centreId === centre.id).map((each) => each.on);
    const own = units.filter((unit) => unit.centreId === centre.id);
    const places = own
      .flatMap((unit) => openDays(unit, ahead.from, ahead.to, calendar))
      .reduce((sum, { slots }) => sum + slots.reduce((each, slot) => each + slot.places, 0), 0);
    const first = due.reduce<Day | undefined>(
      (oldest, day) => (oldest === undefined || day < oldest ? day : oldest),
      undefined,
    );
    return {
      centreId: centre.id,
      name: centre.short_name,
      pausedOn: centre.paused_on,
      pauseReason: centre.pause_reason,
      overdue: due.filter((day) => timeliness(day, tx.today, rules) === 'late').length,
      due: due.filter((day) => day <= tx.today).length,
      coming: due.filter((day) => day > tx.today).length,
      oldestDays: first && first < tx.today ? daysBetween(first, tx.today) : 0,
      invited: rounds.get(centre.id)?.invited ?? 0,
      withoutTime: rounds.get(centre.id)?.without ?? 0,
      placesPerWeek: Math.round(places / WEEKS),
      bookedPerWeek: Math.round((booked.get(centre.id) ?? 0) / WEEKS),
    };
  });
}

async function openRounds(tx: Tx): Promise<Map<string, { invited: number; without: number }>> {
  const { rows } = await sql<{ centre_id: string; invited: number; without: number }>`
    select e.centre_id, (count(*) filter (where a.person_id is not null))::int as invited,
      (count(*) filter (where a.person_id is null))::int as without
    from episode e
    left join appointment a on a.person_id = e.person_id and a.status in ('invited', 'confirmed', 'checked-in')
    where e.state = 'invited' group by e.centre_id`.execute(tx.q);
  return new Map(rows.map((row) => [row.centre_id, row]));
}

async function bookedPlaces(tx: Tx, from: Day, to: Day): Promise<Map<string, number>> {
  const { rows } = await sql<{ centre_id: string; n: number }>`
    select u.centre_id, (count(*) + count(a.also_at))::int as n from appointment a join unit u on u.id = a.unit_id
    where a.day between ${from} and ${to} and a.status in ('invited', 'confirmed', 'checked-in')
    group by u.centre_id`.execute(tx.q);
  return new Map(rows.map((row) => [row.centre_id, row.n]));
}
