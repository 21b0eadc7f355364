/** The demo country that several benchmarks share: made by bench/start.ts in the folder that bench/run.ts gives. */
import { join } from 'node:path';
import type { Database } from '#server/db/database';
import { openInstallation } from '#server/db/open-installation';
import { httpPartner } from '#server/messaging/http-partner';
import type { Partner } from '#server/messaging/partner';
import { startSimulatedPartner } from '#server/messaging/simulated-partner';
import { finishSetUp } from '#server/simulation/set-up-demo';

export type BenchDemo = { readonly db: Database; readonly dataDir: string; readonly partner: Partner };

export function benchData(): string {
  const folder = process.env.RUNDE_BENCH_DATA;
  if (!folder) throw new Error('run it by "npm run bench -- NAME": the demo country is made first');
  return folder;
}

/** Runs `work` on the demo with its day finished; the database keeps its data safe on disk, as in use. */
export async function withDemo(work: (demo: BenchDemo) => Promise<void>): Promise<void> {
  const dataDir = benchData();
  const installation = await openInstallation({ port: 0, host: '127.0.0.1', dataDir, demo: true });
  const carrier = await startSimulatedPartner({ file: join(dataDir, 'bench-carrier.jsonl'), seed: 1 });
  const partner = httpPartner({ digitalPostUrl: carrier.url, smsUrl: carrier.url, timeoutMs: 10_000 });
  try {
    await finishSetUp(installation.db, { dataDir }, { partner });
    await work({ db: installation.db, dataDir, partner });
  } finally {
    await carrier.close();
    await installation.close();
  }
}
