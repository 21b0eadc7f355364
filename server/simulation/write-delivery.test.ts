import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { day } from '#core/kernel/day';
import { type DeliveryFile, deliveryFiles, type Manifest, manifest } from '#core/registry/delivery';
import { writeDelivery } from './write-delivery.ts';

const options = { seed: 1, scale: 1000, years: 10, dataCut: day('2026-01-18') };
let dir: string;
let written: Manifest;
const progress: (readonly [number, number])[] = [];

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'runde-delivery-'));
  written = await writeDelivery(dir, options, (done, of) => progress.push([done, of]));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

it('the manifest names every file with its rows and checksum', async () => {
  const onDisk = manifest.parse(JSON.parse(await readFile(join(dir, 'manifest.json'), 'utf8')));
  expect(onDisk).toEqual(written);
  expect(onDisk.files.map((f) => f.name)).toEqual(Object.keys(deliveryFiles).map((name) => `${name}.csv`));
  for (const { name, rows, sha256 } of onDisk.files) {
    const bytes = await readFile(join(dir, name));
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    const read = parse(bytes, { columns: true }) as Record<string, string>[];
    expect(read).toHaveLength(rows);
    const schema = deliveryFiles[name.replace('.csv', '') as DeliveryFile];
    expect(read.filter((row) => !schema.safeParse(row).success)).toEqual([]);
  }
});

it('the same choices give the same files, also over those of before', async () => {
  expect(await writeDelivery(dir, options)).toEqual(written);
});

it('tells how far it has come', () => {
  expect(progress.length).toBeGreaterThan(1);
  for (const [done, of] of progress) expect(done).toBeLessThanOrEqual(of);
});

it('a folder that cannot be written is an error, not a crash', async () => {
  await writeFile(join(dir, 'a-file'), '');
  await expect(writeDelivery(join(dir, 'a-file'), options)).rejects.toThrow();
  const readOnly = join(dir, 'taken');
  await writeFile(readOnly, '');
  await expect(writeDelivery(join(readOnly, 'below'), options)).rejects.toThrow();
});
