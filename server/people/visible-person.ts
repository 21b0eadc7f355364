import { ok, type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';

/** The person, if the actor may see her; refuses with `not-found` otherwise, and for a row without a link to a person. */
export async function visiblePerson(
  tx: Tx,
  personId: string,
): Promise<Result<{ readonly centreId: string }, 'not-found'>> {
  const row = await tx.q
    .selectFrom('person')
    .select('centre_id')
    .where('person_id', '=', personId)
    .where('kind', '=', 'known')
    .executeTakeFirst();
  return row
    ? ok({ centreId: row.centre_id })
    : refuse('not-found', 'There is no such person, or she belongs to another centre');
}
