/**
 * The audit chain: every entry carries the SHA-256 of itself and of the hash before it, so that a changed, removed or
 * inserted entry breaks every later one. It is for investigation only: no decision reads it.
 */
import { createHash } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import type { Day } from '#core/kernel/day';
import type { Tables } from '#server/db/tables';

/** The hash before the first entry. */
export const firstHash: string = '0'.repeat(64);

/** What is hashed, besides the hash before it. `at` is an ISO instant with milliseconds. */
export type ChainedEntry = {
  readonly seq: number;
  readonly at: string;
  readonly today: Day;
  readonly actor: string;
  readonly role: string;
  readonly action: string;
  readonly personId: string | null;
  readonly detail: unknown;
};

export type NewEntry = Omit<ChainedEntry, 'seq'>;

/** SHA-256, as 64 hexadecimal digits, over the hash before and the entry in canonical JSON. */
export function entryHash(entry: ChainedEntry, prevHash: string): string {
  return createHash('sha256').update(prevHash).update('\n').update(canonicalJson(entry)).digest('hex');
}

/** JSON with the keys of every object in code-unit order and no spaces: equal values give equal text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value as Record<string, unknown>).filter(([, part]) => part !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonicalJson(part)}`).join(',')}}`;
}

/** Appends entries to the chain. Holds the lock on its head until the transaction ends: call it last. */
export async function appendEntries(q: Transaction<Tables>, entries: readonly NewEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const head = await q.selectFrom('audit_head').select(['seq', 'hash']).forUpdate().executeTakeFirstOrThrow();
  let { seq, hash } = head;
  const rows = entries.map((entry) => {
    const prevHash = hash;
    seq += 1;
    // What the database will give back: a Date in a detail is text there, and an undefined member is absent.
    const detail: unknown = JSON.parse(JSON.stringify(entry.detail));
    hash = entryHash({ ...entry, seq, detail }, prevHash);
    return { ...entry, seq, detail, prevHash, hash };
  });
  // One statement, so that the lock is held for as few round trips as can be.
  await sql`
    with appended as (
      insert into audit_entry (seq, at, today, actor, role, action, person_id, detail, prev_hash, hash)
      select e.seq, e.at, e.today, e.actor, e.role, e.action, e."personId", e.detail, e."prevHash", e.hash
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as e (
        seq bigint, at timestamptz, today date, actor text, role text, action text, "personId" uuid, detail jsonb,
        "prevHash" text, hash text))
    update audit_head set seq = ${seq}, hash = ${hash}`.execute(q);
}
