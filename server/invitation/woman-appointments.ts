import { sql } from 'kysely';
import { isLive } from '#core/invitation/appointment';
import { type Needs, readNeeds, requiredBy, unmetNeeds } from '#core/invitation/needs';
import { mayUndoCancelling } from '#core/invitation/undo-cancelling';
import type { Day } from '#core/kernel/day';
import { ok, type Result, refuse } from '#core/kernel/result';
import { invitationRules } from '#programmes/breast-no/invitation';
import type { Tx } from '#server/db/transaction';
import { type Appointment, appointmentOf } from './change-appointment.ts';
import { loadCancelled } from './load-cancelled.ts';

export type WomanAppointment = Appointment & {
  readonly unitName: string;
  readonly mayUndoCancelling: boolean;
  readonly changes: readonly {
    readonly status: string;
    readonly day: Day;
    readonly by: string;
    readonly reason: string | null;
  }[];
};

/** A woman's appointments, the newest first, each with its changes: who, when and why. The look is recorded. */
export async function womanAppointments(
  tx: Tx,
  personId: string,
): Promise<
  Result<{
    readonly name: string;
    readonly phone: string | null;
    readonly language: string;
    readonly needs: Needs;
    readonly unmet: readonly ('too-short' | 'stairs')[];
    readonly live: string | null;
    readonly appointments: readonly WomanAppointment[];
  }>
> {
  const person = await tx.q
    .selectFrom('person')
    .select(['given_name', 'family_name', 'phone', 'language', 'needs'])
    .where('person_id', '=', personId)
    .executeTakeFirst();
  if (!person) return refuse('not-found', 'There is no such woman, or she belongs to another centre');
  tx.look(personId, 'appointments');
  const rows = await tx.q
    .selectFrom('appointment as a')
    .innerJoin('unit as u', 'u.id', 'a.unit_id')
    .selectAll('a')
    .select(['u.name as unit_name', sql<boolean>`coalesce(u.step_free, u.kind = 'stationary')`.as('step_free')])
    .where('a.person_id', '=', personId)
    .orderBy('a.day', 'desc')
    .orderBy('a.at', 'desc')
    .execute();
  const changes = await tx.q
    .selectFrom('appointment_change as c')
    .leftJoin('staff_user as s', 's.id', 'c.by_user')
    .select(['c.appointment_id', 'c.status', 'c.day', 'c.by_user', 'c.reason', 's.name'])
    .where('c.person_id', '=', personId)
    .orderBy('c.version')
    .execute();
  const undoable = (await loadCancelled(tx, personId)).filter((one) => mayUndoCancelling(one, tx.today).ok);
  const appointments = rows.map((row) => ({
    ...appointmentOf(row),
    unitName: row.unit_name,
    mayUndoCancelling: undoable.some((one) => one.appointmentId === row.appointment_id),
    changes: changes
      .filter((change) => change.appointment_id === row.appointment_id)
      .map((change) => ({
        status: change.status,
        day: change.day,
        by: change.name ?? change.by_user,
        reason: change.reason,
      })),
  }));
  const name = `${person.given_name ?? ''} ${person.family_name ?? ''}`.trim();
  const live = rows.find((row) => isLive(row.status));
  const needs = readNeeds(person.needs);
  const requires = requiredBy(needs, invitationRules.needs);
  return ok({
    name,
    phone: person.phone,
    language: person.language,
    needs,
    unmet: live ? unmetNeeds(requires, { longer: live.also_at !== null, stepFree: live.step_free }) : [],
    live: live?.appointment_id ?? null,
    appointments,
  });
}
