import { sql } from 'kysely';
import type { OutputOf } from '#contracts/endpoint';
import type { recentWomen as contract } from '#contracts/centre-day';
import type { Tx } from '#server/db/transaction';

const SHOWN = 8;

/**
 * The women whose pages the actor has opened last on the programme day, by the log of looks: nothing is kept in the
 * browser. Opening a list names many and counts for none.
 */
export async function recentWomen(tx: Tx): Promise<OutputOf<typeof contract>> {
  const { rows } = await sql<OutputOf<typeof contract>['women'][number]>`
    select p.person_id as "personId", concat_ws(', ', p.family_name, p.given_name) as name, p.birth_date as "birthDate"
    from (
      select a.person_id, max(a.seq) as latest from audit_entry a
      where a.actor = ${tx.actor.userId} and a.today = ${tx.today} and a.action = 'look'
        and a.detail ->> 'what' in ('timeline', 'appointments')
      group by a.person_id order by max(a.seq) desc limit ${SHOWN}
    ) seen
    join person p on p.person_id = seen.person_id and p.kind = 'known'
    order by seen.latest desc`.execute(tx.q);
  return { women: rows };
}
