import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Assignment } from '#core/invitation/round-plan';
import type { Tx } from '#server/db/transaction';
import { decideMessages } from '#server/messaging/decide-message';
import type { DueWoman } from './due-women.ts';
import { type NewAppointment, writeAppointments } from './write-appointments.ts';

/**
 * Carries a plan out: an episode, its first appointment and its invitation for each woman placed, some statements for
 * all of them together. The timeline says why she was due, from when, and by which plan.
 */
export async function openEpisodes(
  tx: Tx,
  planId: string,
  assignments: readonly Assignment[],
  women: readonly DueWoman[],
): Promise<void> {
  if (assignments.length === 0) return;
  const byId = new Map(women.map((woman) => [woman.personId, woman]));
  const rows = assignments.flatMap((each) => {
    const woman = byId.get(each.womanId);
    return woman ? [{ woman, each, episodeId: randomUUID(), appointmentId: randomUUID() }] : [];
  });
  const episodes = rows.map(({ woman, episodeId }) => ({
    person_id: woman.personId,
    episode_id: episodeId,
    number: woman.rounds + 1,
    centre_id: woman.centreId,
    due_on: woman.due.on,
    prevalent: woman.lastScreenedOn === null,
  }));
  await sql`
    insert into episode (person_id, episode_id, number, centre_id, due_on, opened_on, prevalent, state)
    select person_id, episode_id, number, centre_id, due_on, ${tx.today}, prevalent, 'invited'
    from jsonb_to_recordset(${JSON.stringify(episodes)}::jsonb) as e (
      person_id uuid, episode_id uuid, number int, centre_id text, due_on date, prevalent boolean)`.execute(tx.q);
  const appointments: readonly NewAppointment[] = rows.map(({ woman, each, episodeId, appointmentId }) => ({
    personId: woman.personId,
    episodeId,
    appointmentId,
    centreId: woman.centreId,
    unitId: each.unitId,
    day: each.day,
    at: each.at,
    alsoAt: each.alsoAt,
    kind: 'ordinary',
    movedFrom: null,
    event: 'invited',
    detail: { plan: planId, due: woman.due.on, because: woman.due.because },
  }));
  await writeAppointments(tx, appointments);
  await decideMessages(
    tx,
    rows.map(({ woman, episodeId, appointmentId }) => ({
      personId: woman.personId,
      kind: 'invitation',
      cause: `invitation:${appointmentId}`,
      episodeId,
      appointmentId,
    })),
  );
}
