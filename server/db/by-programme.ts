import { sql } from 'kysely';
import type { Tx } from './transaction.ts';

/**
 * Does a step of a use case by the programme's own hand: without row-level security, and allowed to change what a request
 * may only add to. For what must know all of a woman (a round at another centre) to be right, or moves what is hers; what
 * comes out of it must be the actor's to see. Who asked for it stands in the audit log as ever.
 */
export async function byProgramme<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  if (tx.actor.role === 'system') return work();
  const { rows } = await sql<{ before: string }>`
    select current_setting('role') as before, set_config('role', 'none', true)`.execute(tx.q);
  const value = await work();
  // An exception rolls everything back, and the role with it. Within a step of the programme's own, it stays that.
  await sql`select set_config('role', ${rows[0]?.before}, true)`.execute(tx.q);
  return value;
}
