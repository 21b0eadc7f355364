/** Databases for tests: each is a copy of the run's migrated template, made in a tenth of a second. */
import { randomBytes } from 'node:crypto';
import { type Database, openDatabase } from '#server/db/database';
import { onServer, startTestServer, withDatabase } from './test-server.ts';

export type TestDatabase = Database & { drop(): Promise<void> };

export type TestDatabaseOptions = {
  /** With geography, units, programmes and staff loaded (server/registry/load-reference). */
  readonly reference?: boolean;
};

/** A new database of this test file's own. Call `drop()` in afterAll; the run's end removes what is left. */
export async function createTestDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const { server, template } = testRun();
  return copyOf(server, options.reference ? await referenceTemplate() : template);
}

/** The run's server, its migrated template, and the folder for files that belong to templates. */
export function testRun(): { readonly server: string; readonly template: string; readonly folder: string } {
  const { RUNDE_TEST_SERVER: server, RUNDE_TEST_TEMPLATE: template, RUNDE_TEST_FOLDER: folder } = process.env;
  if (!server || !template || !folder)
    throw new Error('no test server: run through vitest, project "system" (test/global-setup.ts)');
  return { server, template, folder };
}

/** A database of one's own that begins as a copy of the template `source`. */
export async function copyOf(server: string, source: string): Promise<TestDatabase> {
  const name = `${source.replace(/_(template|reference|country)_/, '_test_')}_${randomBytes(6).toString('hex')}`;
  await onServer(server, (client) => client.query(`create database ${name} template ${source}`));
  const db = openDatabase(withDatabase(server, name), { max: 8 });
  const drop = async () => {
    await db.close();
    await onServer(server, (client) => client.query(`drop database if exists ${name} with (force)`));
  };
  return { ...db, drop };
}

/** The template with reference data. */
function referenceTemplate(): Promise<string> {
  return templateOf('reference', '', async (db) => {
    const { loadReference } = await import('#server/registry/load-reference');
    await loadReference(db);
  });
}

/** A template database, made out of the migrated one by the first test file that asks, while the others wait. */
export async function templateOf(kind: string, detail: string, make: (db: Database) => Promise<void>): Promise<string> {
  const { server, template } = testRun();
  const name = template.replace('template', kind) + detail;
  await onServer(server, async (client) => {
    await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [name]);
    const made = await client.query('select from pg_database where datname = $1', [name]);
    if (made.rowCount) return;
    const half = `${name}_half`;
    await client.query(`drop database if exists ${half} with (force)`);
    await client.query(`create database ${half} template ${template}`);
    const db = openDatabase(withDatabase(server, half), { max: 8 });
    try {
      await make(db);
    } finally {
      await db.close();
    }
    await client.query(`alter database ${half} rename to ${name}`);
  });
  return name;
}

/** For tools: runs `work` with the address of a migrated, empty database on a throw-away server. */
export async function withMigratedDatabase<T>(work: (url: string) => Promise<T>): Promise<T> {
  const server = await startTestServer();
  try {
    return await work(withDatabase(server.url, server.template));
  } finally {
    await server.stop();
  }
}
