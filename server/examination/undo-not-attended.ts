import { ok, type Result } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';
import { reopenAppointment } from './reopen-appointment.ts';

type Marked = { readonly personId: string; readonly appointmentId: string };

/** One who is left as she is, and who has gone on with her; empty for the programme itself. */
export type LeftAlone = { readonly name: string; readonly by: string };

/**
 * Takes back the end of the day for those who were marked as not attended: each stands as before. One whom somebody has
 * gone on with meanwhile (a new time) is left as she is and named, with who did it.
 */
export async function undoNotAttended(
  tx: Tx,
  input: { readonly appointments: readonly Marked[] },
): Promise<Result<{ readonly reopened: number; readonly left: readonly LeftAlone[] }>> {
  const left: LeftAlone[] = [];
  for (const { personId, appointmentId } of input.appointments) {
    const result = await reopenAppointment(tx, { personId, appointmentId, reason: 'undone' });
    if (result.ok) continue;
    const name = await nameOf(tx, personId);
    if (name) left.push({ name, by: String(result.refusal.details?.by ?? '') });
  }
  return ok({ reopened: input.appointments.length - left.length, left });
}

async function nameOf(tx: Tx, personId: string): Promise<string | undefined> {
  const person = await tx.q
    .selectFrom('person')
    .select(['given_name', 'family_name'])
    .where('person_id', '=', personId)
    .executeTakeFirst();
  if (!person) return undefined;
  tx.look(personId, 'end of the day');
  return [person.given_name, person.family_name].filter(Boolean).join(' ');
}
