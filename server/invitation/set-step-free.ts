import { ok, type Result } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';
import { ownUnit } from './own-unit.ts';

/** Records whether one gets into a unit without stairs; booking honours it from now on. Refuses with `no-such-unit`. */
export async function setStepFree(
  tx: Tx,
  input: { readonly unitId: string; readonly stepFree: boolean },
): Promise<Result<{ readonly stepFree: boolean }>> {
  const unit = await ownUnit(tx, input.unitId);
  if (!unit.ok) return unit;
  await tx.q.updateTable('unit').set({ step_free: input.stepFree }).where('id', '=', input.unitId).execute();
  tx.record('unit.step-free-set', null, { unit: input.unitId, stepFree: input.stepFree });
  return ok({ stepFree: input.stepFree });
}
