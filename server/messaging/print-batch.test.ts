import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { system } from '#core/people/access';
import { inTransaction } from '#server/db/transaction';
import { closePrintBatches } from './close-print-batch.ts';
import { decideMessages } from './decide-message.ts';
import { momentOf, sendingHours } from './moment.ts';
import { firstDay, makeWorld, type World } from '#test/messaging-world';

let world: World;
let folder: string;
let run = 0;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());
beforeEach(async () => {
  await world.db.pool.query('truncate message_delivery, message, print_batch');
  folder = join(world.folder, `print-${++run}`);
});

const evening = momentOf(sendingHours(firstDay).to);
const close = (db = world.db) => closePrintBatches(db, folder, evening);

async function onPaper(count: number): Promise<void> {
  const women = await Promise.all(Array.from({ length: count }, () => world.woman({ digital: false })));
  const rows = women.map((woman) => ({ ...woman, kind: 'invitation' as const, cause: 'invitation' }));
  await inTransaction(world.db, system, (tx) => decideMessages(tx, rows));
}

/** Every letter that stands in a numbered folder, by its key, checked against its manifest. */
function printed(): string[] {
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .flatMap((name) => {
      const manifest = JSON.parse(readFileSync(join(folder, name, 'manifest.json'), 'utf8'));
      expect(readdirSync(join(folder, name))).toHaveLength(manifest.files.length + 1);
      for (const { file, sha256 } of manifest.files) {
        expect(
          createHash('sha256')
            .update(readFileSync(join(folder, name, file)))
            .digest('hex'),
        ).toBe(sha256);
      }
      return manifest.files.map(({ key }: { key: string }) => key) as string[];
    });
}

it('writes the letters with a manifest of their checksums, and the number of the batch in the database', async () => {
  await onPaper(3);
  expect(await close()).toMatchObject([{ number: 1, letters: 3 }]);
  expect(printed()).toHaveLength(3);
  const manifest = readFileSync(join(folder, '000001', 'manifest.json'));
  expect(await world.db.kysely.selectFrom('print_batch').selectAll().execute()).toMatchObject([
    { number: 1, day: firstDay, letters: 3, sha256: createHash('sha256').update(manifest).digest('hex') },
  ]);
  expect(await close()).toEqual([]);
});

it('two at once print each letter once', async () => {
  await onPaper(8);
  await Promise.all([close(), close()]);
  expect(new Set(printed()).size).toBe(8);
  expect(printed()).toHaveLength(8);
});

it('a crash before the batch is decided: the half folder is thrown away and every letter is printed once', async () => {
  await onPaper(4);
  mkdirSync(join(folder, '.000001'), { recursive: true });
  writeFileSync(join(folder, '.000001', 'half.pdf'), '%PDF-');
  await close();
  expect(printed()).toHaveLength(4);
  expect(readdirSync(folder)).toEqual(['000001']);
});

it('a crash between deciding and naming: the next run names the folder and prints nothing twice', async () => {
  await onPaper(4);
  await close();
  renameSync(join(folder, '000001'), join(folder, '.000001'));
  await onPaper(2);
  expect(await close()).toMatchObject([{ number: 2, letters: 2 }]);
  expect(existsSync(join(folder, '000001'))).toBe(true);
  expect(new Set(printed()).size).toBe(6);
});

it('says so when a decided batch has been changed on disk', async () => {
  await onPaper(1);
  await close();
  renameSync(join(folder, '000001'), join(folder, '.000001'));
  writeFileSync(join(folder, '.000001', 'manifest.json'), '{}');
  await expect(close()).rejects.toThrow('print batch 1');
});
