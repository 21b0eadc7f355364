import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Where the built web application stands. It is not committed; it is made when it is missing or not of these sources. */
export const webFolder = join(root, 'dist/web');
const STAMP = 'sources.sha256';
const LOCK = join(root, 'dist/building');
/** A build takes seconds; a lock this old was left by a program that was killed. */
const STALE_LOCK_MS = 120_000;

export type WebBuild = { readonly built: boolean };

/**
 * Builds the web application unless dist/web was built from exactly these sources. One program builds at a time, into a
 * folder beside, which takes the place of the old one when it is whole. Throws when a source does not compile.
 */
export async function buildWeb(): Promise<WebBuild> {
  const digest = await digestSources();
  if (await isBuilt(digest)) return { built: false };
  await lock();
  try {
    if (await isBuilt(digest)) return { built: false };
    await buildInto(`${webFolder}-${process.pid}`, digest);
    return { built: true };
  } finally {
    await rm(LOCK, { recursive: true, force: true });
  }
}

async function isBuilt(digest: string): Promise<boolean> {
  return (await readFile(join(webFolder, STAMP), 'utf8').catch(() => '')) === digest;
}

async function buildInto(folder: string, digest: string): Promise<void> {
  const old = `${folder}-old`;
  // A test runner says "test", which would put React's development build, half as large again, into the bundle.
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  try {
    const { build } = await import('vite');
    await build({
      configFile: join(root, 'vite.config.ts'),
      logLevel: 'error',
      build: { outDir: folder, emptyOutDir: true },
    });
    await writeFile(join(folder, STAMP), digest);
    await rename(webFolder, old).catch(() => {});
    await rename(folder, webFolder);
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
    await rm(old, { recursive: true, force: true });
    await rm(folder, { recursive: true, force: true });
  }
}

/** Takes the lock by making its folder, which only one program can do. */
async function lock(): Promise<void> {
  await mkdir(join(root, 'dist'), { recursive: true });
  for (;;) {
    const taken = await mkdir(LOCK).then(
      () => true,
      () => false,
    );
    if (taken) return;
    const since = await stat(LOCK).then(
      (found) => found.mtimeMs,
      () => Date.now(),
    );
    if (Date.now() - since > STALE_LOCK_MS) await rm(LOCK, { recursive: true, force: true });
    else await new Promise((waited) => setTimeout(waited, 200));
  }
}

/** One hash over everything that ends up in the bundle: sources, and the exact versions of what they import. */
async function digestSources(): Promise<string> {
  const hash = createHash('sha256');
  const files = ['package-lock.json', 'vite.config.ts', 'server/http/build-web.ts'];
  for (const folder of ['web', 'contracts', 'core']) {
    for (const entry of await readdir(join(root, folder), { recursive: true, withFileTypes: true })) {
      const isSource = entry.isFile() && !/\.(test\.tsx?|md)$/.test(entry.name);
      if (isSource) files.push(join(entry.parentPath, entry.name).slice(root.length));
    }
  }
  for (const file of files.sort()) hash.update(`${file}\n`).update(await readFile(join(root, file)));
  return hash.digest('hex');
}
