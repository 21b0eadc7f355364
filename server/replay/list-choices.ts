import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { OutputOf } from '#contracts/endpoint';
import type { listReplayChoices, ReplayAsked } from '#contracts/replay';
import type { Database } from '#server/db/database';
import { protocolChoices } from './protocol-choices.ts';

type Output = OutputOf<typeof listReplayChoices>;
type RunRow = Omit<Output['runs'][number], 'asked'> & { readonly asked: { readonly question: ReplayAsked } };

const MOST_RUNS = 20;

/** What can be replayed, and what has been. */
export async function listChoices(db: Database): Promise<Output> {
  const [arms, snapshots, products, runs] = await Promise.all([
    protocolChoices(db),
    db.pool.query<{ id: string; dataCut: string; folder: string; rows: Record<string, number> }>(
      'select snapshot_id as id, data_cut::text as "dataCut", folder, rows from snapshot order by made_at desc limit 20',
    ),
    db.pool.query<{ product: string }>('select distinct product from ai_product order by product'),
    recentRuns(db),
  ]);
  const there = await Promise.all(
    snapshots.rows.map(async (one) =>
      (await readdir(join(one.folder, 'reading-case')).catch(() => [])).length > 0 ? [one] : [],
    ),
  );
  return {
    snapshots: there.flat().map(({ id, dataCut, rows }) => ({ id, dataCut, examinations: rows['reading-case'] ?? 0 })),
    arms: arms.map(({ id, title, kind, source }) => ({ id, title, kind, source })),
    products: products.rows.map(({ product }) => product),
    runs,
  };
}

const runColumns = `r.run_id as id, r.snapshot_id as snapshot, s.data_cut::text as "dataCut", r.code_version as "codeVersion",
  r.asked, coalesce(u.name, r.asked_by) as "askedBy", r.asked_on::text as "askedOn", r.state`;
const runTables = `replay_run r join snapshot s using (snapshot_id) left join staff_user u on u.id = r.asked_by`;

async function recentRuns(db: Database): Promise<Output['runs']> {
  const { rows } = await db.pool.query<RunRow>(
    `select ${runColumns} from ${runTables} where r.state <> 'failed' order by r.asked_at desc limit ${MOST_RUNS}`,
  );
  return rows.map(runView);
}

/** A run's own row, without its answer. */
export async function findRun(db: Database, id: string): Promise<Output['runs'][number] | undefined> {
  const { rows } = await db.pool.query<RunRow>(`select ${runColumns} from ${runTables} where r.run_id = $1`, [id]);
  return rows[0] && runView(rows[0]);
}

function runView({ asked, ...row }: RunRow): Output['runs'][number] {
  return { ...row, asked: asked.question };
}
