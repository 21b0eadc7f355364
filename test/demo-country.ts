/** A small demo country for whole-system tests: a template made once a run, copied for each test file. */
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Day } from '#core/kernel/day';
import { system } from '#core/people/access';
import type { Database } from '#server/db/database';
import { inTransaction } from '#server/db/transaction';
import { httpPartner } from '#server/messaging/http-partner';
import type { Partner } from '#server/messaging/partner';
import { type SimulatedPartner, startSimulatedPartner } from '#server/messaging/simulated-partner';
import { type Demo, readDemo, writeDemo } from '#server/simulation/demo';
import { finishSetUp, setUpDemo } from '#server/simulation/set-up-demo';
import { copyOf, type TestDatabase, templateOf, testRun } from './database.ts';

export type SmallCountry = {
  readonly db: TestDatabase;
  readonly dataDir: string;
  readonly carrier: SimulatedPartner;
  readonly partner: Partner;
  drop(): Promise<void>;
};

/**
 * Women out of the real population, one in `scale`, and the years of screening behind them. Each size that a run uses is set
 * up once, which takes a processor ten seconds: take one of these.
 */
const sizes = {
  village: { scale: 600, years: 2 },
  /** Some 1,700 women in the target ages. */
  town: { scale: 400, years: 3 },
  /** Enough women and years for figures by centre, and for cancers in the interval. */
  county: { scale: 300, years: 4 },
} as const;

export type SmallCountryOptions = {
  readonly size?: keyof typeof sizes;
  readonly desk?: Demo['desk'];
};

/** Nothing is left for a person: the simulated staff do all the work. */
const nobodyAtTheDesk: Demo['desk'] = { centreId: 'C06', reads: 0, consensus: 0, assessments: 0 };

const dataCut = '2026-01-18' as Day;

/** A country of one's own, on its first day: a copy of the run's country of that size. */
export async function smallCountry(options: SmallCountryOptions = {}): Promise<SmallCountry> {
  const { size = 'town', desk = nobodyAtTheDesk } = options;
  const made = join(testRun().folder, size);
  const template = await templateOf('country', `_${size}`, (db) => found(db, made, size));
  const [db, dataDir] = await Promise.all([copyOf(testRun().server, template), mkdtemp(join(tmpdir(), 'runde-test-'))]);
  await cp(made, dataDir, { recursive: true });
  await sql`update snapshot set folder = replace(folder, ${made}::text, ${dataDir}::text)`.execute(db.kysely);
  await inTransaction(db, system, async (tx) => {
    const demo = await readDemo(db);
    if (demo) await writeDemo(tx, { ...demo, desk });
  });
  const { carrier, partner } = await openCarrier(dataDir);
  const drop = async () => {
    await carrier.close();
    await db.drop();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { db, dataDir, carrier, partner, drop };
}

async function openCarrier(dataDir: string): Promise<Pick<SmallCountry, 'carrier' | 'partner'>> {
  const file = join(dataDir, 'carrier.jsonl');
  const carrier = await startSimulatedPartner({
    file,
    seed: 1,
    notOnPortal: 0.05,
    unavailable: 0.05,
    neverOpened: 0.2,
  });
  return { carrier, partner: httpPartner({ digitalPostUrl: carrier.url, smsUrl: carrier.url, timeoutMs: 5000 }) };
}

/** The set-up of a demo, to the end of its first morning. Its evening's work, which the desk bounds, comes later. */
async function found(db: Database, dataDir: string, size: keyof typeof sizes): Promise<void> {
  await rm(dataDir, { recursive: true, force: true });
  await mkdir(dataDir, { recursive: true });
  const { carrier, partner } = await openCarrier(dataDir);
  await setUpDemo(db, { dataDir }, { desk: nobodyAtTheDesk, delivery: { seed: 1, ...sizes[size], dataCut } });
  await finishSetUp(db, { dataDir }, { partner });
  await carrier.close();
}
