/** A small demo country for whole-system tests: a template made once a run, copied for each test file. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Day } from '#core/kernel/day';
import { httpPartner } from '#server/messaging/http-partner';
import type { Partner } from '#server/messaging/partner';
import { type SimulatedPartner, startSimulatedPartner } from '#server/messaging/simulated-partner';
import type { Demo } from '#server/simulation/demo';
import { finishSetUp, setUpDemo } from '#server/simulation/set-up-demo';
import { createTestDatabase, type TestDatabase } from './database.ts';

export type SmallCountry = {
  readonly db: TestDatabase;
  readonly dataDir: string;
  readonly carrier: SimulatedPartner;
  readonly partner: Partner;
  drop(): Promise<void>;
};

export type SmallCountryOptions = {
  /** One woman in so many of the real population. 400 gives some 1,700 women in the target ages. */
  readonly scale?: number;
  readonly years?: number;
  readonly desk?: Demo['desk'];
};

/** Nothing is left for a person: the simulated staff do all the work. */
const nobodyAtTheDesk: Demo['desk'] = { centreId: 'C06', reads: 0, consensus: 0, assessments: 0 };

export async function smallCountry(options: SmallCountryOptions = {}): Promise<SmallCountry> {
  const { scale = 400, years = 3, desk = nobodyAtTheDesk } = options;
  const db = await createTestDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'runde-test-'));
  const file = join(dataDir, 'carrier.jsonl');
  const carrier = await startSimulatedPartner({
    file,
    seed: 1,
    notOnPortal: 0.05,
    unavailable: 0.05,
    neverOpened: 0.2,
  });
  const partner = httpPartner({ digitalPostUrl: carrier.url, smsUrl: carrier.url, timeoutMs: 5000 });
  await setUpDemo(db, { dataDir }, { desk, delivery: { seed: 1, scale, years, dataCut: '2026-01-18' as Day } });
  await finishSetUp(db, { dataDir }, { partner });
  const drop = async () => {
    await carrier.close();
    await db.drop();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { db, dataDir, carrier, partner, drop };
}
