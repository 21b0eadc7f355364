import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { plugins } from './plugins.ts';
import type { Tables } from './tables.ts';

export type Database = {
  readonly url: string;
  readonly pool: pg.Pool;
  readonly kysely: Kysely<Tables>;
  close(): Promise<void>;
};

/** Type numbers of pg_type: 20 int8, 1700 numeric, 1082 date, 1083 time; the second number is the array of it. */
const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  20: wholeNumber,
  1016: (text) => numbersOf(text, wholeNumber),
  1700: Number,
  1231: (text) => numbersOf(text, Number),
  // A calendar day stays the text YYYY-MM-DD: no time zone can move it.
  1082: String,
  1182: (text) => listOf(text),
};

/**
 * A pool of connections and the query builder on it. Dates come as 'YYYY-MM-DD', int8 and numeric as numbers (an int8
 * beyond 2^53 is an error), timestamps as Date.
 */
export function openDatabase(url: string, options: { readonly max?: number } = {}): Database {
  const types = new pg.TypeOverrides();
  for (const [oid, parse] of Object.entries(parsers)) types.setTypeParser(Number(oid), parse);
  const pool = new pg.Pool({ connectionString: url, max: options.max ?? 10, types, application_name: 'runde' });
  // An idle connection that the server closes is replaced at the next query; it must not end the program.
  pool.on('error', () => {});
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }), plugins });
  let closed: Promise<void> | undefined;
  // Kysely ends the pool only when it has used it.
  const close = () => (closed ??= kysely.destroy().then(() => (pool.ending ? undefined : pool.end())));
  return { url, pool, kysely, close };
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`the whole number ${text} does not fit without loss`);
  return value;
}

function listOf(text: string): (string | null)[] {
  const inside = text.slice(1, -1);
  return inside === '' ? [] : inside.split(',').map((part) => (part === 'NULL' ? null : part));
}

function numbersOf(text: string, parse: (text: string) => number): (number | null)[] {
  return listOf(text).map((part) => (part === null ? null : parse(part)));
}
