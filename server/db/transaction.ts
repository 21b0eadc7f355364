import { setTimeout } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import pg from 'pg';
import type { Day } from '#core/kernel/day';
import type { Actor } from '#core/people/access';
import type { LookedAt } from '#core/people/look';
import { appendStatement, type NewEntry } from '#server/audit/chain';
import type { Database } from './database.ts';
import { kyselyOn } from './kysely-on.ts';
import type { Tables } from './tables.ts';

export type Tx = {
  readonly q: Kysely<Tables>;
  readonly actor: Actor;
  /** The programme day; the demo moves it. */
  readonly today: Day;
  /** The instant the transaction began, by the database server's clock. */
  readonly at: Date;
  /** Audit: the actor looked at a woman, and at what. */
  look(personId: string, what: LookedAt): void;
  /** Audit: the actor changed something. */
  record(action: string, personId: string | null, detail?: Record<string, unknown>): void;
};

/** Serialization failure and deadlock: PostgreSQL's own advice is to run the whole transaction again. */
const RETRIED = new Set(['40001', '40P01']);
const ATTEMPTS = 4;
const PAUSE_MS = 20;

/**
 * Runs `work` in one transaction with the actor's rights: below the queries, row-level security shows only the women of
 * the actor's centres (or herself). A refusal (`Result` with ok false) and an exception roll everything back; the refusal
 * is returned. Otherwise the audit entries are chained and the whole committed, in one round trip. `work` may be run again after a
 * deadlock, so it must not touch anything outside the transaction.
 */
export async function inTransaction<T>(db: Database, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(db, actor, work);
    } catch (error) {
      if (error instanceof Refused) return error.result as T;
      if (attempt >= ATTEMPTS || !RETRIED.has((error as { code?: string }).code ?? '')) throw error;
      // Whoever runs again at once may take the same row before the one it made way for has woken.
      await setTimeout(PAUSE_MS * attempt);
    }
  }
}

async function once<T>(db: Database, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await db.pool.connect();
  let broken = true;
  try {
    const { at, today } = await begin(client, actor);
    const entries: NewEntry[] = [];
    const record: Tx['record'] = (action, personId, detail = {}) => {
      entries.push({ at: at.toISOString(), today, actor: actor.userId, role: actor.role, action, personId, detail });
    };
    const look: Tx['look'] = (personId, what) => record('look', personId, { what });
    const result = await work({ q: kyselyOn(client), actor, today, at, look, record });
    if (isRefusal(result)) throw new Refused(result);
    await client.query(entries.length > 0 ? `${appendStatement(entries)}; commit` : 'commit');
    broken = false;
    return result;
  } catch (error) {
    broken = await client.query('rollback').then(
      () => false,
      () => true,
    );
    throw error;
  } finally {
    // A connection that cannot even roll back is thrown away.
    client.release(broken);
  }
}

/** Begins, sets who acts for the length of the transaction and reads the programme day, all in one round trip. */
async function begin(client: pg.ClientBase, actor: Actor): Promise<{ at: Date; today: Day }> {
  const centres = actor.centres === 'all' ? '*' : actor.centres.join(',');
  const role = actor.role === 'system' ? 'none' : 'runde_app';
  const text = pg.escapeLiteral;
  // Several statements in one text give a list of results.
  const results = (await client.query(`begin;
    select date_trunc('milliseconds', now()) as at,
      coalesce((select today from programme_clock), (now() at time zone 'Europe/Oslo')::date) as today,
      set_config('runde.centres', ${text(centres)}, true), set_config('runde.role', ${text(actor.role)}, true),
      set_config('runde.person', ${text(actor.personId ?? '')}, true), set_config('role', '${role}', true)`)) as unknown;
  const row = (results as pg.QueryResult<{ at: Date; today: Day }>[])[1]?.rows[0];
  if (!row) throw new Error('the database did not answer with the programme day');
  return row;
}

/** Carries a refusal past the rest of the transaction to the rollback. */
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
