import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Where the built web application stands. It is not committed; it is made when it is missing or not of these sources. */
export const webFolder = join(root, 'dist/web');
const STAMP = join(webFolder, 'sources.sha256');

export type WebBuild = { readonly built: boolean };

/** Builds the web application unless dist/web was built from exactly these sources. Throws when a source does not compile. */
export async function buildWeb(): Promise<WebBuild> {
  const digest = await digestSources();
  const before = await readFile(STAMP, 'utf8').catch(() => '');
  if (before === digest) return { built: false };
  const { build } = await import('vite');
  await build({ configFile: join(root, 'vite.config.ts'), logLevel: 'error' });
  await writeFile(STAMP, digest);
  return { built: true };
}

/** One hash over everything that ends up in the bundle: sources, and the exact versions of what they import. */
async function digestSources(): Promise<string> {
  const hash = createHash('sha256');
  const files = ['package-lock.json', 'vite.config.ts'];
  for (const folder of ['web', 'contracts', 'core', 'programmes']) {
    for (const entry of await readdir(join(root, folder), { recursive: true, withFileTypes: true })) {
      const isSource = entry.isFile() && !/\.test\.tsx?$/.test(entry.name);
      if (isSource) files.push(join(entry.parentPath, entry.name).slice(root.length));
    }
  }
  for (const file of files.sort()) hash.update(`${file}\n`).update(await readFile(join(root, file)));
  return hash.digest('hex');
}
