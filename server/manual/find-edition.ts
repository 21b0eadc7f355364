import { type Edition, editionSchema } from '#core/manual/edition';
import { placeholderManual } from '#programmes/manuals/placeholder';
import type { Tx } from '#server/db/transaction';

/** The edition loaded last; the placeholder as long as the office has loaded none. */
export async function latestEdition(tx: Tx): Promise<Edition> {
  const row = await tx.q
    .selectFrom('manual_edition')
    .select('definition')
    .orderBy('loaded_on', 'desc')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? editionSchema.parse(row.definition) : placeholderManual;
}

/** The edition that a year is answered by. Throws when it is not there: editions are never deleted. */
export async function editionOf(tx: Tx, year: { edition_id: string; edition_version: string }): Promise<Edition> {
  if (year.edition_id === placeholderManual.id && year.edition_version === placeholderManual.version)
    return placeholderManual;
  const row = await tx.q
    .selectFrom('manual_edition')
    .select('definition')
    .where('id', '=', year.edition_id)
    .where('version', '=', year.edition_version)
    .executeTakeFirstOrThrow();
  return editionSchema.parse(row.definition);
}
