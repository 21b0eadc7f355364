import { sql } from 'kysely';
import type { Tx } from '#server/db/transaction';

/** The tables that a delivery of history fills with most rows. */
const TABLES = [
  'person',
  'identity_number',
  'person_event',
  'episode',
  'appointment',
  'appointment_change',
  'examination',
  'reading_case',
  'read',
  'consensus',
  'ai_result',
];

/**
 * In a programme without persons: drops the indexes and unique constraints of the tables that a delivery fills, except
 * those that a foreign key stands on, and gives what makes them again once the rows are in. They are then built by
 * sorting, with every key checked, at a fraction of the time of keeping them row by row. In a programme with persons
 * nothing is dropped, since it is in use. All within the transaction: if it fails, they were never gone.
 */
export async function setKeysAside(tx: Tx): Promise<() => Promise<void>> {
  const { rows } = await sql<{ drop: string; make: string }>`
    select case when c.oid is null then format('drop index %s', i.indexrelid::regclass)
        else format('alter table %s drop constraint %I', i.indrelid::regclass, c.conname) end as drop,
      case when c.oid is null then pg_get_indexdef(i.indexrelid)
        else format('alter table %s add constraint %I %s', i.indrelid::regclass, c.conname, pg_get_constraintdef(c.oid)) end as make
    from pg_index i
    left join pg_constraint c on c.conindid = i.indexrelid and c.contype in ('p', 'u')
    where i.indrelid = any (${TABLES}::regclass[])
      and not exists (select from pg_constraint f where f.contype = 'f' and f.conindid = i.indexrelid)
      and not exists (select from person)
    order by i.indrelid, i.indexrelid`.execute(tx.q);
  await all(
    tx,
    rows.map((row) => row.drop),
  );
  return () =>
    all(
      tx,
      rows.map((row) => row.make),
    );
}

async function all(tx: Tx, statements: readonly string[]): Promise<void> {
  if (statements.length > 0) await sql.raw(statements.join(';\n')).execute(tx.q);
}
