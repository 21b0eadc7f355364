import { decide, type Entry, writtenBy } from '#core/manual/progress';
import { ok, type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';
import { loadStanding } from './load-standing.ts';

export type NewEntry = {
  readonly year: number;
  readonly centreId: string;
  /** The last entry that the writer has seen. */
  readonly seen: number;
  readonly entry: Entry;
};

/**
 * Appends an entry to a centre's log when core/manual/progress.ts says that it may be written now. What others have
 * written since `seen` stands in the way only when it touches the same criterion or the stage: `stale-version`.
 * Refuses also `not-yours` (the office answers for nobody, a centre follows up nobody), `not-found`, `no-document`.
 */
export async function writeEntry(tx: Tx, input: NewEntry): Promise<Result<{ readonly seq: number }>> {
  const { entry } = input;
  if (writtenBy[entry.kind] !== (tx.actor.role === 'office' ? 'office' : 'centre'))
    return refuse('not-yours', `"${entry.kind}" is written by the ${writtenBy[entry.kind]}`);
  const found = await loadStanding(tx, input);
  if (!found.ok) return found;
  const { edition, standing, log } = found.value;
  const other = log.find((one) => one.seq > input.seen && touches(one.entry, entry));
  if (other)
    return refuse('stale-version', `${other.by} wrote something else here on ${other.day}`, {
      by: other.by,
      day: other.day,
    });
  const decided = decide(edition, standing, entry);
  if (!decided.ok) return decided;
  if (entry.kind === 'answered' && !(await areDocuments(tx, input.centreId, entry.documents)))
    return refuse('no-document', 'A document attached as evidence is not there any more');
  const { seq } = decided.value;
  const kept = await tx.q
    .insertInto('manual_entry')
    .values({
      centre_id: input.centreId,
      year: input.year,
      seq,
      entry: JSON.stringify(entry),
      day: tx.today,
      by_user: tx.actor.userId,
    })
    .onConflict((c) => c.doNothing())
    .returning('seq')
    .executeTakeFirst();
  if (!kept) return refuse('stale-version', 'Somebody else wrote at the same moment; look again');
  tx.record(`manual.${entry.kind}`, null, {
    centre: input.centreId,
    year: input.year,
    seq,
    ...('criterionId' in entry ? { criterion: entry.criterionId } : {}),
  });
  return ok({ seq });
}

/** Whether what was written since bears on what is now to be written. */
function touches(written: Entry, next: Entry): boolean {
  if (!('criterionId' in written)) return true;
  return 'criterionId' in next && next.criterionId === written.criterionId;
}

async function areDocuments(tx: Tx, centreId: string, documents: readonly string[]): Promise<boolean> {
  if (documents.length === 0) return true;
  const found = await tx.q
    .selectFrom('document')
    .select('document_id')
    .where('document_id', 'in', [...documents])
    .where('centre_id', '=', centreId)
    .where('withdrawn_on', 'is', null)
    .execute();
  return found.length === new Set(documents).size;
}
