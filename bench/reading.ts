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
  console.log(
    `${name}: ${READERS} readers, ${reads} reads in ${seconds.toFixed(1)} s = ${(reads / seconds).toFixed(0)} reads/s`,
  );
  for (const [what, all] of Object.entries(times)) {
    console.log(`  ${what.padEnd(6)} p50 ${at(all, 0.5)} ms   p99 ${at(all, 0.99)} ms   longest ${at(all, 1)} ms`);
  }
  if (reads !== 2 * cases) throw new Error(`${reads} reads of ${cases} cases, expected ${2 * cases}`);
}

function at(values: readonly number[], share: number): string {
  const sorted = values.toSorted((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(1);
}

const cases = Number(process.argv[2] ?? 500);
await withMigratedDatabase(async (url) => {
  const db = openDatabase(url, { max: 12 });
  try {
    await foundCentres(db, READERS);
    await measure(db, 'paced', cases, 1000);
    await measure(db, 'flat out', cases, 0);
  } finally {
    await db.close();
  }
  console.log(`memory of the program: ${(process.memoryUsage().rss / 1024 / 1024).toFixed(0)} MB`);
});
