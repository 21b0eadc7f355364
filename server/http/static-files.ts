import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
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

type Held = { readonly plain: Uint8Array<ArrayBuffer>; readonly small?: Uint8Array<ArrayBuffer> };

/**
 * Gives out the files of the built web application from memory, compressed once. What the bundler names by its content
 * (assets/) may be kept for ever by the browser; index.html never.
 */
export function staticFiles(folder: string): (c: Context, path: string) => Promise<Response | undefined> {
  const held = new Map<string, Promise<Held | undefined>>();
  const load = async (path: string): Promise<Held | undefined> => {
    const plain = await readFile(join(folder, path)).catch(() => undefined);
    if (!plain) return undefined;
    if (path.endsWith('.woff2')) return { plain: new Uint8Array(plain) };
    const small = await compress(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
    return { plain: new Uint8Array(plain), small: new Uint8Array(small) };
  };
  return async (c, path) => {
    const clean = normalize(path).replace(/^\/+/, '');
    if (clean.startsWith('..')) return undefined;
    const known = held.get(clean) ?? load(clean);
    held.set(clean, known);
    const file = await known;
    if (!file) {
      held.delete(clean);
      return undefined;
    }
    const lasting = clean.startsWith('assets/');
    c.header('content-type', types[extname(clean)] ?? 'application/octet-stream');
    c.header('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache');
    c.header('vary', 'accept-encoding');
    const takesBrotli = /\bbr\b/.test(c.req.header('accept-encoding') ?? '');
    if (!file.small || !takesBrotli) return c.body(file.plain);
    c.header('content-encoding', 'br');
    return c.body(file.small);
  };
}
