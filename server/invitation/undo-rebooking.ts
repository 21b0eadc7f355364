import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { AppointmentKind, AppointmentStatus } from '#core/invitation/appointment';
import type { Hours } from '#core/invitation/opening';
import { afterUndo, type KeptReason, mayUndo } from '#core/invitation/undo-rebooking';
import type { SetDay } from '#core/invitation/unit-day';
import type { Day } from '#core/kernel/day';
import { ok, type Result, refuse } from '#core/kernel/result';
import { invitationRules } from '#programmes/breast-no/invitation';
import type { Tx } from '#server/db/transaction';
import { withdrawUnsent } from '#server/messaging/withdraw-unsent';
import { changeAppointment } from './change-appointment.ts';
import { isTimeFree } from './is-time-free.ts';
import { matchSlots, type Times, timesOf } from './match-slots.ts';
import { waitingCause } from './plan-times.ts';
import { writeAppointments } from './write-appointments.ts';
import { writeDays, writeHours } from './write-hours.ts';

export type Undone = {
  readonly restored: number;
  readonly kept: number;
  readonly women: readonly { readonly personId: string; readonly name: string; readonly kept: KeptReason | null }[];
};

/**
 * Takes a rebooking back while it can be: the unit or area stands as before, and each woman who has not been told gets
 * her old time again and hears nothing. Those who have been told, or have changed their time since, keep what they have.
 * Refuses with `not-found`, `undone-already` or `too-late`.
 */
export async function undoRebooking(tx: Tx, input: { readonly rebookingId: string }): Promise<Result<Undone>> {
  const rebooking = await tx.q
    .selectFrom('rebooking')
    .selectAll()
    .where('rebooking_id', '=', input.rebookingId)
    .forUpdate()
    .executeTakeFirst();
  if (!rebooking) return refuse('not-found', 'There is no such rebooking, or it belongs to another centre');
  const may = mayUndo(
    { madeOn: rebooking.made_on, undoneOn: rebooking.undone_on },
    tx.today,
    invitationRules.rebooking.undoDays,
  );
  if (!may.ok) return may;
  await standAsBefore(tx, rebooking as unknown as Rebooking);
  const women: Undone['women'][number][] = [];
  const rows = await affected(tx, input.rebookingId);
  const times = new Map<string, Times>();
  for (const unitId of new Set(rows.map((row) => row.unitId))) times.set(unitId, await timesOf(tx, unitId));
  for (const row of rows) {
    const oldTimeFree = await isTimeFree(tx, { ...row, day: row.oldDay }, times.get(row.unitId));
    const after = afterUndo({ ...row, oldTimeFree }, tx.today);
    women.push({ personId: row.personId, name: row.name, kept: after === 'restore' ? null : after });
    if (after !== 'restore') continue;
    const restored = await restore(tx, row);
    if (!restored.ok) return restored;
  }
  await tx.q
    .updateTable('rebooking')
    .set({ undone_on: tx.today, undone_by: tx.actor.userId })
    .where('rebooking_id', '=', input.rebookingId)
    .execute();
  const kept = women.filter((woman) => woman.kept !== null).length;
  tx.record('rebooking.undone', null, { rebooking: input.rebookingId, restored: women.length - kept, kept });
  return ok({ restored: women.length - kept, kept, women });
}

type Rebooking = {
  cause: string;
  unit_id: string | null;
  centre_id: string;
  before: { readonly hours?: readonly Hours[]; readonly days?: readonly SetDay[] };
};

async function standAsBefore(tx: Tx, { cause, unit_id, centre_id, before }: Rebooking): Promise<void> {
  const none = { paused_on: null, pause_reason: null };
  if (cause === 'area-paused') await tx.q.updateTable('centre').set(none).where('id', '=', centre_id).execute();
  if (unit_id === null) return;
  if (cause === 'unit-paused') await tx.q.updateTable('unit').set(none).where('id', '=', unit_id).execute();
  if (before.hours) await writeHours(tx, unit_id, before.hours);
  if (before.days && before.days.length > 0) await writeDays(tx, unit_id, before.days);
  await matchSlots(tx, unit_id, await timesOf(tx, unit_id));
}

type Row = {
  personId: string;
  name: string;
  episodeId: string;
  centreId: string;
  appointmentId: string;
  unitId: string;
  oldDay: Day;
  at: string;
  alsoAt: string | null;
  kind: AppointmentKind;
  givenId: string | null;
  given: AppointmentStatus | null;
  hasOther: boolean;
  told: boolean;
};

async function affected(tx: Tx, rebookingId: string): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    select r.person_id as "personId", concat_ws(' ', p.given_name, p.family_name) as name, a.episode_id as "episodeId",
      a.centre_id as "centreId", a.appointment_id as "appointmentId", a.unit_id as "unitId", a.day as "oldDay",
      left(a.at::text, 5) as at, left(a.also_at::text, 5) as "alsoAt", a.kind, r.given_id as "givenId", g.status as given,
      exists (select from appointment o where o.person_id = r.person_id and o.status in ('invited', 'confirmed', 'checked-in')
        and o.appointment_id is distinct from r.given_id) as "hasOther",
      exists (select from message m where m.person_id = r.person_id and m.kind = 'moved'
        -- One that waits and has been tried may be in a worker's hand at this moment.
        and (m.state not in ('waiting', 'withdrawn') or (m.state = 'waiting' and m.attempts > 0))
        and m.cause in ('moved:' || r.given_id, 'waiting:' || r.appointment_id)) as told
    from rebooked r
    join person p on p.person_id = r.person_id
    join appointment a on a.person_id = r.person_id and a.appointment_id = r.appointment_id
    left join appointment g on g.person_id = r.person_id and g.appointment_id = r.given_id
    where r.rebooking_id = ${rebookingId}
    order by a.day, a.at, r.person_id`.execute(tx.q);
  return rows;
}

/** Her old time as a new appointment; a letter about it that has not left follows it there. */
async function restore(tx: Tx, row: Row): Promise<Result<unknown>> {
  const { personId, givenId } = row;
  if (givenId) {
    const withdrawn = await changeAppointment(tx, { personId, appointmentId: givenId }, 'withdraw', 'undone');
    if (!withdrawn.ok) return withdrawn;
  }
  await withdrawUnsent(tx, [
    { personId, cause: waitingCause(row.appointmentId) },
    ...(givenId ? [{ personId, cause: `moved:${givenId}` }] : []),
  ]);
  const appointmentId = randomUUID();
  await writeAppointments(tx, [
    {
      personId,
      episodeId: row.episodeId,
      appointmentId,
      centreId: row.centreId,
      unitId: row.unitId,
      day: row.oldDay,
      at: row.at,
      alsoAt: row.alsoAt,
      kind: row.kind,
      movedFrom: givenId ?? row.appointmentId,
      event: 'rebooking-undone',
      detail: {},
    },
  ]);
  await sql`
    update message set appointment_id = ${appointmentId}
    where person_id = ${personId} and appointment_id = ${row.appointmentId} and state = 'waiting'`.execute(tx.q);
  return ok(appointmentId);
}
