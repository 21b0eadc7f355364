/**
 * The schema: sql/NNNN_name.sql, forward only, each applied once in its own transaction; then the queue's schema; then
 * sql/views/*.sql, which are applied again when any of them or a migration has changed. A view file starts with
 * `drop view if exists ... cascade`.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { migrateQueue } from '#server/jobs/queue-schema';

export const sqlFolder: string = fileURLToPath(new URL('../../sql', import.meta.url));

/** Any fixed number: the advisory lock that lets one program migrate at a time. */
const LOCK = 7_463_001;

type SqlFile = { readonly name: string; readonly text: string; readonly checksum: string };

/**
 * Brings a database to the newest schema and returns the names of the migrations that were applied now. Safe to call
 * from several programs at once. Errors: an applied file has been edited or is gone, two files share a number, a file
 * fails (its name is in the message; nothing of it remains).
 */
export async function migrate(url: string, folder: string = sqlFolder): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: url, application_name: 'runde migrate' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await client.query(`
      create table if not exists schema_file (name text primary key, checksum text not null, applied_at timestamptz not null default now());
      comment on table schema_file is 'local: which files of sql/ this database has, with their checksums';`);
    const applied = await applyNumbered(client, readFolder(folder));
    await migrateQueue(client, url);
    await applyViews(client, readFolder(join(folder, 'views')), applied.length > 0);
    return applied;
  } finally {
    await client.end();
  }
}

function readFolder(folder: string): SqlFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      // Line ends do not count: a checkout on Windows must not look like an edit.
      return { name, text, checksum: createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex') };
    });
}

async function applyNumbered(client: pg.Client, files: readonly SqlFile[]): Promise<string[]> {
  const seen = new Map<string, string>();
  for (const { name } of files) {
    const number = /^(\d{4})_[a-z0-9-_]+\.sql$/.exec(name)?.[1];
    if (!number) throw new Error(`sql/${name}: expected a name of the form 0001_some-words.sql`);
    const other = seen.get(number);
    if (other) throw new Error(`sql/${name} and sql/${other} have the same number`);
    seen.set(number, name);
  }
  const known = await knownFiles(client, 'name not like $1');
  for (const name of known.keys()) {
    if (!files.some((file) => file.name === name))
      throw new Error(`sql/${name} was applied to this database but is gone`);
  }
  const newest = [...known.keys()].sort().at(-1) ?? '';
  const applied: string[] = [];
  for (const file of files) {
    const checksum = known.get(file.name);
    if (checksum === file.checksum) continue;
    if (checksum) throw new Error(`sql/${file.name} was edited after it had been applied: add a new file instead`);
    if (file.name < newest)
      throw new Error(`sql/${file.name} is new but numbered before sql/${newest}, which is applied`);
    await applyOne(client, [file]);
    applied.push(file.name);
  }
  return applied;
}

async function applyViews(client: pg.Client, files: readonly SqlFile[], schemaChanged: boolean): Promise<void> {
  const views = files.map((file) => ({ ...file, name: `views/${file.name}` }));
  const known = await knownFiles(client, 'name like $1');
  const same = views.length === known.size && views.every((view) => known.get(view.name) === view.checksum);
  if (same && !schemaChanged) return;
  await client.query("delete from schema_file where name like 'views/%'");
  await applyOne(client, views);
}

async function knownFiles(client: pg.Client, where: string): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    `select name, checksum from schema_file where ${where}`,
    ['views/%'],
  );
  return new Map(rows.map((row) => [row.name, row.checksum]));
}

/** The bookkeeping row comes first, so that what the file does to it (or a second program) fails the whole file. */
async function applyOne(client: pg.Client, files: readonly SqlFile[]): Promise<void> {
  await client.query('begin');
  for (const file of files) {
    try {
      await client.query('insert into schema_file (name, checksum) values ($1, $2)', [file.name, file.checksum]);
      await client.query(file.text);
    } catch (error) {
      await client.query('rollback');
      const { message, position } = error as pg.DatabaseError;
      const line = position ? ` (line ${file.text.slice(0, Number(position)).split('\n').length})` : '';
      throw new Error(`sql/${file.name}${line}: ${message}`, { cause: error });
    }
  }
  await client.query('commit');
}
