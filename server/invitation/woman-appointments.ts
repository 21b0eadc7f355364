import { isLive } from '#core/invitation/appointment';
import type { Day } from '#core/kernel/day';
import { ok, type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';
import { type Appointment, appointmentOf } from './change-appointment.ts';

export type WomanAppointment = Appointment & {
  readonly unitName: string;
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
  Result<{ readonly name: string; readonly live: string | null; readonly appointments: readonly WomanAppointment[] }>
> {
  const person = await tx.q
    .selectFrom('person')
    .select(['given_name', 'family_name'])
    .where('person_id', '=', personId)
    .executeTakeFirst();
  if (!person) return refuse('not-found', 'There is no such woman, or she belongs to another centre');
  tx.look(personId, 'appointments');
  const rows = await tx.q
    .selectFrom('appointment as a')
    .innerJoin('unit as u', 'u.id', 'a.unit_id')
    .selectAll('a')
    .select('u.name as unit_name')
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
  const appointments = rows.map((row) => ({
    ...appointmentOf(row),
    unitName: row.unit_name,
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
  return ok({ name, live: appointments.find((each) => isLive(each.status))?.appointmentId ?? null, appointments });
}
