import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { addDays } from '#core/kernel/day';
import { system } from '#core/people/access';
import type { Config } from '#server/config';
import type { Database } from '#server/db/database';
import { inTransaction } from '#server/db/transaction';
import { latestSnapshot } from '#server/quality/latest-snapshot';
import { renewSnapshot } from '#server/quality/renew-snapshot';
import { setInstallationKey } from '#server/registry/derive-id';
import { importDelivery } from '#server/registry/import-delivery';
import { loadReference } from '#server/registry/load-reference';
import { type Demo, demoDesk, readDemo, writeDemo } from './demo.ts';
import { foundDemoAi, registerDemoAi } from './found-demo-ai.ts';
import { playEquipment } from './play-equipment.ts';
import { playPortal } from './play-portal.ts';
import { playReview } from './play-review.ts';
import { playStudies } from './play-studies.ts';
import { type DayOptions, firstMorning, runDays } from './run-day.ts';
import { type DeliveryOptions, demoOptions, writeDelivery } from './write-delivery.ts';

export type SetUpProgress = (stage: 'lives' | 'import', done: number, of: number, what: string) => void;

export type SetUpOptions = {
  readonly delivery?: DeliveryOptions;
  readonly desk?: Demo['desk'];
  readonly onProgress?: SetUpProgress;
};

/**
 * Makes an empty installation a demo: ten years of simulated history come in as a delivery, and the clock stands on the
 * morning after the data cut. What was done before a crash is found done; an installation that is already a demo is left
 * as it is.
 */
export async function setUpDemo(db: Database, config: Pick<Config, 'dataDir'>, options: SetUpOptions): Promise<Demo> {
  const existing = await readDemo(db);
  if (existing) return existing;
  const { delivery = demoOptions, desk = demoDesk, onProgress = () => {} } = options;
  // First of all: what is registered now is registered on the demo's own day.
  await sql`update programme_clock set today = ${addDays(delivery.dataCut, 1)}`.execute(db.kysely);
  await loadReference(db);
  await inTransaction(db, system, (tx) => setInstallationKey(tx, `demo country, seed ${delivery.seed}`));
  await registerDemoAi(db);
  const dir = join(config.dataDir, 'deliveries', 'history');
  await rm(dir, { recursive: true, force: true });
  await writeDelivery(dir, delivery, (done, of) => onProgress('lives', done, of, ''));
  const outcome = await importDelivery(db, dir, (step, done, of) => onProgress('import', done, of, step));
  if (outcome.kind === 'refused')
    throw new Error(`the demo's history was refused: ${JSON.stringify(outcome.report).slice(0, 2000)}`);
  const demo: Demo = { seed: delivery.seed, desk };
  await inTransaction(db, system, async (tx) => {
    await sql`update programme_clock set day_step = ${firstMorning}`.execute(tx.q);
    await writeDemo(tx, demo);
  });
  return demo;
}

/**
 * What may go on while the pages are open: the first morning, or a day that a crash cut short, is worked to its end, the
 * office's own things are put out, and a first snapshot is made.
 */
export async function finishSetUp(db: Database, config: Pick<Config, 'dataDir'>, options: DayOptions): Promise<void> {
  await foundDemoAi(db);
  await runDays(db, config, 0, options);
  await playPortal(db);
  await playReview(db);
  await playEquipment(db);
  await playStudies(db);
  if (!(await latestSnapshot(db))) await renewSnapshot(db, config, system);
}
