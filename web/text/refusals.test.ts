/** Every code that the server or a rule refuses with has words in each catalogue that say how to put it right. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Text } from './nb.ts';
import { textOf } from './text-of.ts';

/** Codes that no page meets: what the command line says of a file that it is given, in English. */
const commandLine = new Set([
  'invalid-form',
  'invalid-indicator-set',
  'set-version-exists',
  'refused',
  'no-column',
  'faulty-rows',
  'too-many-groups',
]);

const root = join(import.meta.dirname, '../..');

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => join(folder, name));
}

/** refuse('code', …) and code: 'code' in core and server. */
function codesInSource(): ReadonlyMap<string, string> {
  const codes = new Map<string, string>();
  for (const file of ['core', 'server'].flatMap(sources)) {
    const text = readFileSync(join(root, file), 'utf8');
    for (const [, code = ''] of text.matchAll(/(?:\brefuse\(\s*|\bcode: )'([a-z0-9-]+)'/g)) codes.set(code, file);
  }
  return codes;
}

function wordsFor(text: Text, code: string): string | undefined {
  const areas = Object.values(text) as readonly { readonly refusals?: Readonly<Record<string, string>> }[];
  return areas.map((area) => area.refusals?.[code]).find(Boolean);
}

describe('refusals', () => {
  const codes = [...codesInSource()].filter(([code]) => !commandLine.has(code));

  it('are found in the source', () => {
    expect(codes.length).toBeGreaterThan(80);
  });

  it.each(['nb', 'nn', 'en'] as const)('all have words in %s', (language) => {
    const silent = codes.filter(([code]) => !wordsFor(textOf[language], code));
    expect(silent.map(([code, file]) => `${code} (${file})`)).toEqual([]);
  });
});
