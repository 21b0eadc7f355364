import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { createTestDatabase } from '#test/database';
import { commands } from './main.ts';

const bin = fileURLToPath(new URL('./bin.js', import.meta.url));

function runde(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

it('lists its commands, and says so when there is no such command', () => {
  const help = runde(['help']);
  expect(help.status).toBe(0);
  const lines = help.stdout.split('\n').map((line) => line.trim().replace(/\s+/g, ' '));
  for (const [name, { help: words }] of Object.entries(commands)) expect(lines).toContain(`${name} ${words}`);
  expect(runde(['toString'])).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('there is no command "toString"'),
  });
});

it('says what is wrong with the environment, without a stack', () => {
  const { status, stderr } = runde(['verify'], { DATABASE_URL: 'mysql://x' });
  expect({ status, stderr }).toEqual({
    status: 1,
    stderr:
      'runde verify: the environment is wrong: DATABASE_URL: expected postgres://user:password@host:port/database\n',
  });
});

it('verifies the audit chain of the database it is pointed at', async () => {
  const db = await createTestDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'runde-cli-'));
  const env = { DATABASE_URL: db.url, RUNDE_DATA: folder };
  expect(runde(['verify'], env)).toMatchObject({ status: 0, stdout: `0 ${'0'.repeat(64)}\n` });
  await db.pool.query('update audit_head set seq = 1');
  expect(runde(['verify'], env)).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('entry 1: the entry is missing'),
  });
  rmSync(folder, { recursive: true });
  await db.drop();
});
