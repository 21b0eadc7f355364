import { type AppointmentAction, appointmentAfter, freesPlace } from '#core/invitation/appointment';
import type { Day } from '#core/kernel/day';
import { ok, type Result, refuse } from '#core/kernel/result';
import type { AppointmentTable } from '#server/db/tables';
import type { Tx } from '#server/db/transaction';
import { changedByOther } from './changed-by-other.ts';
import { noteEpisode } from './move-episode.ts';
import { releaseSlot } from './take-slot.ts';

export type AppointmentKey = {
  readonly personId: string;
  readonly appointmentId: string;
  /** The version that the actor saw; left out only by the programme's own hand. */
  readonly version?: number | undefined;
};

export type Appointment = {
  readonly personId: string;
  readonly appointmentId: string;
  readonly episodeId: string;
  readonly centreId: string;
  readonly unitId: string;
  readonly day: Day;
  readonly at: string;
  /** The time after is hers too. */
  readonly longer: boolean;
  readonly kind: AppointmentTable['kind'];
  readonly status: AppointmentTable['status'];
  readonly version: number;
};

/** Timeline word of each action. */
const happened: Readonly<Record<AppointmentAction, string>> = {
  confirm: 'appointment-confirmed',
  move: 'appointment-moved',
  cancel: 'appointment-cancelled',
  withdraw: 'appointment-withdrawn',
  'check-in': 'checked-in',
  'undo-check-in': 'check-in-undone',
  screen: 'screened',
  'screen-partially': 'partially-screened',
  'leave-without-images': 'attended-not-screened',
  'not-attend': 'appointment-not-attended',
};

/**
 * One action on an appointment, by the appointment table: status, change row, slot, timeline and audit in the caller's
 * transaction. The row is locked. Refuses with `not-found`, `changed-by-other` (the other's change in the details),
 * `not-yet`, or as `appointmentAfter`. Returns the appointment as it now is.
 */
export async function changeAppointment(
  tx: Tx,
  key: AppointmentKey,
  action: AppointmentAction,
  reason: string | null = null,
): Promise<Result<Appointment>> {
  const row = await tx.q
    .selectFrom('appointment')
    .selectAll()
    .where('person_id', '=', key.personId)
    .where('appointment_id', '=', key.appointmentId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return refuse('not-found', 'There is no such appointment, or it belongs to another centre');
  if (key.version !== undefined && key.version !== row.version) return changedByOther(tx, row);
  const next = appointmentAfter(row.status, action);
  if (!next.ok) return next;
  const mayNotBeAhead = action === 'check-in' || action === 'not-attend';
  if (mayNotBeAhead && row.day > tx.today)
    return refuse('not-yet', `The appointment is on ${row.day}`, { day: row.day });
  const version = row.version + 1;
  await tx.q
    .updateTable('appointment')
    .set({ status: next.value, version })
    .where('person_id', '=', key.personId)
    .where('appointment_id', '=', key.appointmentId)
    .execute();
  await noteChange(tx, { ...row, status: next.value, version }, reason);
  if (freesPlace(next.value)) {
    for (const at of [row.at, row.also_at]) if (at) await releaseSlot(tx, { unitId: row.unit_id, day: row.day, at });
  }
  if (next.value === 'screened') await noteScreened(tx, key.personId, row.day);
  const detail = { appointment: key.appointmentId, ...(reason ? { reason } : {}) };
  await noteEpisode(tx, { personId: key.personId, episodeId: row.episode_id }, happened[action], detail);
  return ok(appointmentOf({ ...row, status: next.value, version }));
}

type Row = Omit<AppointmentTable, 'day' | 'version'> & { day: Day; version: number };

export function appointmentOf(row: Row): Appointment {
  return {
    personId: row.person_id,
    appointmentId: row.appointment_id,
    episodeId: row.episode_id,
    centreId: row.centre_id,
    unitId: row.unit_id,
    day: row.day,
    at: row.at.slice(0, 5),
    longer: row.also_at !== null,
    kind: row.kind,
    status: row.status,
    version: row.version,
  };
}

async function noteChange(tx: Tx, row: Row, reason: string | null): Promise<void> {
  await tx.q
    .insertInto('appointment_change')
    .values({
      person_id: row.person_id,
      appointment_id: row.appointment_id,
      version: row.version,
      status: row.status,
      day: tx.today,
      by_user: tx.actor.userId,
      reason,
    })
    .execute();
}

/**
 * She has been screened on a day: images that can be read are taken. A technical recall is none, and until she comes again
 * she counts as before.
 */
export async function noteScreened(tx: Tx, personId: string, day: Day): Promise<void> {
  await tx.q.updateTable('person').set({ last_screened_on: day }).where('person_id', '=', personId).execute();
}
