import { type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';
import { bookReplacements } from './book-replacements.ts';
import type { TimesPlanned } from './plan-times.ts';

/**
 * Starts an area again. Those whose times were cancelled get new ones, the oldest first, as far as there is room; the
 * rest, and those who came due meanwhile, follow day by day. Refuses with `not-paused`.
 */
export async function resumeArea(tx: Tx, input: { readonly centreId: string }): Promise<Result<TimesPlanned>> {
  const resumed = await tx.q
    .updateTable('centre')
    .set({ paused_on: null, pause_reason: null })
    .where('id', '=', input.centreId)
    .where('paused_on', 'is not', null)
    .executeTakeFirst();
  if (resumed.numUpdatedRows === 0n) return refuse('not-paused', `The area ${input.centreId} is not paused`);
  tx.record('area.resumed', null, { centre: input.centreId });
  return bookReplacements(tx);
}
