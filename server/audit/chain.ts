/**
 * The audit chain: every entry carries the SHA-256 of itself and of the hash before it, so that a changed, removed or
 * inserted entry breaks every later one. It is for investigation only: no decision reads it.
 */
import { hash } from 'node:crypto';
import pg from 'pg';
import type { Day } from '#core/kernel/day';

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
  const { action, actor, at, detail, personId, role, seq, today } = entry;
  const sorted = { action, actor, at, detail, personId, role, seq, today };
  return hash('sha256', `${prevHash}\n${canonicalJson(sorted)}`, 'hex');
}

/** JSON with the keys of every object in code-unit order and no spaces: equal values give equal text. */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  let members = '';
  const keys = Object.keys(value);
  // Every entry of the log passes here: what is in order is not sorted again. Without a comparison, sort goes by code units.
  if (!inOrder(keys)) keys.sort();
  for (const key of keys) {
    const part = (value as Record<string, unknown>)[key];
    if (part === undefined) continue;
    members += `${members === '' ? '' : ','}${quoted(key)}:${canonicalJson(part)}`;
  }
  return `{${members}}`;
}

/** Printable ASCII but for quotation mark and backslash, which JSON writes as it stands. */
const PLAIN = /^[ !#-[\]-~]*$/;

/** A text as JSON; most need nothing but quotation marks, which takes a third of the time. */
function quoted(text: string): string {
  return PLAIN.test(text) ? `"${text}"` : JSON.stringify(text);
}

function inOrder(keys: readonly string[]): boolean {
  for (let i = 1; i < keys.length; i++) if ((keys[i] ?? '') < (keys[i - 1] ?? '')) return false;
  return true;
}

/**
 * The statement that appends entries to the chain (sql/0102_audit.sql). It holds the lock on the chain's head until the
 * transaction ends: send it together with the commit.
 */
export function appendStatement(entries: readonly NewEntry[]): string {
  return `select append_audit(${pg.escapeLiteral(JSON.stringify(entries.map(aroundNumber)))}::jsonb)`;
}

/** The canonical JSON of an entry before and after its number, which the database gives it. */
function aroundNumber(entry: NewEntry): readonly [string, string] {
  // What the database will give back: a Date in a detail is text there, and an undefined member is absent.
  const detail: unknown = JSON.parse(JSON.stringify(entry.detail));
  const { today, ...rest } = { ...entry, detail };
  // In the order of keys "seq" comes after all but "today".
  return [`${canonicalJson(rest).slice(0, -1)},`, canonicalJson({ today }).slice(1)];
}
