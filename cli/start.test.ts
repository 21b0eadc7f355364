import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runningServer } from '#server/db/running-server';

const bin = fileURLToPath(new URL('./bin.js', import.meta.url));

let folder: string;
const started: ChildProcess[] = [];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'runde-start-'));
  chmodSync(folder, 0o755);
});
afterAll(() => {
  for (const child of started) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

type Running = { readonly child: ChildProcess; readonly url: string; said(): string };

/** Starts the programme as `npm start` does and waits for its address. */
function start(port: string): Promise<Running> {
  const env = { ...process.env, RUNDE_DATA: folder, PORT: port, RUNDE_DEMO: 'no', DATABASE_URL: '' };
  const child = spawn(process.execPath, [bin, 'start'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  started.push(child);
  let text = '';
  return new Promise((open, failed) => {
    const hear = (part: Buffer) => {
      text += part;
      const url = /open at (http\S+)/.exec(text)?.[1];
      if (url) open({ child, url, said: () => text });
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (code) => failed(new Error(`ended with ${code}: ${text}`)));
  });
}

async function stop({ child }: Running): Promise<number | null> {
  child.kill('SIGINT');
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
}

it('starts, is joined by a second start, and stops cleanly', async () => {
  const first = await start('0');
  expect((await fetch(first.url)).status).toBe(200);
  const second = await start('0');
  expect(second.said()).toContain('already running: joined');
  expect((await fetch(second.url)).status).toBe(200);
  expect(await stop(second)).toBe(0);
  expect((await fetch(first.url)).status).toBe(200);
  expect(await stop(first)).toBe(0);
  expect(runningServer(join(folder, 'pg18', 'cluster'))).toBeUndefined();
}, 240_000);

it('says so at once when the port is taken', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const port = typeof address === 'object' && address ? String(address.port) : '';
  await expect(start(port)).rejects.toThrow(`port ${port} is taken`);
  other.close();
});
