import { sql, type Transaction } from 'kysely';
import type { Day } from '#core/kernel/day';
import type { Actor } from '#core/people/access';
import { appendEntries, type NewEntry } from '#server/audit/chain';
import type { Database } from './database.ts';
import type { Tables } from './tables.ts';

export type Tx = {
  readonly q: Transaction<Tables>;
  readonly actor: Actor;
  /** The programme day; the demo moves it. */
  readonly today: Day;
  /** The instant the transaction began, by the database server's clock. */
  readonly at: Date;
  /** Audit: the actor looked at a woman. `what` says at what, in a few words. */
  look(personId: string, what: string): void;
  /** Audit: the actor changed something. */
  record(action: string, personId: string | null, detail?: Record<string, unknown>): void;
};

/** Serialization failure and deadlock: PostgreSQL's own advice is to run the whole transaction again. */
const RETRIED = new Set(['40001', '40P01']);
const ATTEMPTS = 4;

/**
 * Runs `work` in one transaction with the actor's rights: below the queries, row-level security shows only the women of
 * the actor's centres (or herself). A refusal (`Result` with ok false) and an exception roll everything back; the refusal
 * is returned. Otherwise the audit entries are chained as the last thing before commit. `work` may be run again after a
 * deadlock, so it must not touch anything outside the transaction.
 */
export async function inTransaction<T>(db: Database, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(db, actor, work);
    } catch (error) {
      if (error instanceof Refused) return error.result as T;
      if (attempt >= ATTEMPTS || !RETRIED.has((error as { code?: string }).code ?? '')) throw error;
    }
  }
}

function once<T>(db: Database, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.kysely.transaction().execute(async (q) => {
    const { at, today } = await begin(q, actor);
    const entries: NewEntry[] = [];
    const record: Tx['record'] = (action, personId, detail = {}) => {
      entries.push({ at: at.toISOString(), today, actor: actor.userId, role: actor.role, action, personId, detail });
    };
    const look: Tx['look'] = (personId, what) => record('look', personId, { what });
    const result = await work({ q, actor, today, at, look, record });
    if (isRefusal(result)) throw new Refused(result);
    if (entries.length > 0) {
      await sql`select set_config('role', 'none', true)`.execute(q);
      await appendEntries(q, entries);
    }
    return result;
  });
}

/** Sets who acts for the length of the transaction, in one round trip, and reads the programme day. */
async function begin(q: Transaction<Tables>, actor: Actor): Promise<{ at: Date; today: Day }> {
  const centres = actor.centres === 'all' ? '*' : actor.centres.join(',');
  const role = actor.role === 'system' ? 'none' : 'runde_app';
  const { rows } = await sql<{ at: Date; today: Day }>`
    select date_trunc('milliseconds', now()) as at,
      coalesce((select today from programme_clock), (now() at time zone 'Europe/Oslo')::date) as today,
      set_config('runde.centres', ${centres}, true), set_config('runde.role', ${actor.role}, true),
      set_config('runde.person', ${actor.personId ?? ''}, true), set_config('role', ${role}, true)`.execute(q);
  const [row] = rows;
  if (!row) throw new Error('the database did not answer with the programme day');
  return row;
}

/** Carries a refusal out of Kysely's transaction, which rolls back on exceptions only. */
class Refused extends Error {
  readonly result: unknown;
  constructor(result: unknown) {
    super('refused');
    this.result = result;
  }
}

function isRefusal(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'ok' in value && value.ok === false && 'refusal' in value;
}
