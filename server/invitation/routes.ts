import * as contract from '#contracts/invitation';
import * as unitContract from '#contracts/units';
import { addDays } from '#core/kernel/day';
import { ok, type Result } from '#core/kernel/result';
import { invitationRules } from '#programmes/breast-no/invitation';
import { inTransaction, type Tx } from '#server/db/transaction';
import { type Request, type Route, route } from '#server/http/route';
import { affectedWomen } from './affected-women.ts';
import { cancelAppointment } from './cancel-appointment.ts';
import { checkIn, undoCheckIn } from './check-in.ts';
import { confirmAppointment } from './confirm-appointment.ts';
import { freeTimes } from './free-times.ts';
import { listPlans } from './list-plans.ts';
import { listRebookings } from './list-rebookings.ts';
import { loadUnits } from './load-units.ts';
import { markNotAttended } from './mark-not-attended.ts';
import { moveAppointment } from './move-appointment.ts';
import { pauseArea } from './pause-area.ts';
import { pauseUnit } from './pause-unit.ts';
import { planInvitations } from './plan-invitations.ts';
import type { TimesPlanned } from './plan-times.ts';
import type { Rebooked } from './rebook-women.ts';
import { resumeArea } from './resume-area.ts';
import { resumeUnit } from './resume-unit.ts';
import { roundMap } from './round-map.ts';
import { roundOverview } from './round-overview.ts';
import { setNeeds } from './set-needs.ts';
import { setOpeningHours } from './set-opening-hours.ts';
import { setStepFree } from './set-step-free.ts';
import { setUnitDays } from './set-unit-days.ts';
import { tryOut } from './try-out.ts';
import { undoCancelling } from './undo-cancelling.ts';
import { undoRebooking } from './undo-rebooking.ts';
import { unitCalendar } from './unit-calendar.ts';
import { womanAppointments } from './woman-appointments.ts';

/** Weeks that a unit's calendar shows. */
const CALENDAR_WEEKS = 8;

const act = <T>({ db, actor }: Request, work: (tx: Tx) => Promise<T>) => inTransaction(db, actor, work);
const resumed = ({ booked, unplaced }: TimesPlanned) => ok({ rebooked: booked.length, waiting: unplaced.length });

/** Does it, or only says what it would do. */
async function actOrTry(
  request: Request,
  dryRun: boolean,
  work: (tx: Tx) => Promise<Result<Rebooked>>,
): Promise<Result<Rebooked>> {
  if (!dryRun) return act(request, work);
  const tried = await tryOut(request.db, request.actor, work);
  return tried.ok ? ok({ ...tried.value, rebookingId: null }) : tried;
}

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
    act(request, async (tx) => {
      const women = await affectedWomen(tx, input);
      for (const { personId } of women) tx.look(personId, 'women with a time at a unit');
      return { women };
    }),
  ),
  route(contract.pauseArea, (request, input) => actOrTry(request, input.dryRun, (tx) => pauseArea(tx, input))),
  route(contract.resumeArea, (request, input) =>
    act(request, async (tx) => {
      const result = await resumeArea(tx, input);
      return result.ok ? resumed(result.value) : result;
    }),
  ),
  route(contract.pauseUnit, (request, input) => actOrTry(request, input.dryRun, (tx) => pauseUnit(tx, input))),
  route(contract.resumeUnit, (request, input) =>
    act(request, async (tx) => {
      const result = await resumeUnit(tx, input);
      return result.ok ? resumed(result.value) : result;
    }),
  ),
  route(contract.setOpeningHours, (request, input) =>
    actOrTry(request, input.dryRun, (tx) => setOpeningHours(tx, input)),
  ),
  route(unitContract.setUnitDays, (request, input) => actOrTry(request, input.dryRun, (tx) => setUnitDays(tx, input))),
  route(unitContract.setStepFree, (request, input) => act(request, (tx) => setStepFree(tx, input))),
  route(unitContract.listRebookings, (request, input) =>
    act(request, async (tx) => ({ rebookings: await listRebookings(tx, input) })),
  ),
  route(unitContract.undoRebooking, (request, { dryRun, ...input }) =>
    dryRun
      ? tryOut(request.db, request.actor, (tx) => undoRebooking(tx, input))
      : act(request, (tx) => undoRebooking(tx, input)),
  ),
  route(unitContract.roundMap, ({ db, actor }) => roundMap(db, actor)),
  route(contract.setNeeds, (request, input) => act(request, (tx) => setNeeds(tx, input))),
  route(contract.needChoices, () => {
    const { languages, longer } = invitationRules.needs;
    return Promise.resolve({ languages, longer });
  }),
  route(contract.womanAppointments, (request, { personId }) =>
    act(request, async (tx) => {
      const found = await womanAppointments(tx, personId);
      return found.ok ? ok({ today: tx.today, ...found.value }) : found;
    }),
  ),
  route(contract.freeTimes, (request, input) => act(request, (tx) => freeTimes(tx, input))),
  route(contract.moveAppointment, (request, input) => act(request, (tx) => moveAppointment(tx, input))),
  route(contract.cancelAppointment, (request, input) => act(request, (tx) => cancelAppointment(tx, input))),
  route(contract.undoCancelling, (request, input) => act(request, (tx) => undoCancelling(tx, input))),
  route(contract.confirmAppointment, (request, input) => act(request, (tx) => confirmAppointment(tx, input))),
  route(contract.checkIn, (request, input) => act(request, (tx) => checkIn(tx, input))),
  route(contract.undoCheckIn, (request, input) => act(request, (tx) => undoCheckIn(tx, input))),
  route(contract.markNotAttended, (request, input) => act(request, (tx) => markNotAttended(tx, input))),
];
