import type { Day } from '#core/kernel/day';
import type { Tx } from '#server/db/transaction';

/** Every stop of invitations she has had. */
export async function loadStops(tx: Tx, personId: string): Promise<readonly { from: Day; lifted: Day | null }[]> {
  const rows = await tx.q
    .selectFrom('invitation_stop')
    .select(['from_day', 'lifted_on'])
    .where('person_id', '=', personId)
    .orderBy('from_day')
    .execute();
  return rows.map((row) => ({ from: row.from_day as Day, lifted: row.lifted_on as Day | null }));
}

/** The reservation against storage that holds today. */
export async function loadReservation(tx: Tx, personId: string): Promise<{ readonly from: Day } | undefined> {
  const row = await tx.q
    .selectFrom('storage_reservation')
    .select('from_day')
    .where('person_id', '=', personId)
    .where('from_day', '<=', tx.today)
    .where((e) => e.or([e('lifted_on', 'is', null), e('lifted_on', '>', tx.today)]))
    .orderBy('from_day')
    .executeTakeFirst();
  return row ? { from: row.from_day as Day } : undefined;
}
