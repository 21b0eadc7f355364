import { ok, type Result } from '#core/kernel/result';
import {
  compareRecords,
  type MergeDifference,
  type MergeObstacle,
  type PersonRecord,
} from '#core/people/merge-persons';
import type { Tx } from '#server/db/transaction';
import { loadRecord } from './load-record.ts';

type Compared = {
  records: [PersonRecord, PersonRecord];
  view: { survivor: string; obstacles: MergeObstacle[]; differences: MergeDifference[] };
};
type Pair = { readonly personId: string; readonly otherId: string };

/** Two records side by side, and what a merge of them would be. Refuses with `not-found`. */
export async function comparePersons(tx: Tx, { personId, otherId }: Pair): Promise<Result<Compared, 'not-found'>> {
  const one = await loadRecord(tx, personId);
  if (!one.ok) return one;
  const other = await loadRecord(tx, otherId);
  if (!other.ok) return other;
  for (const id of new Set([personId, otherId])) tx.look(id, 'possible duplicates');
  const { survivor, obstacles, differences } = compareRecords(one.value, other.value);
  return ok({
    records: [one.value, other.value],
    view: { survivor, obstacles: [...obstacles], differences: [...differences] },
  });
}
