/** Days of the demo: setting up a small country, then its days, with and without what they cost the audit chain. */
import { performance } from 'node:perf_hooks';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyChain } from '#server/audit/verify';
import { openDatabase } from '#server/db/database';
import { httpPartner } from '#server/messaging/http-partner';
import { startSimulatedPartner } from '#server/messaging/simulated-partner';
import { runDays } from '#server/simulation/run-day';
import { finishSetUp, setUpDemo } from '#server/simulation/set-up-demo';
import { demoOptions } from '#server/simulation/write-delivery';
import { withMigratedDatabase } from '#test/database';

const DAYS = 7;
const scale = Number(process.argv[2] ?? 100);

await withMigratedDatabase(async (url) => {
  const db = openDatabase(url);
  const dataDir = await mkdtemp(join(tmpdir(), 'runde-bench-days-'));
  const carrier = await startSimulatedPartner({ file: join(dataDir, 'carrier.jsonl'), seed: 1 });
  const partner = httpPartner({ digitalPostUrl: carrier.url, smsUrl: carrier.url, timeoutMs: 5000 });
  const timed = async (what: string, work: () => Promise<unknown>): Promise<number> => {
    const began = performance.now();
    await work();
    const seconds = (performance.now() - began) / 1000;
    console.log(`${what.padEnd(44)} ${seconds.toFixed(1)} s`);
    return seconds;
  };
  await timed(`history of one woman in ${scale}, imported`, () =>
    setUpDemo(db, { dataDir }, { delivery: { ...demoOptions, scale } }),
  );
  await timed('first morning and snapshot', () => finishSetUp(db, { dataDir }, { partner }));
  const seconds = await timed(`${DAYS} days, Monday to Monday`, () => runDays(db, { dataDir }, DAYS, { partner }));
  const chain = await verifyChain(db);
  const entries = chain.kind === 'whole' ? chain.entries : 0;
  console.log(
    `${(DAYS / seconds).toFixed(2)} days/s; ${entries} audit entries; ${Math.round(process.memoryUsage().rss / 1e6)} MB`,
  );
  await carrier.close();
  await db.close();
  await rm(dataDir, { recursive: true, force: true });
});
