import { ok, type Result } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';
import { changeAppointment } from './change-appointment.ts';

/**
 * The end of a day: every appointment up to today that nobody came to becomes `did-not-attend`, at one unit or all. A
 * woman who is checked in is left to the radiographer. Returns how many.
 */
export async function markNotAttended(
  tx: Tx,
  input: { readonly unitId?: string | undefined } = {},
): Promise<Result<{ readonly count: number }>> {
  const rows = await tx.q
    .selectFrom('appointment')
    .select(['person_id', 'appointment_id'])
    .where('day', '<=', tx.today)
    .where('status', 'in', ['invited', 'confirmed'])
    .$if(input.unitId !== undefined, (query) => query.where('unit_id', '=', input.unitId ?? ''))
    .orderBy('day')
    .orderBy('at')
    .orderBy('person_id')
    .execute();
  for (const row of rows) {
    const key = { personId: row.person_id, appointmentId: row.appointment_id };
    const marked = await changeAppointment(tx, key, 'not-attend');
    if (!marked.ok) return marked;
  }
  return ok({ count: rows.length });
}
