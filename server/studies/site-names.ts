import type { Tx } from '#server/db/transaction';

/** What the sites of a study are called, by their id. */
export async function siteNames(tx: Tx, sites: readonly string[]): Promise<Record<string, string>> {
  const rows = await tx.q
    .selectFrom('centre')
    .select(['id', 'short_name as name'])
    .where('id', 'in', [...sites])
    .execute();
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}
