import { readEdition } from '#core/manual/edition';
import { ok, type Result, refuse } from '#core/kernel/result';
import { placeholderManual } from '#programmes/manuals/placeholder';
import type { Tx } from '#server/db/transaction';

type Loaded = { readonly id: string; readonly version: string; readonly criteria: number };

/**
 * Keeps an edition of the manual. Refuses `bad-edition` with where it is wrong, and `edition-exists` for a version that
 * is there already: what centres have answered by must not change under them.
 */
export async function loadEdition(tx: Tx, input: { readonly edition?: unknown }): Promise<Result<Loaded>> {
  const read = readEdition(input.edition);
  if (!read.ok) return read;
  const { id, version, criteria } = read.value;
  const exists = refuse('edition-exists', `${id} ${version} is loaded already; give the changed list a new version`);
  if (id === placeholderManual.id) return exists;
  const kept = await tx.q
    .insertInto('manual_edition')
    .values({
      id,
      version,
      definition: JSON.stringify(read.value),
      loaded_on: tx.today,
      loaded_by: tx.actor.userId,
    })
    .onConflict((c) => c.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!kept) return exists;
  tx.record('manual.edition-loaded', null, { id, version, criteria: criteria.length });
  return ok({ id, version, criteria: criteria.length });
}
