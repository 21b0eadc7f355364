/**
 * Writes the simulated history of the demo country as a delivery: one CSV a fact and a manifest with checksums, in the
 * same form that a real programme would deliver. Rows are written as they are made; memory does not grow with the scale.
 */
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as otherWork } from 'node:timers/promises';
import type { Day } from '#core/kernel/day';
import { type DeliveryFile, deliveryFiles, type Manifest } from '#core/registry/delivery';
import { simulateWomen } from '#core/simulation/history';
import { csvFile } from './csv-file.ts';
import { loadCountry } from './load-country.ts';

export type DeliveryOptions = {
  readonly seed: number;
  /** One woman in so many. */
  readonly scale: number;
  readonly years: number;
  readonly dataCut: Day;
};

/** The demo's choices. The cut is a Sunday a fortnight into the year, so that the programme is in full work on Monday. */
export const demoOptions: DeliveryOptions = { seed: 1, scale: 20, years: 10, dataCut: '2026-01-18' as Day };

export type Progress = (done: number, of: number) => void;

/**
 * Writes the files into `dir` (made when missing; files of the same names are replaced) and the manifest last, so that a
 * folder with a manifest is whole. Returns the manifest.
 */
export async function writeDelivery(dir: string, options: DeliveryOptions, onProgress?: Progress): Promise<Manifest> {
  await mkdir(dir, { recursive: true });
  await rm(join(dir, 'manifest.json'), { force: true });
  const country = await loadCountry();
  const names = Object.keys(deliveryFiles) as DeliveryFile[];
  const files = new Map(names.map((name) => [name, csvFile(dir, name)]));
  let women = 0;
  for (const { rows, done, of } of simulateWomen(country, options)) {
    for (const { file, row } of rows) files.get(file)?.add(row);
    if (++women % 500 > 0) continue;
    onProgress?.(done, of);
    for (const file of files.values()) await file.drained();
    // The page that shows the progress is served by this process too.
    await otherWork();
  }
  const entries = [];
  for (const file of files.values()) entries.push(await file.close());
  const manifest: Manifest = {
    format: 'runde-delivery/1',
    sender: 'demo-country',
    delivery: `history-${options.dataCut}-s${options.seed}-x${options.scale}-y${options.years}`,
    data_cut: options.dataCut,
    files: entries,
  };
  await writeFile(join(dir, 'manifest.json.part'), `${JSON.stringify(manifest, null, 2)}\n`);
  await rename(join(dir, 'manifest.json.part'), join(dir, 'manifest.json'));
  return manifest;
}
