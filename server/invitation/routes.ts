import * as contract from '#contracts/invitation';
import { addDays } from '#core/kernel/day';
import { ok } from '#core/kernel/result';
import { invitationRules } from '#programmes/breast-no/invitation';
import { inTransaction, type Tx } from '#server/db/transaction';
import { type Request, type Route, route } from '#server/http/route';
import { affectedWomen } from './affected-women.ts';
import { cancelAppointment } from './cancel-appointment.ts';
import { checkIn, undoCheckIn } from './check-in.ts';
import { confirmAppointment } from './confirm-appointment.ts';
import { freeTimes } from './free-times.ts';
import { listPlans } from './list-plans.ts';
import { loadUnits } from './load-units.ts';
import { markNotAttended } from './mark-not-attended.ts';
import { moveAppointment } from './move-appointment.ts';
import { pauseArea } from './pause-area.ts';
import { pauseUnit } from './pause-unit.ts';
import { planInvitations } from './plan-invitations.ts';
import type { TimesPlanned } from './plan-times.ts';
import { resumeArea } from './resume-area.ts';
import { resumeUnit } from './resume-unit.ts';
import { roundOverview } from './round-overview.ts';
import { setOpeningHours } from './set-opening-hours.ts';
import { unitCalendar } from './unit-calendar.ts';
import { womanAppointments } from './woman-appointments.ts';

/** Weeks that a unit's calendar shows. */
const CALENDAR_WEEKS = 8;

const act = <T>({ db, actor }: Request, work: (tx: Tx) => Promise<T>) => inTransaction(db, actor, work);
const resumed = ({ booked, unplaced }: TimesPlanned) => ok({ rebooked: booked.length, waiting: unplaced.length });

export const routes: readonly Route[] = [
  route(contract.roundOverview, (request) =>
    act(request, async (tx) => {
      const from = addDays(tx.today, invitationRules.timing.noticeDays);
      const window = { from, to: addDays(from, invitationRules.timing.windowDays - 1) };
      return { today: tx.today, window, areas: await roundOverview(tx) };
    }),
  ),
  route(contract.planInvitations, (request, input) => act(request, (tx) => planInvitations(tx, input))),
  route(contract.listPlans, (request) => act(request, async (tx) => ({ plans: await listPlans(tx) }))),
  route(contract.listUnits, (request) =>
    act(request, async (tx) => {
      const centreIds = tx.actor.centres === 'all' ? undefined : tx.actor.centres;
      return { units: await loadUnits(tx, tx.today, { centreIds }) };
    }),
  ),
  route(contract.unitCalendar, (request, input) =>
    act(request, async (tx) => {
      const found = await unitCalendar(tx, { ...input, weeks: CALENDAR_WEEKS });
      if (!found.ok) return found;
      const { unit, days } = found.value;
      return ok({ today: tx.today, unit, days });
    }),
  ),
  route(contract.affectedWomen, (request, input) =>
    act(request, async (tx) => ({ women: await affectedWomen(tx, input) })),
  ),
  route(contract.pauseArea, (request, input) => act(request, (tx) => pauseArea(tx, input))),
  route(contract.resumeArea, (request, input) =>
    act(request, async (tx) => {
      const result = await resumeArea(tx, input);
      return result.ok ? resumed(result.value) : result;
    }),
  ),
  route(contract.pauseUnit, (request, input) => act(request, (tx) => pauseUnit(tx, input))),
  route(contract.resumeUnit, (request, input) =>
    act(request, async (tx) => {
      const result = await resumeUnit(tx, input);
      return result.ok ? resumed(result.value) : result;
    }),
  ),
  route(contract.setOpeningHours, (request, input) => act(request, (tx) => setOpeningHours(tx, input))),
  route(contract.womanAppointments, (request, { personId }) =>
    act(request, async (tx) => {
      const found = await womanAppointments(tx, personId);
      return found.ok ? ok({ today: tx.today, ...found.value }) : found;
    }),
  ),
  route(contract.freeTimes, (request, input) => act(request, (tx) => freeTimes(tx, input))),
  route(contract.moveAppointment, (request, input) => act(request, (tx) => moveAppointment(tx, input))),
  route(contract.cancelAppointment, (request, input) => act(request, (tx) => cancelAppointment(tx, input))),
  route(contract.confirmAppointment, (request, input) => act(request, (tx) => confirmAppointment(tx, input))),
  route(contract.checkIn, (request, input) => act(request, (tx) => checkIn(tx, input))),
  route(contract.undoCheckIn, (request, input) => act(request, (tx) => undoCheckIn(tx, input))),
  route(contract.markNotAttended, (request, input) => act(request, (tx) => markNotAttended(tx, input))),
];
