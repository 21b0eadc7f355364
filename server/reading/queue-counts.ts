import { sql } from 'kysely';
import type { z } from 'zod';
import type { progress } from '#contracts/reading';
import { ok, type Result } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';
import { claimable } from './claimable.ts';
import { actingReader } from './reader.ts';

export type Progress = z.input<typeof progress>;

/** The acting reader's day: what she has read today, what she may still read, and the centre's cases that are set aside. */
export async function queueCounts(tx: Tx): Promise<Result<Progress>> {
  const found = await actingReader(tx);
  if (!found.ok) return found;
  const reader = found.value;
  const { rows } = await sql<Progress>`
    select
      (select count(*) from read where reader = ${reader.id} and day = ${tx.today} and revision = 1) as read,
      (select count(distinct t.case_id) from reading_task t
        where ${claimable(reader)}) as remaining,
      (select count(*) from reading_task where centre_id = ${reader.centreId} and kind = 'consensus' and not held) as consensus,
      (select count(*) from reading_hold h join reading_case c using (person_id, case_id)
        where c.centre_id = ${reader.centreId} and c.state <> 'closed' and h.released_on is null and h.kind = 'deferred') as deferred,
      (select count(*) from reading_hold h join reading_case c using (person_id, case_id)
        where c.centre_id = ${reader.centreId} and c.state <> 'closed' and h.released_on is null and h.kind = 'priors') as "awaitingPriors"`.execute(
    tx.q,
  );
  return ok(rows[0] ?? { read: 0, remaining: 0, consensus: 0, deferred: 0, awaitingPriors: 0 });
}
