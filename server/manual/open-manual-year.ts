import type { Day } from '#core/kernel/day';
import { ok, type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';
import { latestEdition } from './find-edition.ts';

/** Asks every centre to answer the newest edition for a year. Refuses `year-open` and `past-date`. */
export async function openManualYear(
  tx: Tx,
  input: { readonly year: number; readonly dueOn: Day },
): Promise<Result<{ readonly year: number }>> {
  if (input.dueOn <= tx.today) return refuse('past-date', 'The answers must be due on a day to come');
  const edition = await latestEdition(tx);
  const opened = await tx.q
    .insertInto('manual_year')
    .values({
      year: input.year,
      edition_id: edition.id,
      edition_version: edition.version,
      due_on: input.dueOn,
      opened_on: tx.today,
      opened_by: tx.actor.userId,
    })
    .onConflict((c) => c.doNothing())
    .returning('year')
    .executeTakeFirst();
  if (!opened) return refuse('year-open', `The centres are already answering for ${input.year}`, { year: input.year });
  tx.record('manual.year-opened', null, { year: input.year, dueOn: input.dueOn, edition: edition.id });
  return ok({ year: input.year });
}
