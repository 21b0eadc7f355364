import type { Day } from '#core/kernel/day';
import type { Database } from '#server/db/database';

export type SnapshotRow = {
  readonly id: string;
  readonly dataCut: Day;
  readonly folder: string;
  readonly madeAt: string;
  readonly codeVersion: string;
  readonly rows: Record<string, number>;
};

/** The newest snapshot, or undefined when none has been made. */
export async function latestSnapshot(db: Database): Promise<SnapshotRow | undefined> {
  const row = await db.kysely.selectFrom('snapshot').selectAll().orderBy('made_at', 'desc').limit(1).executeTakeFirst();
  if (!row) return undefined;
  return {
    id: row.snapshot_id,
    dataCut: row.data_cut,
    folder: row.folder,
    madeAt: row.made_at.toISOString(),
    codeVersion: row.code_version,
    rows: row.rows,
  };
}
