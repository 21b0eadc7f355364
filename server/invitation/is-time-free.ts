import { sql } from 'kysely';
import type { Day } from '#core/kernel/day';
import type { Tx } from '#server/db/transaction';
import { type Times, timesOf } from './match-slots.ts';

export type OldTime = {
  readonly unitId: string;
  readonly day: Day;
  readonly at: string;
  /** The time after, which was hers too. */
  readonly alsoAt: string | null;
};

/** Whether a time that somebody had exists and has room. `times` spares reading the unit's hours for each of many. */
export async function isTimeFree(tx: Tx, time: OldTime, times?: Times): Promise<boolean> {
  const wanted = [time.at, time.alsoAt].filter((at): at is string => at !== null);
  const there = (times ?? (await timesOf(tx, time.unitId)))(time.day).map((slot) => slot.at);
  if (!wanted.every((at) => there.includes(at))) return false;
  const full = await tx.q
    .selectFrom('slot')
    .select('at')
    .where('unit_id', '=', time.unitId)
    .where('day', '=', time.day)
    .where('at', 'in', wanted)
    .where(sql<boolean>`booked >= places`)
    .execute();
  return full.length === 0;
}
