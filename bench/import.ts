/**
 * Import: a whole delivery through `importDelivery` (checksums, every row checked, rules across rows, loaded in one
 * transaction), beside a plain COPY of the same files into tables of the same columns, which checks nothing but types.
 *   npx tsx bench/import.ts [folder of a delivery; without it the demo country's history is written first]
 */
import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import { type Database, openDatabase } from '#server/db/database';
import { derivedColumns } from '#server/registry/derived-columns';
import { importDelivery } from '#server/registry/import-delivery';
import { loadReference } from '#server/registry/load-reference';
import { registerDemoAi } from '#server/simulation/found-demo-ai';
import { newReport } from '#server/registry/delivery-report';
import { type DeliveryFolder, readManifest } from '#server/registry/read-manifest';
import { createStage, stageTable } from '#server/registry/stage';
import { demoOptions, writeDelivery } from '#server/simulation/write-delivery';
import { withMigratedDatabase } from '#test/database';
import { row, seconds } from './row.ts';

const given = process.argv[2];
const dir = given ?? (await mkdtemp(join(tmpdir(), 'runde-bench-import-')));
try {
  if (!given) await writeDelivery(dir, demoOptions);
  await withMigratedDatabase(bench);
} finally {
  if (!given) await rm(dir, { recursive: true, force: true });
}

async function bench(url: string): Promise<void> {
  const db = openDatabase(url);
  try {
    await loadReference(db);
    await registerDemoAi(db);
    const folder = await readManifest(dir, newReport());
    if (!folder) throw new Error(`${dir} holds no delivery`);
    const rows = folder.files.reduce((sum, file) => sum + file.rows, 0);
    const copy = await seconds(() => plainCopy(db, folder));
    const steps = new Map<string, number>();
    const began = performance.now();
    const cpu = process.cpuUsage();
    let outcome = '';
    const all = await seconds(async () => {
      const result = await importDelivery(db, dir, (step) => steps.set(step, performance.now() - began));
      outcome = result.kind;
    });
    const { user, system } = process.cpuUsage(cpu);
    const each = (s: number) => `${s.toFixed(1)} s, ${Math.round(rows / s).toLocaleString('en-GB')} rows/s`;
    console.log(`  ended after: ${[...steps].map(([step, ms]) => `${step} ${(ms / 1000).toFixed(1)} s`).join(', ')}`);
    const delivery = `${rows.toLocaleString('en-GB')} rows`;
    row(
      `Import (${outcome}) of ${delivery}: every row and the rules across rows checked, loaded in one transaction`,
      `${each(all)}, ${(all / copy).toFixed(1)} times the plain COPY; own processor time ${((user + system) / 1e6).toFixed(1)} s`,
    );
    row(`... plain COPY of the same ${delivery}, unchecked, without keys`, each(copy));
  } finally {
    await db.close();
  }
}

/** The staging tables' columns without row number and derived ids, as ordinary tables. */
async function plainCopy(db: Database, folder: DeliveryFolder): Promise<void> {
  const client = await db.pool.connect();
  try {
    await createStage(client);
    for (const { file, path } of folder.files) {
      const table = `plain_${stageTable(file)}`;
      const own = ['line', ...derivedColumns[file].map(({ column }) => column)];
      await client.query(`create table ${table} (like ${stageTable(file)})`);
      await client.query(`alter table ${table} ${own.map((column) => `drop column ${column}`).join(', ')}`);
      await pipeline(createReadStream(path), client.query(copyFrom(`copy ${table} from stdin (format csv, header)`)));
      await client.query(`drop table ${table}`);
    }
    await client.query('discard temp');
  } finally {
    client.release();
  }
}
