import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { addDays } from '#core/kernel/day';
import { system } from '#core/people/access';
import type { Config } from '#server/config';
import type { Database } from '#server/db/database';
import { renewSnapshot } from '#server/quality/renew-snapshot';
import { importDelivery } from '#server/registry/import-delivery';
import { loadReference } from '#server/registry/load-reference';
import { type Demo, demoDesk, readDemo, writeDemo } from './demo.ts';
import { type DayOptions, runMorning } from './run-day.ts';
import { type DeliveryOptions, demoOptions, writeDelivery } from './write-delivery.ts';

export type SetUpProgress = (
  stage: 'lives' | 'import' | 'morning' | 'snapshot',
  done: number,
  of: number,
  what: string,
) => void;

export type SetUpOptions = Pick<DayOptions, 'partner'> & {
  readonly delivery?: DeliveryOptions;
  readonly desk?: Demo['desk'];
  readonly onProgress?: SetUpProgress;
};

/**
 * Makes an empty installation a demo: ten years of simulated history come in as a delivery, the clock stands on the day
 * after the data cut, the morning's work is done, and a first snapshot is made. What was done before a crash is found
 * done; an installation that is already a demo is left as it is.
 */
export async function setUpDemo(db: Database, config: Pick<Config, 'dataDir'>, options: SetUpOptions): Promise<Demo> {
  const existing = await readDemo(db);
  if (existing) return existing;
  const { delivery = demoOptions, desk = demoDesk, onProgress = () => {} } = options;
  await loadReference(db);
  const dir = join(config.dataDir, 'deliveries', 'history');
  await rm(dir, { recursive: true, force: true });
  await writeDelivery(dir, delivery, (done, of) => onProgress('lives', done, of, ''));
  const outcome = await importDelivery(db, dir, (step, done, of) => onProgress('import', done, of, step));
  if (outcome.kind === 'refused')
    throw new Error(`the demo's history was refused: ${JSON.stringify(outcome.report).slice(0, 2000)}`);
  await sql`update programme_clock set today = ${addDays(delivery.dataCut, 1)}`.execute(db.kysely);
  const demo: Demo = { seed: delivery.seed, desk };
  await writeDemo(db, demo);
  await runMorning(db, config, {
    partner: options.partner,
    onProgress: (_day, step, done, of) => onProgress('morning', done, of, step),
  });
  await renewSnapshot(db, config, system, (done, of, what) => onProgress('snapshot', done, of, what));
  return demo;
}
