import { sql } from 'kysely';
import type { aiRefusals } from '#contracts/ai';
import type { OutputOf } from '#contracts/endpoint';
import { ok, type Result, refuse } from '#core/kernel/result';
import { type Actor, system } from '#core/people/access';
import type { Database } from '#server/db/database';
import { inTransaction, type Tx } from '#server/db/transaction';

type Refusals = OutputOf<typeof aiRefusals>;

const SHOWN = 500;

/** What was refused, the latest first. What was sent is not in it: it may hold a score that is sealed. */
export async function listRefusals(tx: Tx): Promise<Refusals> {
  const { rows } = await sql<Refusals['refusals'][number] & { total: number }>`
    select refusal_id as "refusalId", to_char(received_at at time zone 'Europe/Oslo', 'YYYY-MM-DD HH24:MI') as at, product, version,
      run_id as run, code, what, details ->> 'where' as "where", details ->> 'expected' as expected,
      (count(*) over ())::int as total
    from ai_refusal order by received_at desc, refusal_id limit ${SHOWN}`.execute(tx.q);
  return { total: rows[0]?.total ?? 0, refusals: rows };
}

/**
 * What was sent, as it came, for the one who mends the connection. No request role may read it, so the system's hand does,
 * in the actor's name, and the look is in the log. null = it was not signed, and was not kept. Refuses with `not-found`.
 */
export function inspectRefusal(
  db: Database,
  actor: Actor,
  { refusalId }: { readonly refusalId: string },
): Promise<Result<{ readonly body: string | null }>> {
  return inTransaction(db, { ...system, userId: actor.userId, name: actor.name }, async (tx) => {
    const row = await tx.q
      .selectFrom('ai_refusal')
      .select('body')
      .where('refusal_id', '=', refusalId)
      .executeTakeFirst();
    if (!row) return refuse('not-found', 'There is no such refusal');
    tx.record('ai.refusal-inspected', null, { refusal: refusalId });
    return ok(row);
  });
}
