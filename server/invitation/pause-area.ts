import type { Day } from '#core/kernel/day';
import { ok, type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';
import { affectedWomen } from './affected-women.ts';
import { type Rebooked, rebookWomen } from './rebook-women.ts';

/**
 * Stops an area: no new invitations for days from `from` on. With `cancel`, those who have a time from that day on are
 * told that it is gone and that a new one will come; else their times stand. Refuses with `no-such-centre` or
 * `paused-already`.
 */
export async function pauseArea(
  tx: Tx,
  input: { readonly centreId: string; readonly from: Day; readonly reason: string; readonly cancel: boolean },
): Promise<Result<Rebooked>> {
  const centre = await tx.q
    .selectFrom('centre')
    .select('paused_on')
    .where('id', '=', input.centreId)
    .forUpdate()
    .executeTakeFirst();
  if (!centre) return refuse('no-such-centre', `There is no breast centre ${input.centreId}`);
  if (centre.paused_on)
    return refuse('paused-already', `The area is paused from ${centre.paused_on}`, { day: centre.paused_on });
  await tx.q
    .updateTable('centre')
    .set({ paused_on: input.from, pause_reason: input.reason })
    .where('id', '=', input.centreId)
    .execute();
  tx.record('area.paused', null, { centre: input.centreId, from: input.from, reason: input.reason });
  if (!input.cancel) return ok({ rebookingId: null, affected: 0, rebooked: 0, waiting: 0, women: [] });
  const affected = await affectedWomen(tx, { centreId: input.centreId, from: input.from });
  return rebookWomen(tx, affected, { ...input, cause: 'area-paused', unitId: null, before: {} });
}
