import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

// The ids of imported persons are hashes in the form of a uuid, without its version bits, which z.uuid() insists on.
it('ids are z.guid(), not z.uuid()', () => {
  const folder = new URL('.', import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  const strict = files.filter((name) => readFileSync(new URL(name, folder), 'utf8').includes('z.uuid('));
  expect(strict).toEqual([]);
});
