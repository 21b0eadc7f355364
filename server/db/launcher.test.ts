import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import pg from 'pg';
import { afterAll, afterEach, beforeEach, expect, it } from 'vitest';
import { startEmbedded } from './launcher.ts';
import { isAlive, runningServer, stopServer } from './running-server.ts';

let folder: string;
beforeEach(() => {
  folder = newFolder();
});
afterEach(async () => {
  const server = runningServer(cluster());
  if (server) await stopServer(cluster(), server);
  rmSync(folder, { recursive: true, force: true });
});

function newFolder(): string {
  const made = mkdtempSync(join(tmpdir(), 'runde-launcher-'));
  chmodSync(made, 0o755);
  return made;
}

/** A cluster that the first test made: making one takes seconds. */
const prepared = newFolder();
afterAll(() => rmSync(prepared, { recursive: true, force: true }));
const usePrepared = () => execFileSync('cp', ['-a', join(prepared, 'pg18'), folder]);

const cluster = () => join(folder, 'pg18', 'cluster');
const fast = { fsync: false };

async function query(url: string, text: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return Object.values((await client.query({ text, rowMode: 'array' })).rows[0] ?? [])[0];
  } finally {
    await client.end();
  }
}

/** Another program that starts the database of the folder; resolves with the address it prints. */
async function otherProgram(): Promise<{ pid: number; url: string; joined: boolean }> {
  const launcher = pathToFileURL(fileURLToPath(new URL('./launcher.ts', import.meta.url))).href;
  const program = `
    const { startEmbedded } = await import(${JSON.stringify(launcher)});
    const server = await startEmbedded(${JSON.stringify(folder)}, { fsync: false });
    console.log(JSON.stringify({ pid: process.pid, url: server.url, joined: server.joined }));
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said = await new Promise<string>((resolve, reject) => {
    let text = '';
    child.stdout.on('data', (part: Buffer) => {
      text += part;
      if (text.endsWith('\n')) resolve(text);
    });
    child.once('exit', (code) => reject(new Error(`ended with ${code}`)));
  });
  return JSON.parse(said);
}

async function kill(pid: number): Promise<void> {
  process.kill(pid, 'SIGKILL');
  while (isAlive(pid)) await sleep(10);
}

it('starts, keeps its data over a stop, and sorts the same on every machine', async () => {
  const first = await startEmbedded(folder, fast);
  expect(
    await query(first.url, "select concat(datlocprovider, ' ', datlocale) from pg_database where datname = 'postgres'"),
  ).toBe('b C.UTF-8');
  await query(first.url, 'create table kept as select 7 as n');
  await first.stop();
  expect(runningServer(cluster())).toBeUndefined();
  const second = await startEmbedded(folder, fast);
  expect(await query(second.url, 'select n from kept')).toBe(7);
  await query(second.url, 'drop table kept');
  await second.stop();
  execFileSync('cp', ['-a', join(folder, 'pg18'), prepared]);
});

it('joins a server that runs, and leaves it running', async () => {
  usePrepared();
  const other = await otherProgram();
  const joined = await startEmbedded(folder, fast);
  expect(joined).toMatchObject({ joined: true, url: other.url });
  await joined.stop();
  expect(await query(other.url, 'select 1')).toBe(1);
  await kill(other.pid);
});

it('starts one server when two programs start at once', async () => {
  const [a, b] = await Promise.all([otherProgram(), otherProgram()]);
  expect(a.url).toBe(b.url);
  expect([a.joined, b.joined].sort()).toEqual([false, true]);
  await Promise.all([kill(a.pid), kill(b.pid)]);
});

it('takes over the server of a program that was killed', async () => {
  usePrepared();
  const other = await otherProgram();
  await kill(other.pid);
  const server = await startEmbedded(folder, fast);
  expect(server).toMatchObject({ joined: false, url: other.url });
  await server.stop();
  expect(runningServer(cluster())).toBeUndefined();
});

it('recovers when the server was killed too', async () => {
  usePrepared();
  const other = await otherProgram();
  await query(other.url, 'create table kept as select 7 as n');
  await query(other.url, 'checkpoint');
  const server = runningServer(cluster());
  await kill(other.pid);
  await kill(server?.pid ?? 0);
  expect(existsSync(join(cluster(), 'postmaster.pid'))).toBe(true);
  const again = await startEmbedded(folder, fast);
  expect(again.joined).toBe(false);
  expect(await query(again.url, 'select n from kept')).toBe(7);
  await again.stop();
});

it('is not misled by files that a killed start left, nor by a process number that another program has now', async () => {
  usePrepared();
  await (await startEmbedded(folder, fast)).stop();
  writeFileSync(join(cluster(), 'postmaster.pid'), `${process.pid}\n${cluster()}\n0\n5432\n\n127.0.0.1\n`);
  writeFileSync(join(folder, 'pg18', 'lock'), '999999999');
  const server = await startEmbedded(folder, fast);
  expect(await query(server.url, 'select 1')).toBe(1);
  await server.stop();
});

it('puts the files elsewhere when the folder cannot be entered by the account that runs the server', async () => {
  chmodSync(folder, 0o700);
  const server = await startEmbedded(folder, fast);
  expect(await query(server.url, 'select 1')).toBe(1);
  await server.stop();
  const pointer = join(folder, 'pg18.elsewhere');
  // Root runs the server as nobody; everybody else runs it as themselves and needs no other place.
  expect(existsSync(pointer)).toBe(process.getuid?.() === 0);
  if (existsSync(pointer)) rmSync(readFileSync(pointer, 'utf8').trim(), { recursive: true });
});
