import { type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';
import { bookReplacements } from './book-replacements.ts';
import { ownUnit } from './own-unit.ts';
import type { TimesPlanned } from './plan-times.ts';

/** Opens a unit again and gives those who wait new times. Refuses with `no-such-unit` or `not-paused`. */
export async function resumeUnit(tx: Tx, input: { readonly unitId: string }): Promise<Result<TimesPlanned>> {
  const unit = await ownUnit(tx, input.unitId);
  if (!unit.ok) return unit;
  const resumed = await tx.q
    .updateTable('unit')
    .set({ paused_on: null, pause_reason: null })
    .where('id', '=', input.unitId)
    .where('paused_on', 'is not', null)
    .executeTakeFirst();
  if (resumed.numUpdatedRows === 0n) return refuse('not-paused', `The unit ${input.unitId} is not shut`);
  tx.record('unit.resumed', null, { unit: input.unitId });
  return bookReplacements(tx);
}
