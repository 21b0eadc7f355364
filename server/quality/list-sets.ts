import type { Kysely } from 'kysely';
import { indicatorSetSchema } from '#core/quality/indicator-set';
import type { IndicatorSet } from '#core/quality/indicator';
import type { Day } from '#core/kernel/day';
import { builtInSets } from '#programmes/indicators/sets';
import type { Tables } from '#server/db/tables';

export type KnownSet = IndicatorSet & { readonly loadedOn: Day | null };

/** Every indicator set in use: those that come with the programme, each replaced by the latest loaded of the same id. */
export async function listSets(q: Kysely<Tables>): Promise<readonly KnownSet[]> {
  const rows = await q
    .selectFrom('indicator_set')
    .select(['id', 'definition', 'loaded_on'])
    .distinctOn('id')
    .orderBy('id')
    .orderBy('loaded_at', 'desc')
    .execute();
  const loaded = new Map(
    rows.map((row) => [row.id, { ...indicatorSetSchema.parse(row.definition), loadedOn: row.loaded_on }]),
  );
  const builtIn = builtInSets.map((set) => loaded.get(set.id) ?? { ...set, loadedOn: null });
  const own = [...loaded.values()].filter(({ id }) => !builtInSets.some((set) => set.id === id));
  return [...builtIn, ...own];
}
