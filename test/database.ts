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
  const [server, template] = [process.env.RUNDE_TEST_SERVER, process.env.RUNDE_TEST_TEMPLATE];
  if (!server || !template)
    throw new Error('no test server: run through vitest, project "system" (test/global-setup.ts)');
  const source = options.reference ? await referenceTemplate(server, template) : template;
  const name = `${template.replace('template', 'test')}_${randomBytes(6).toString('hex')}`;
  await onServer(server, (client) => client.query(`create database ${name} template ${source}`));
  const db = openDatabase(withDatabase(server, name), { max: 8 });
  const drop = async () => {
    await db.close();
    await onServer(server, (client) => client.query(`drop database if exists ${name} with (force)`));
  };
  return { ...db, drop };
}

/** The template with reference data: made by the first test file that asks, while the others wait. */
async function referenceTemplate(server: string, template: string): Promise<string> {
  const name = template.replace('template', 'reference');
  await onServer(server, async (client) => {
    await client.query('select pg_advisory_lock(7463002)');
    const made = await client.query('select from pg_database where datname = $1', [name]);
    if (made.rowCount) return;
    const half = `${name}_half`;
    await client.query(`drop database if exists ${half} with (force)`);
    await client.query(`create database ${half} template ${template}`);
    const db = openDatabase(withDatabase(server, half), { max: 4 });
    try {
      const { loadReference } = await import('#server/registry/load-reference');
      await loadReference(db);
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
