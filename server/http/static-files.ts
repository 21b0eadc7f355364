import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { Context } from 'hono';

const compress = promisify(brotliCompress);

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
};

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * Gives out the files of the built web application from memory: they are read when the service opens, so that a new
 * build beside it never mixes with the one it serves. What the bundler names by its content (assets/) may be kept for
 * ever by the browser; index.html never.
 */
export function staticFiles(folder: string): (c: Context, path: string) => Promise<Response | undefined> {
  const held = readAll(folder);
  const small = new Map<string, Promise<Bytes>>();
  return async (c, path) => {
    const name = path.replace(/^\/+/, '');
    const plain = (await held).get(name);
    if (!plain) return undefined;
    c.header('content-type', types[extname(name)] ?? 'application/octet-stream');
    c.header('cache-control', name.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
    c.header('vary', 'accept-encoding');
    const takesBrotli = /\bbr\b/.test(c.req.header('accept-encoding') ?? '');
    if (!takesBrotli || name.endsWith('.woff2')) return c.body(plain);
    const compressed = small.get(name) ?? shrink(plain);
    small.set(name, compressed);
    c.header('content-encoding', 'br');
    return c.body(await compressed);
  };
}

/** Every file by its path within the folder; none when the folder does not exist. */
async function readAll(folder: string): Promise<ReadonlyMap<string, Bytes>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const read = async (file: string) =>
    [file.slice(folder.length + 1).replaceAll('\\', '/'), new Uint8Array(await readFile(file))] as const;
  return new Map(await Promise.all(files.map(read)));
}

async function shrink(plain: Bytes): Promise<Bytes> {
  return new Uint8Array(await compress(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
}
