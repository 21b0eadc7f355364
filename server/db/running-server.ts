import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** What PostgreSQL writes about itself in postmaster.pid (line 1 process, line 4 port). */
export type RunningServer = { readonly pid: number; readonly port: number };

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, under another account.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * The live server of a cluster folder, or undefined. A postmaster.pid that a killed server left is removed, also when
 * its process number now belongs to another program (usual in containers, where numbers are small).
 */
export function runningServer(cluster: string): RunningServer | undefined {
  const file = join(cluster, 'postmaster.pid');
  let lines: string[];
  try {
    lines = readFileSync(file, 'utf8').split('\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (pid > 0 && isAlive(pid) && isPostgres(pid)) return { pid, port };
  rmSync(file, { force: true });
  return undefined;
}

function isPostgres(pid: number): boolean {
  if (process.platform !== 'linux') return true;
  try {
    const [name, state] = [readFileSync(`/proc/${pid}/comm`, 'utf8').trim(), readFileSync(`/proc/${pid}/stat`, 'utf8')];
    // A killed child that nobody has waited for is still in the table, as a zombie.
    return name === 'postgres' && !/\) Z /.test(state);
  } catch {
    return false;
  }
}

/** Waits until the server answers; throws when it has not within `seconds` or `gone()` says it has ended. */
export async function untilAnswers(url: string, gone: () => boolean, seconds = 60): Promise<void> {
  const deadline = performance.now() + seconds * 1000;
  for (;;) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
    client.on('error', () => {});
    try {
      await client.connect();
      await client.query('select 1');
      return;
    } catch (error) {
      if (gone() || performance.now() > deadline) throw error;
      await sleep(40);
    } finally {
      await client.end().catch(() => {});
    }
  }
}

/** Asks the server for a fast shutdown and waits for its end; after `seconds` it is killed (it recovers from its log). */
export async function stopServer(cluster: string, server: RunningServer, seconds = 30): Promise<void> {
  const gone = () => runningServer(cluster)?.pid !== server.pid;
  const send = (signal: NodeJS.Signals) => {
    if (!gone()) process.kill(server.pid, signal);
  };
  send('SIGINT');
  const deadline = performance.now() + seconds * 1000;
  while (!gone()) {
    if (performance.now() > deadline) send('SIGKILL');
    await sleep(20);
  }
}
