/** What a browser must fetch before it can show the first page: held small, because a bus at a ferry quay has little net. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildWeb, webFolder } from '#server/http/build-web';

type Chunk = { readonly file: string; readonly imports?: readonly string[]; readonly css?: readonly string[] };

let manifest: Readonly<Record<string, Chunk>>;

beforeAll(async () => {
  await buildWeb();
  manifest = JSON.parse(readFileSync(join(webFolder, 'manifest.json'), 'utf8'));
}, 120_000);

/** A chunk and all that it imports statically. */
function withImports(name: string, found = new Set<string>()): Set<string> {
  if (found.has(name)) return found;
  found.add(name);
  for (const next of manifest[name]?.imports ?? []) withImports(next, found);
  return found;
}

const kilobytes = (files: Iterable<string>) =>
  [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(webFolder, file))).length, 0) / 1000;

describe('the first page', () => {
  it('takes less than 250 kB of script, gzipped, with one language and the overview', () => {
    const chunks = ['staff/index.html', 'text/nb.ts', 'staff/programme/overview-page.tsx'].flatMap((name) => {
      expect(manifest[name], name).toBeDefined();
      return [...withImports(name)];
    });
    const files = new Set(chunks.map((name) => manifest[name]?.file ?? ''));
    expect(kilobytes(files)).toBeLessThan(250);
  });

  it('takes less than 40 kB of style, gzipped', () => {
    const css = new Set([...withImports('staff/index.html')].flatMap((name) => manifest[name]?.css ?? []));
    expect(kilobytes(css)).toBeLessThan(40);
  });
});
