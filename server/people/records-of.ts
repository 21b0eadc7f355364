import { byProgramme } from '#server/db/by-programme';
import type { Tx } from '#server/db/transaction';

/** Her record and those that were made one with it: the audit log, which nobody changes, names each by its own id. */
export async function recordsOf(tx: Tx, personId: string): Promise<readonly string[]> {
  const merged = await byProgramme(tx, () =>
    tx.q.selectFrom('person').select('person_id').where('merged_into', '=', personId).execute(),
  );
  return [personId, ...merged.map((row) => row.person_id)];
}
