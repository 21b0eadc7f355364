import { sql } from 'kysely';
import type { Tx } from '#server/db/transaction';

/** The staged files that belong to rounds, and the column whose mark says that a row belongs to a reserved one. */
const staged = [
  ['stage_invitations', 'episode_id'],
  ['stage_examinations', 'episode_id'],
  ['stage_assessments', 'episode_id'],
  ['stage_reads', 'examination_id'],
  ['stage_consensus', 'examination_id'],
  ['stage_ai_results', 'examination_id'],
] as const;

/**
 * Takes out of the staged rows the rounds that a reservation against storage has de-identified: they are counted here
 * already, and must not become hers again because a sender still has them. Runs when identity numbers have been matched.
 * Returns how many rounds were left out.
 */
export async function leaveOutReserved(tx: Tx): Promise<number> {
  await sql`
    create temp table reserved_woman on commit drop as
    select n.identity_number from stage_number n where exists (
      select from storage_reservation r where r.person_id = n.person_id and r.carried_out_on is not null)`.execute(
    tx.q,
  );
  const rounds = new Set<string>();
  for (const [table, column] of staged) {
    const { rows } = await sql<{ id: string }>`
      delete from ${sql.table(table)} s using reserved_woman w, installation_key k, reserved_reference m
      where w.identity_number = s.identity_number and m.mark = reserved_mark(k.secret, s.${sql.ref(column)})
      returning s.${sql.ref(column)} as id`.execute(tx.q);
    if (column === 'episode_id') for (const { id } of rows) rounds.add(id);
  }
  return rounds.size;
}
