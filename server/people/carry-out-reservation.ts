import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { EpisodeOutcome } from '#core/invitation/episode';
import type { Day } from '#core/kernel/day';
import { type RoundOver, reservedRounds } from '#core/people/carry-out-reservation';
import type { Tx } from '#server/db/transaction';
import { noteLastInvited } from '#server/invitation/move-episode';

/** Besides rounds and appointments these rows get a new id: the audit log, which nobody may change, names the old ones beside her. */
const keyed = [
  { table: 'examination', id: 'examination_id' },
  { table: 'reading_case', id: 'case_id' },
] as const;

/**
 * Carries out the reservations that hold, as the daily work (as the system): the normal findings of rounds that are over
 * move, under new ids, to a person row that keeps birth year, sex and centre only, and the letters about them are removed.
 * Counts stay what they were; what was recalled or is a cancer stays hers. The day of her last examination stays on her own
 * row, since her next round is planned from it. Returns the number of women and rounds.
 */
export async function carryOutReservations(tx: Tx): Promise<{ readonly people: number; readonly rounds: number }> {
  const rows = await tx.q
    .selectFrom('storage_reservation')
    .select('person_id')
    .distinct()
    .where('from_day', '<=', tx.today)
    .where((e) => e.or([e('lifted_on', 'is', null), e('lifted_on', '>', tx.today)]))
    .execute();
  let rounds = 0;
  for (const { person_id } of rows) rounds += await carryOut(tx, person_id);
  return { people: rows.length, rounds };
}

async function carryOut(tx: Tx, personId: string): Promise<number> {
  const rounds = reservedRounds(await loadRounds(tx, personId)).map((round) => round.episodeId);
  if (rounds.length > 0) {
    await markRounds(tx, personId, rounds);
    const nobody = await newNobody(tx, personId);
    await forgetLetters(tx, personId, rounds);
    await moveRounds(tx, personId, nobody, rounds);
    await noteLastInvited(tx, personId);
  }
  const marked = await tx.q
    .updateTable('storage_reservation')
    .set({ carried_out_on: tx.today })
    .where('person_id', '=', personId)
    .where('lifted_on', 'is', null)
    .$if(rounds.length === 0, (q) => q.where('carried_out_on', 'is', null))
    .returning('reservation_id')
    .execute();
  // The number of rounds only: which they were is what must not be known.
  if (marked.length > 0) tx.record('person.reservation-carried-out', personId, { rounds: rounds.length });
  return rounds.length;
}

async function loadRounds(tx: Tx, personId: string): Promise<readonly RoundOver[]> {
  const { rows } = await sql<RoundOver & { outcome: EpisodeOutcome | null; closedOn: Day | null }>`
    select e.episode_id as "episodeId", e.state, e.outcome, e.closed_on as "closedOn",
      exists (select from reading_case k where k.person_id = e.person_id and k.episode_id = e.episode_id and k.outcome = 'recall') as recalled,
      exists (select from assessment a where a.person_id = e.person_id and a.episode_id = e.episode_id) as assessed,
      exists (select from cancer c where c.person_id = e.person_id and c.episode_id = e.episode_id) as cancer
    from episode e where e.person_id = ${personId}
    order by e.number for update of e`.execute(tx.q);
  return rows;
}

/** Marks what is de-identified, so that a delivery that holds it again does not bring it back (server/registry/leave-out-reserved.ts). */
async function markRounds(tx: Tx, personId: string, rounds: readonly string[]): Promise<void> {
  await sql`
    insert into reserved_reference (mark)
    select reserved_mark(k.secret, known.id) as mark from installation_key k cross join (
      select unnest(${rounds}::uuid[]) as id
      union all
      select examination_id from examination where person_id = ${personId} and episode_id = any (${rounds}::uuid[])) known
    order by mark
    on conflict do nothing`.execute(tx.q);
}

/** A row without a link to anyone: birth year, sex and centre. */
async function newNobody(tx: Tx, personId: string): Promise<string> {
  const nobody = randomUUID();
  await sql`
    insert into person (person_id, kind, birth_date, sex, centre_id, status, status_on)
    select ${nobody}, 'deidentified', date_trunc('year', birth_date)::date, sex, centre_id, 'resident', date_trunc('year', birth_date)::date
    from person where person_id = ${personId}`.execute(tx.q);
  return nobody;
}

async function forgetLetters(tx: Tx, personId: string, rounds: readonly string[]): Promise<void> {
  const letters = sql`select message_id from message where person_id = ${personId} and episode_id = any (${rounds}::uuid[])`;
  await sql`delete from message_delivery where person_id = ${personId} and message_id in (${letters})`.execute(tx.q);
  await sql`delete from message where person_id = ${personId} and episode_id = any (${rounds}::uuid[])`.execute(tx.q);
}

/** Foreign keys cascade the new person and round to everything beneath. */
async function moveRounds(tx: Tx, personId: string, nobody: string, rounds: readonly string[]): Promise<void> {
  await sql`update episode_event set detail = '{}' where person_id = ${personId} and episode_id = any (${rounds}::uuid[])`.execute(
    tx.q,
  );
  await sql`
    update episode set person_id = ${nobody}, episode_id = gen_random_uuid()
    where person_id = ${personId} and episode_id = any (${rounds}::uuid[])`.execute(tx.q);
  await sql`
    with fresh as materialized (
      select appointment_id, gen_random_uuid() as id from appointment where person_id = ${nobody}),
    images as (
      update examination x set appointment_id = f.id from fresh f where x.person_id = ${nobody} and x.appointment_id = f.appointment_id)
    update appointment a set appointment_id = f.id, moved_from = null
    from fresh f where a.person_id = ${nobody} and a.appointment_id = f.appointment_id`.execute(tx.q);
  for (const { table, id } of keyed) {
    await sql`update ${sql.table(table)} set ${sql.ref(id)} = gen_random_uuid() where person_id = ${nobody}`.execute(
      tx.q,
    );
  }
}
