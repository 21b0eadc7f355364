import type { OutputOf } from '#contracts/endpoint';
import type { offlineList } from '#contracts/examination-entries';
import type { Day } from '#core/kernel/day';
import { ok, type Result } from '#core/kernel/result';
import { clinicRules } from '#programmes/breast-no/examination';
import type { Tx } from '#server/db/transaction';
import { formRules } from './examination-form.ts';
import { unitDay } from './unit-day.ts';

type List = OutputOf<typeof offlineList>;

/**
 * A unit's day with what is needed to work on without the system, on paper or on a device, and no more: who comes when,
 * what to look out for, who may have done it, and the rules. That it left the system is audited with every woman on it.
 * Refuses as `unitDay`.
 */
export async function takeListAlong(
  tx: Tx,
  input: { readonly unitId: string; readonly day?: Day | undefined },
): Promise<Result<List>> {
  const found = await unitDay(tx, input);
  if (!found.ok) return found;
  const { today, day, unitId, unitName, rows } = found.value;
  const unit = await tx.q.selectFrom('unit').select('centre_id').where('id', '=', unitId).executeTakeFirstOrThrow();
  const radiographers = await tx.q
    .selectFrom('staff_user')
    .select(['id as userId', 'name'])
    .where('centre_id', '=', unit.centre_id)
    .where('role', '=', 'radiographer')
    .where('active', '=', true)
    .orderBy('name')
    .execute();
  const women = rows
    .filter((row) => row.status !== 'cancelled')
    .map(({ episodeId: _episode, version: _version, ...woman }) => woman);
  tx.record('unit-day.list-taken-along', null, { unit: unitId, day, women: women.length });
  const { daysBack, listHours } = clinicRules.entries;
  return ok({ today, day, unitId, unitName, daysBack, listHours, radiographers, women, rules: formRules });
}
