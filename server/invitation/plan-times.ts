import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { AppointmentKind } from '#core/invitation/appointment';
import { predictAttendance } from '#core/invitation/attendance';
import { planRound } from '#core/invitation/plan-round';
import type { UnplacedReason } from '#core/invitation/round-plan';
import { addDays, type Day } from '#core/kernel/day';
import { invitationRules } from '#programmes/breast-no/invitation';
import type { Tx } from '#server/db/transaction';
import { decideMessages } from '#server/messaging/decide-message';
import { withdrawUnsent } from '#server/messaging/withdraw-unsent';
import { ensureSlots } from './ensure-slots.ts';
import { loadSites } from './load-sites.ts';
import { loadUnits } from './load-units.ts';
import { attendanceFacts, loadWomen } from './load-women.ts';
import type { Time } from './take-slot.ts';
import { writeAppointments } from './write-appointments.ts';

/** A woman in an open round who needs a time. */
export type NeedsTime = {
  readonly personId: string;
  readonly episodeId: string;
  /** Area of her round. */
  readonly centreId: string;
  readonly kind: AppointmentKind;
  /** The appointment that the new one replaces, when it does. */
  readonly movedFrom: string | null;
  /** The day it should be near; the earliest are served first. */
  readonly near: Day;
};

export type TimeGiven = Time & { readonly personId: string; readonly appointmentId: string };

export type TimesPlanned = {
  readonly booked: readonly TimeGiven[];
  readonly unplaced: readonly { readonly personId: string; readonly reason: UnplacedReason }[];
};

/**
 * Finds and books times for women in open rounds, with the same planner and all of each day's places, and decides the
 * message that tells each of hers: `moved` when it replaces another, else `reminder` or `technical-recall` by its kind.
 * `event` is the word on the timeline.
 */
export async function planTimes(
  tx: Tx,
  women: readonly NeedsTime[],
  window: { readonly from: Day; readonly to: Day },
  event: string,
): Promise<TimesPlanned> {
  if (women.length === 0) return { booked: [], unplaced: [] };
  const centreIds = [...new Set(women.map((each) => each.centreId))];
  const units = await loadUnits(tx, tx.today, { centreIds });
  await ensureSlots(tx, units, window.from, window.to);
  const sites = await loadSites(tx, units, window, true);
  const paused = await pausedCentres(tx, window.from);
  const ids = women.map((each) => each.personId);
  const facts = new Map(
    (await loadWomen(tx, sql`select unnest(${ids}::uuid[]) as person_id`)).map((each) => [each.personId, each]),
  );
  const plan = planRound({
    ...window,
    women: women.map((each) => {
      const woman = facts.get(each.personId);
      const about = woman && attendanceFacts(woman, tx.today, each.kind === 'reminder');
      return {
        id: each.personId,
        centreId: each.centreId,
        point: woman?.point ?? null,
        dueOn: each.near,
        attendance: about ? predictAttendance(about, invitationRules.attendance) : invitationRules.attendance.mean,
        ...(woman?.requires ?? { longer: false, stepFree: false }),
      };
    }),
    sites,
    pausedCentres: paused,
    rules: { ...invitationRules.plan, plannedShare: 1 },
  });
  const asked = new Map(women.map((each) => [each.personId, each]));
  const appointments = plan.assignments.flatMap(({ womanId, unitId, day, at, alsoAt }) => {
    const want = asked.get(womanId);
    return want ? [{ ...want, unitId, day, at, alsoAt, appointmentId: randomUUID(), event, detail: {} }] : [];
  });
  await writeAppointments(tx, appointments);
  // Told of both at once rather than that a time will come and then which.
  await withdrawUnsent(
    tx,
    appointments.flatMap(({ personId, movedFrom }) =>
      movedFrom ? [{ personId, cause: waitingCause(movedFrom) }] : [],
    ),
  );
  await decideMessages(
    tx,
    appointments.map(({ personId, episodeId, appointmentId, kind, movedFrom }) => {
      const message = movedFrom === null && kind !== 'ordinary' ? kind : ('moved' as const);
      const moved = message === 'moved' ? { content: { movedBy: 'programme' as const } } : {};
      return { personId, kind: message, cause: `${message}:${appointmentId}`, episodeId, appointmentId, ...moved };
    }),
  );
  return {
    booked: appointments.map(({ personId, appointmentId, unitId, day, at }) => ({
      personId,
      appointmentId,
      unitId,
      day,
      at,
    })),
    unplaced: plan.unplaced.map(({ womanId, reason }) => ({ personId: womanId, reason })),
  };
}

/** Cause of the message that a time is gone and that a new one will come. */
export const waitingCause = (appointmentId: string): string => `waiting:${appointmentId}`;

/** A window of usual length from so many days after today. */
export function windowFrom(today: Day, noticeDays: number): { readonly from: Day; readonly to: Day } {
  const from = addDays(today, noticeDays);
  return { from, to: addDays(from, 2 * invitationRules.timing.windowDays - 1) };
}

async function pausedCentres(tx: Tx, from: Day): Promise<readonly string[]> {
  const rows = await tx.q.selectFrom('centre').select('id').where('paused_on', '<=', from).execute();
  return rows.map((row) => row.id);
}
