import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { Day } from '#core/kernel/day';
import type { Database } from '#server/db/database';
import { type DerivedFactRules, derivedFacts, workingDaySql } from './derived-facts.ts';
import { type Duck, openDuck, quoted } from './duck.ts';
import type { SnapshotFact } from './snapshot-fact.ts';
import { snapshotFacts } from './snapshot-facts.ts';

export type Snapshot = {
  readonly id: string;
  readonly dataCut: Day;
  readonly folder: string;
  readonly rows: Readonly<Record<string, number>>;
  readonly codeVersion: string;
};

export type SnapshotOptions = {
  /** Folder in which the snapshot's own folder is made. */
  readonly into: string;
  readonly dataCut: Day;
  readonly rules: DerivedFactRules;
  readonly codeVersion: string;
  readonly onProgress?: (done: number, of: number, what: string) => void;
};

/**
 * Writes an immutable snapshot: every fact as Parquet, one folder each, with a manifest of rows and checksums. All facts
 * are read in one repeatable-read transaction, so that they agree with each other. The folder appears whole or not at
 * all; the same data gives the same identifier, and a snapshot that is already there is left as it is.
 */
export async function makeSnapshot(db: Database, options: SnapshotOptions): Promise<Snapshot> {
  const draft = join(options.into, `.draft-${randomBytes(6).toString('hex')}`);
  await mkdir(draft, { recursive: true });
  const duck = await openDuck();
  try {
    const derived = derivedFacts(options.dataCut, options.rules);
    const names = [...snapshotFacts, ...derived].map(({ name }) => name);
    await copyPlainFacts(db, duck, draft, options, names.length);
    await duck.run(workingDaySql(options.dataCut, options.rules.calendar));
    for (const [index, { name, sql }] of derived.entries()) {
      options.onProgress?.(snapshotFacts.length + index, names.length, name);
      await duck.run(`create table "${name}" as ${sql}`);
      await writeParquet(duck, draft, name);
    }
    const { rows, files } = await inventory(duck, draft, names);
    const body = { dataCut: options.dataCut, codeVersion: options.codeVersion, rows, files };
    const sha256 = createHash('sha256').update(JSON.stringify(body)).digest('hex');
    const id = `${options.dataCut}-${sha256.slice(0, 8)}`;
    await writeFile(join(draft, 'manifest.json'), `${JSON.stringify({ snapshot: id, ...body }, null, 2)}\n`);
    const folder = join(options.into, id);
    const exists = await stat(folder).catch(() => undefined);
    if (!exists) await rename(draft, folder);
    await db.pool.query(
      `insert into snapshot (snapshot_id, data_cut, folder, rows, sha256, code_version) values ($1, $2, $3, $4, $5, $6)
       on conflict (snapshot_id) do update set made_at = now(), folder = excluded.folder`,
      [id, options.dataCut, folder, JSON.stringify(rows), sha256, options.codeVersion],
    );
    return { id, dataCut: options.dataCut, folder, rows, codeVersion: options.codeVersion };
  } finally {
    duck.close();
    await rm(draft, { recursive: true, force: true });
  }
}

async function copyPlainFacts(
  db: Database,
  duck: Duck,
  draft: string,
  options: SnapshotOptions,
  all: number,
): Promise<void> {
  const key = await snapshotKey(db);
  const client = await db.pool.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    for (const [index, fact] of snapshotFacts.entries()) {
      options.onProgress?.(index, all, fact.name);
      await copyFact(client, duck, draft, fact, options.dataCut, key);
    }
    await client.query('commit');
  } finally {
    client.release();
  }
}

async function copyFact(
  client: PoolClient,
  duck: Duck,
  draft: string,
  fact: SnapshotFact,
  cut: Day,
  key: string,
): Promise<void> {
  const csv = join(draft, `${fact.name}.csv`);
  const personKey = `substr(encode(sha256(convert_to('${key}' || t.person_id::text, 'UTF8')), 'hex'), 1, 20)`;
  await pipeline(
    client.query(copyTo(`copy (${fact.query(cut, personKey)}) to stdout (format csv)`)),
    createWriteStream(csv),
  );
  const columns = Object.entries(fact.columns).map(([name, type]) => `${quoted(name)}: ${quoted(type)}`);
  await duck.run(
    `create table "${fact.name}" as select * from
     read_csv(${quoted(csv)}, header = false, delim = ',', quote = '"', escape = '"', auto_detect = false, columns = {${columns.join(', ')}})`,
  );
  await rm(csv);
  await writeParquet(duck, draft, fact.name);
}

/** Ordered by every column, so that the same data gives the same file. */
async function writeParquet(duck: Duck, draft: string, name: string): Promise<void> {
  await mkdir(join(draft, name));
  const file = join(draft, name, 'part-0.parquet');
  await duck.run(`copy (select * from "${name}" order by all) to ${quoted(file)} (format parquet, compression zstd)`);
}

async function inventory(duck: Duck, draft: string, names: readonly string[]) {
  const rows: Record<string, number> = {};
  const files: Record<string, string> = {};
  for (const name of names) {
    const [count] = await duck.rows(`select count(*)::integer as n from "${name}"`);
    rows[name] = Number(count?.n);
    const hash = createHash('sha256');
    await pipeline(createReadStream(join(draft, name, 'part-0.parquet')), hash);
    files[`${name}/part-0.parquet`] = hash.digest('hex');
  }
  return { rows, files };
}

/** The installation's own key for pseudonyms, made once. */
async function snapshotKey(db: Database): Promise<string> {
  await db.pool.query(
    `insert into setting (key, value) values ('snapshot-key', to_jsonb($1::text)) on conflict do nothing`,
    [randomBytes(16).toString('hex')],
  );
  const { rows } = await db.pool.query<{ value: string }>(`select value from setting where key = 'snapshot-key'`);
  const value = rows[0]?.value;
  if (!value) throw new Error('the installation has no key for pseudonyms');
  return value;
}
