/**
 * The embedded PostgreSQL for demonstration, development and tests: the real server, as a child process on 127.0.0.1.
 * Production sets DATABASE_URL and never comes here. Layout of the data folder:
 *   pg18/cluster    the cluster (named by major version: another major needs another folder)
 *   pg18/password   random, for the superuser `runde`
 *   pg18/owner      process numbers of the server and of the program that will stop it
 *   pg18/server.log
 */
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync } from 'node:fs';
import { renameSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { postgresBinaries } from './postgres-binaries.ts';
import { isAlive, type RunningServer, runningServer, stopServer, untilAnswers } from './running-server.ts';
import { canReach, privateFolder, type ServerUser, serverUser } from './server-user.ts';
import { withStartLock } from './start-lock.ts';

export type EmbeddedServer = {
  readonly url: string;
  /** True when another program started the server and will stop it; `stop` then does nothing. */
  readonly joined: boolean;
  stop(): Promise<void>;
};

export type LauncherOptions = {
  /** False only for throw-away data: a power cut may then lose or damage it. */
  readonly fsync?: boolean;
  /** Further server settings, name -> value. */
  readonly settings?: Readonly<Record<string, string>>;
};

/**
 * Starts the server of a data folder, or joins the one that already runs there. A server whose starter was killed is
 * taken over. Errors: a folder that cannot be written or read, a platform without binaries, a server that will not start
 * (with the end of its log).
 */
export async function startEmbedded(dataDir: string, options: LauncherOptions = {}): Promise<EmbeddedServer> {
  const place = serverPlace(resolve(dataDir));
  const user = serverUser(place);
  privateFolder(user, place);
  refuseForeign(place);
  return withStartLock(join(place, 'lock'), async () => {
    const password = ensureCluster(place, user);
    const cluster = join(place, 'cluster');
    const found = runningServer(cluster);
    const server = found ?? (await launch(place, user, password, options));
    const url = urlOf(server.port, password);
    if (found) await untilAnswers(url, () => runningServer(cluster) === undefined);
    return owned(place, user, url, server);
  });
}

/**
 * Where the server's files stand. Root's checkout may lie under a folder that no other account can enter (/root is
 * 0700), and PostgreSQL will not run as root: the files then stand in /var/tmp, which survives a restart, and a pointer
 * file in the data folder says where. (A user namespace would also do, but containers often forbid it.)
 */
function serverPlace(dataDir: string): string {
  mkdirSync(dataDir, { recursive: true });
  const inside = join(dataDir, 'pg18');
  if (canReach(serverUser(inside), dataDir)) return inside;
  const pointer = join(dataDir, 'pg18.elsewhere');
  if (existsSync(pointer)) {
    const place = readFileSync(pointer, 'utf8').trim();
    if (existsSync(place)) return place;
  }
  const place = mkdtempSync(join(existsSync('/var/tmp') ? '/var/tmp' : tmpdir(), 'runde-pg18-'));
  writeFileSync(pointer, `${place}\n`);
  return place;
}

/** Data that another account made can be used by that account and by root only. */
function refuseForeign(place: string): void {
  const { uid } = statSync(place);
  const mine = process.getuid?.() ?? uid;
  if (mine === 0 || mine === uid) return;
  throw new Error(
    `${place} belongs to another account (number ${uid}; this is ${mine}): start as that account or as root, ` +
      'or set RUNDE_DATA to a folder of your own',
  );
}

/** A file that the server's account owns, also when root writes it, so that either can be the next to start. */
function writePrivate(user: ServerUser, file: string, text: string): void {
  writeFileSync(file, text, { mode: 0o600 });
  if (user) chownSync(file, user.uid, user.gid);
}

/** Makes the cluster at the first start; a half-made one is thrown away. Returns the password. */
function ensureCluster(place: string, user: ServerUser): string {
  const [cluster, passwordFile] = [join(place, 'cluster'), join(place, 'password')];
  if (existsSync(cluster)) return readFileSync(passwordFile, 'utf8').trim();
  const half = join(place, 'cluster.new');
  rmSync(half, { recursive: true, force: true });
  const password = randomBytes(24).toString('hex');
  writePrivate(user, passwordFile, password);
  privateFolder(user, half);
  const args = ['-D', half, '-U', 'runde', '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--encoding=UTF8'];
  // The builtin provider sorts alike on every machine. Text for people is sorted with collate "nb-x-icu".
  args.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--no-sync');
  const made = spawnSync(postgresBinaries(user).initdb, args, {
    ...user,
    cwd: place,
    encoding: 'utf8',
    env: cleanEnv(),
  });
  if (made.status !== 0) {
    throw new Error(`could not make the database in ${place}: ${made.error?.message ?? made.stderr.trim()}`);
  }
  renameSync(half, cluster);
  return password;
}

async function launch(
  place: string,
  user: ServerUser,
  password: string,
  options: LauncherOptions,
): Promise<RunningServer> {
  const cluster = join(place, 'cluster');
  const logFile = join(place, 'server.log');
  const { postgres } = postgresBinaries(user);
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    writePrivate(user, logFile, '');
    const log = openSync(logFile, 'a');
    // Detached: Ctrl-C in the terminal must reach the program only, which stops the server when it has finished with it.
    const child = spawn(postgres, ['-D', cluster, ...settings(port, options)], {
      ...user,
      cwd: place,
      detached: true,
      stdio: ['ignore', log, log],
      env: cleanEnv(),
    });
    closeSync(log);
    child.unref();
    let ended = false;
    child.once('exit', () => {
      ended = true;
    });
    child.once('error', () => {
      ended = true;
    });
    try {
      await untilAnswers(urlOf(port, password), () => ended);
      return { pid: child.pid ?? 0, port };
    } catch (error) {
      const text = readFileSync(logFile, 'utf8');
      // The free port may be taken between finding and using it.
      if (attempt < 5 && /could not bind|Address already in use/.test(text)) continue;
      if (!ended && child.pid) process.kill(child.pid, 'SIGKILL');
      throw new Error(`the embedded database did not start (${logFile}): ${text.trim().slice(-800) || error}`);
    }
  }
}

function settings(port: number, options: LauncherOptions): string[] {
  const values: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '200',
    shared_buffers: '256MB',
    work_mem: '32MB',
    maintenance_work_mem: '256MB',
    max_wal_size: '4GB',
    random_page_cost: '1.1',
    jit: 'off',
    timezone: 'UTC',
    ...(options.fsync === false ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
    ...(smallSharedMemory() ? { dynamic_shared_memory_type: 'mmap' } : {}),
    ...options.settings,
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** Containers often get 64 MB of /dev/shm, too little for a parallel query. */
function smallSharedMemory(): boolean {
  if (process.platform !== 'linux' || !existsSync('/dev/shm')) return false;
  const { bsize, blocks } = statfsSync('/dev/shm');
  return bsize * blocks < 256 * 1024 * 1024;
}

/** The handle of the program that will stop the server; a joined server belongs to another live program. */
function owned(place: string, user: ServerUser, url: string, server: RunningServer): EmbeddedServer {
  const ownerFile = join(place, 'owner');
  const [of, by] = existsSync(ownerFile) ? readFileSync(ownerFile, 'utf8').split(' ').map(Number) : [];
  if (of === server.pid && by && isAlive(by)) return { url, joined: true, stop: async () => {} };
  writePrivate(user, ownerFile, `${server.pid} ${process.pid}`);
  const atExit = () => {
    if (runningServer(join(place, 'cluster'))?.pid === server.pid) process.kill(server.pid, 'SIGINT');
  };
  process.once('exit', atExit);
  return {
    url,
    joined: false,
    stop: async () => {
      process.off('exit', atExit);
      await stopServer(join(place, 'cluster'), server);
    },
  };
}

function urlOf(port: number, password: string): string {
  return `postgres://runde:${password}@127.0.0.1:${port}/postgres`;
}

/** Settings of the user's own PostgreSQL clients must not reach the server. */
function cleanEnv(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name)));
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer().once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => found(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
