import type { Day } from '#core/kernel/day';
import { extrasOf } from '#core/replay/needs';
import type { ReplayArm } from '#core/replay/replay';
import type { Database } from '#server/db/database';
import { loadPlaces } from '#server/quality/figure-scope';
import { parseProtocol } from '#server/protocols/approve-protocol';
import { armsOf } from './history-sql.ts';
import type { HistorySource } from './load-history.ts';

/**
 * A snapshot as the replay of these arms reads it: its folder, the protocols that cases were read by, products' scales, and what
 * the arms (and those that cases were read by) ask for besides. Undefined when there is none.
 */
export async function openSource(
  db: Database,
  snapshotId: string,
  arms: readonly ReplayArm[],
): Promise<HistorySource | undefined> {
  const { rows } = await db.pool.query<{ folder: string; cut: Day }>(
    'select folder, data_cut::text as cut from snapshot where snapshot_id = $1',
    [snapshotId],
  );
  const [snapshot] = rows;
  if (!snapshot) return undefined;
  const protocols = await db.pool.query<{ definition: string }>(
    'select definition::text as definition from reading_protocol order by id, version',
  );
  const products = await db.pool.query<{ product: string; low: number; high: number }>(
    'select product, min(scale_min) as low, max(scale_max) as high from ai_product group by product order by product',
  );
  const readBy = protocols.rows.map(({ definition }) => parseProtocol(definition));
  return {
    folder: snapshot.folder,
    dataCut: snapshot.cut,
    protocols: readBy,
    extras: extrasOf([...arms, ...armsOf(readBy)]),
    scales: Object.fromEntries(products.rows.map(({ product, low, high }) => [product, [low, high] as const])),
  };
}

/** Names of centres and units, by "centre C06" and "unit U01". */
export async function placeNames(db: Database): Promise<Readonly<Record<string, string>>> {
  const { centres, units } = await loadPlaces(db);
  return Object.fromEntries([
    ...centres.map(({ id, name }) => [`centre ${id}`, name] as const),
    ...units.map(({ id, name }) => [`unit ${id}`, name] as const),
  ]);
}
