import { sql } from 'kysely';
import { ok, type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';

/** What is bound to a person without being hers: her own row, and the log, which nobody may change. */
const stay = ['person', 'audit_entry'];

/**
 * Gives all rows of one person to another, in every table that has a `person_id`, also in tables made after this was
 * written. Rows beneath a round follow it by their foreign keys, so what others point at goes first. Returns how many rows
 * each table had; refuses with `clash` when both have what only one may have.
 */
export async function moveRows(
  tx: Tx,
  from: string,
  to: string,
): Promise<Result<Readonly<Record<string, number>>, 'clash'>> {
  const tables = await personTables(tx);
  const counts: Record<string, number> = {};
  for (const table of tables) {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from ${sql.table(table)} where person_id = ${from}`.execute(tx.q);
    if (rows[0]?.n) counts[table] = rows[0].n;
  }
  try {
    for (const table of tables) {
      if (!counts[table]) continue;
      await sql`update ${sql.table(table)} set person_id = ${to} where person_id = ${from}`.execute(tx.q);
    }
  } catch (error) {
    const { code, table } = error as { code?: string; table?: string };
    if (code !== '23505') throw error;
    return refuse('clash', `Both records have what only one may have (${table})`);
  }
  return ok(counts);
}

/** The tables with a `person_id`, each after those that its foreign keys point at. */
async function personTables(tx: Tx): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string; parents: string[] }>`
    select c.relname as name, array(
      select distinct p.relname::text from pg_constraint k join pg_class p on p.oid = k.confrelid
      where k.conrelid = c.oid and k.contype = 'f' and p.oid <> c.oid) as parents
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'person_id' and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> all (${stay})
    order by 1`.execute(tx.q);
  const names = new Set(rows.map((row) => row.name));
  const sorted: string[] = [];
  let left = rows.map((row) => ({ ...row, parents: row.parents.filter((parent) => names.has(parent)) }));
  while (left.length > 0) {
    const next = left.filter((row) => row.parents.every((parent) => sorted.includes(parent)));
    if (next.length === 0) throw new Error(`tables point at each other in a ring: ${left.map((row) => row.name)}`);
    sorted.push(...next.map((row) => row.name));
    left = left.filter((row) => !next.includes(row));
  }
  return sorted;
}
