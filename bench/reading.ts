/**
 * Fifty readers of one centre reading at once: how long opening the next case and saving a read take, each a whole
 * transaction with row-level security and audit, on the embedded server.
 *   npx tsx bench/reading.ts [cases]
 * Paced: a read a second from each reader, some forty times the pace of people. Flat out: no pause at all.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Actor } from '#core/people/access';
import { openDatabase, type Database } from '#server/db/database';
import { inTransaction } from '#server/db/transaction';
import { claimNext } from '#server/reading/claim-next';
import { recordRead } from '#server/reading/record-read';
import { withMigratedDatabase } from '#test/database';
import { foundCentres, openCases, reader } from '#test/reading-world';
import { quantile, row } from './row.ts';

const READERS = 50;

type Times = { readonly claim: number[]; readonly save: number[] };

async function readAll(db: Database, actor: Actor, pause: number, times: Times): Promise<void> {
  await sleep(Math.random() * pause);
  for (;;) {
    const begun = performance.now();
    const shown = await inTransaction(db, actor, claimNext);
    if (!shown.ok || !shown.value) return;
    const { value } = shown;
    const claimed = performance.now();
    const saved = await inTransaction(db, actor, (tx) => recordRead(tx, { ...value, left: 1, right: 1 }));
    if (!saved.ok) throw new Error(saved.refusal.what);
    times.claim.push(claimed - begun);
    times.save.push(performance.now() - claimed);
    await sleep(pause * (0.5 + Math.random()));
  }
}

async function measure(db: Database, name: string, cases: number, pause: number): Promise<void> {
  await openCases(db, cases);
  const times: Times = { claim: [], save: [] };
  const begun = performance.now();
  await Promise.all(Array.from({ length: READERS }, (_, i) => readAll(db, reader(i + 1), pause, times)));
  const seconds = (performance.now() - begun) / 1000;
  const reads = times.save.length;
  const of = (values: readonly number[]) =>
    `p50 ${quantile(values, 0.5).toFixed(0)} ms, p99 ${quantile(values, 0.99).toFixed(0)} ms`;
  row(
    `${READERS} readers at once, ${name}: ${reads} reads, ${(reads / seconds).toFixed(0)} reads/s`,
    `claim ${of(times.claim)}; save ${of(times.save)}`,
  );
  if (reads !== 2 * cases) throw new Error(`${reads} reads of ${cases} cases, expected ${2 * cases}`);
}

const cases = Number(process.argv[2] ?? 500);
await withMigratedDatabase(async (url) => {
  const db = openDatabase(url, { max: 12 });
  try {
    await foundCentres(db, READERS);
    await measure(db, 'a read a second each', cases, 1000);
    await measure(db, 'without a pause', cases, 0);
  } finally {
    await db.close();
  }
});
