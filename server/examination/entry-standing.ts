import { sql } from 'kysely';
import type { EntryStanding } from '#core/examination/day-entry';
import type { EpisodeState } from '#core/invitation/episode';
import type { Tx } from '#server/db/transaction';

export type EntryAppointment = Awaited<ReturnType<typeof lockEntryAppointment>> & {};

/** The appointment an entry is about, locked; undefined when there is none for the actor. */
export function lockEntryAppointment(tx: Tx, key: { readonly personId: string; readonly appointmentId: string }) {
  return tx.q
    .selectFrom('appointment')
    .select(['appointment_id', 'episode_id', 'centre_id', 'unit_id', 'day', 'at', 'status'])
    .where('person_id', '=', key.personId)
    .where('appointment_id', '=', key.appointmentId)
    .forUpdate()
    .executeTakeFirst();
}

/** How it stands with her now: the appointment of the list, her round, and whether she has another time. */
export async function entryStanding(tx: Tx, personId: string, row: EntryAppointment): Promise<EntryStanding> {
  const { rows } = await sql<{ episode: EpisodeState; other: boolean }>`
    select e.state as episode, exists (select from appointment a where a.person_id = e.person_id
      and a.appointment_id <> ${row.appointment_id} and a.status in ('invited', 'confirmed', 'checked-in')) as other
    from episode e where e.person_id = ${personId} and e.episode_id = ${row.episode_id}`.execute(tx.q);
  const [found] = rows;
  if (!found) throw new Error(`appointment ${row.appointment_id} has no episode`);
  return { status: row.status, episode: found.episode, otherTime: found.other };
}
