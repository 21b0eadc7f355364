import { type AppointmentStatus, isLive } from '#core/invitation/appointment';
import type { Day } from '#core/kernel/day';
import { type Result, refuse } from '#core/kernel/result';
import { type OthersChange, othersChange } from '#server/auth/others-change';
import type { Tx } from '#server/db/transaction';

type Changed = {
  readonly person_id: string;
  readonly appointment_id: string;
  readonly status: AppointmentStatus;
  readonly version: number;
};

/** The refusal `changed-by-other` of an appointment: who changed it last, when, and how it stands now. */
export async function changedByOther(tx: Tx, row: Changed): Promise<Result<never>> {
  const change = await lastChange(tx, row);
  const what = `The appointment was changed meanwhile: ${row.status}${change.by ? ` by ${change.by}` : ''}. Look at it again`;
  return refuse('changed-by-other', what, {
    ...change,
    live: isLive(row.status) ? 'yes' : 'no',
    version: row.version,
  });
}

/** The last change of an appointment, as a refusal tells it. */
export async function lastChange(tx: Tx, row: Omit<Changed, 'version'>): Promise<OthersChange> {
  const last = await tx.q
    .selectFrom('appointment_change as c')
    .select(['c.by_user', 'c.day', 'c.recorded_at'])
    .where('c.person_id', '=', row.person_id)
    .where('c.appointment_id', '=', row.appointment_id)
    .orderBy('c.version', 'desc')
    .executeTakeFirst();
  return othersChange(tx, {
    status: row.status,
    by: last?.by_user ?? null,
    day: (last?.day ?? null) as Day | null,
    at: last?.recorded_at ?? null,
  });
}
