/** The one database server of a test run, with the templates that test databases are copied from. */
import { chmodSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbedded } from '#server/db/launcher';
import { migrate } from '#server/db/migrate';
import { isAlive, runningServer, stopServer } from '#server/db/running-server';

export type TestServer = {
  readonly url: string;
  readonly template: string;
  /** For files that belong to template databases; removed with the server. */
  readonly folder: string;
  stop(): Promise<void>;
};

const PREFIX = 'runde-test-';

/** Starts a throw-away server (or uses TEST_DATABASE_URL) and migrates one template database. */
export async function startTestServer(): Promise<TestServer> {
  const given = process.env.TEST_DATABASE_URL;
  await removeLeftOvers();
  const folder = join(tmpdir(), `${PREFIX}${process.pid}`);
  mkdirSync(folder);
  // Root's server runs as another account, which must be able to enter.
  chmodSync(folder, 0o755);
  const server = given ? { url: given, stop: async () => {} } : await throwAwayServer(folder);
  const template = `runde_template_${process.pid}`;
  await onServer(server.url, (client) => client.query(`create database ${template}`));
  await migrate(withDatabase(server.url, template));
  const stop = async () => {
    if (given) await onServer(server.url, (client) => dropAll(client, process.pid));
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: server.url, template, folder, stop };
}

function throwAwayServer(folder: string): Promise<{ url: string; stop(): Promise<void> }> {
  // A deadlock that a test brings about is found at once, and nothing is written out in between.
  const settings = { deadlock_timeout: '100ms', checkpoint_timeout: '1h', autovacuum_naptime: '10s' };
  return startEmbedded(folder, { fsync: false, settings });
}

/** Servers and folders of test runs that were killed. */
async function removeLeftOvers(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(name.startsWith(PREFIX) ? name.slice(PREFIX.length) : Number.NaN);
    if (!(pid > 0) || isAlive(pid)) continue;
    const folder = join(tmpdir(), name);
    try {
      const cluster = join(folder, 'pg18', 'cluster');
      const server = runningServer(cluster);
      if (server) await stopServer(cluster, server);
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // Another account's left-overs are its own to remove.
    }
  }
}

/** The address of another database on the same server. */
export function withDatabase(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

/** Runs commands such as `create database` on the server's own database. */
export async function onServer<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function dropAll(client: pg.Client, pid: number): Promise<void> {
  const pattern = `^runde_(template|reference|country|test)_${pid}(_|$)`;
  const { rows } = await client.query<{ datname: string }>('select datname from pg_database where datname ~ $1', [
    pattern,
  ]);
  for (const { datname } of rows) await client.query(`drop database if exists ${datname} with (force)`);
}
