/** A whole delivery as Parquet gives what the same delivery gives as CSV. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Manifest, manifest } from '#core/registry/delivery';
import { createTestDatabase, type TestDatabase } from '#test/database';
import { person, round, syntheticNumber, together, writeSmallDelivery } from '#test/small-delivery';
import { importDelivery } from './import-delivery.ts';

const anna = syntheticNumber('1960-05-01', 100);
const berit = syntheticNumber('1962-03-02', 100);
const delivery = together(
  {
    persons: [
      person({ earlier_screening_on: '2021-02-03' }),
      person({ identity_number: berit, birth_date: '1962-03-02', status_on: '1962-03-02', family_name: 'Lampe, "Ny"' }),
    ],
  },
  round({ ref: 'p1', number: anna, day: '2024-03-05', result: 'malignant' }),
  round({ ref: 'p2', number: berit, day: '2026-01-13', result: 'r1' }),
);

let csv: TestDatabase;
let parquet: TestDatabase;
const dir = mkdtempSync(join(tmpdir(), 'runde-parquet-'));
beforeAll(async () => {
  [csv, parquet] = await Promise.all([
    createTestDatabase({ reference: true }),
    createTestDatabase({ reference: true }),
  ]);
});
afterAll(async () => {
  await Promise.all([csv.drop(), parquet.drop()]);
  rmSync(dir, { recursive: true, force: true });
});

/** Writes each file again as Parquet, with dates, times and yes or no as such where `typed`. */
async function asParquet(from: string): Promise<void> {
  const read: Manifest = manifest.parse(JSON.parse(readFileSync(join(from, 'manifest.json'), 'utf8')));
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const typed: Readonly<Record<string, string>> = {
    persons: `replace (birth_date::date as birth_date, digital = '1' as digital)`,
    invitations: `replace (appointment_on::date as appointment_on, appointment_at::time as appointment_at)`,
    reads: `replace (sequence::int as sequence, score_left::tinyint as score_left)`,
  };
  const files = [];
  for (const { name, rows } of read.files) {
    const file = name.replace('.csv', '');
    const path = join(dir, `${file}.parquet`);
    await connection.run(
      `copy (select * ${typed[file] ?? ''} from read_csv('${join(from, name)}', all_varchar = true, nullstr = '\\N')) to '${path}' (format parquet)`,
    );
    files.push({
      name: `${file}.parquet`,
      rows,
      sha256: createHash('sha256').update(readFileSync(path)).digest('hex'),
    });
  }
  connection.closeSync();
  writeFileSync(join(dir, 'manifest.json'), JSON.stringify({ ...read, files }));
}

it('is taken in whole, with the same rows under the same ids', async () => {
  const folder = writeSmallDelivery(delivery, { delivery: 'p' });
  await asParquet(folder.dir);
  const [one, other] = [await importDelivery(csv, folder.dir), await importDelivery(parquet, dir)];
  folder.remove();
  expect(other).toEqual(one);
  expect(other).toMatchObject({ kind: 'loaded', counts: { newPersons: 2, episodes: 2, openCases: 1 } });
  for (const table of ['person', 'episode', 'appointment', 'examination', 'reading_case', 'consensus', 'assessment']) {
    const query = `select to_jsonb(t) - 'recorded_at' as row from ${table} t order by t::text`;
    const [here, there] = [await csv.pool.query(query), await parquet.pool.query(query)];
    expect(there.rows.length).toBeGreaterThan(0);
    expect([table, there.rows]).toEqual([table, here.rows]);
  }
});
