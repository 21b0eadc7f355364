import { join } from 'node:path';
import { openDuck, quoted } from '#server/quality/duck';

/** The episodes of rows of a history, by the keys that load-history.ts gave them (DuckDB's hash of the examination's id). */
export async function findEpisodes(folder: string, keys: readonly string[]): Promise<readonly string[]> {
  if (keys.length === 0) return [];
  const duck = await openDuck({ memory: '200MB' });
  try {
    const rows = await duck.rows(
      `select episode_id from read_parquet(${quoted(join(folder, 'reading-case', '*.parquet'))})
       where hash(examination_id) in (${keys.map((key) => `${BigInt(key)}::ubigint`).join(', ')}) order by opened_on desc, episode_id`,
    );
    return rows.map((row) => String(row.episode_id));
  } finally {
    duck.close();
  }
}
