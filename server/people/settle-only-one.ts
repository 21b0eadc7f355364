import { sql } from 'kysely';
import type { Tx } from '#server/db/transaction';

type Settle = (tx: Tx, pair: { readonly from: string; readonly to: string }) => Promise<unknown>;

/**
 * Tables of which a person has one row at most of a kind: what is left of the two before everything else is moved, so
 * that a merge does not stop at them. Each table whose key says so stands here (merge-persons.test.ts reads the
 * catalogue), or its rows are told apart by an identifier of their own.
 */
const onlyOne: Readonly<Record<string, Settle>> = {
  // What she wished last, whichever record she came by.
  contact_wish: (tx, { from, to }) =>
    sql`with last as (select person_id from contact_wish where person_id in (${from}, ${to})
          order by changed_on desc, (person_id = ${to}) desc limit 1)
        delete from contact_wish where person_id in (${from}, ${to}) and person_id not in (select person_id from last)`.execute(
      tx.q,
    ),
  // Told apart from a third by both records: once is enough. And the third is told apart from the one that stays.
  different_people: async (tx, { from, to }) => {
    await sql`delete from different_people d where (d.person_id, d.other_id) in ((${from}, ${to}), (${to}, ${from}))
        or (d.taken_back_on is null and exists (select from different_people s where s.taken_back_on is null
          and ((d.person_id = ${from} and s.person_id = ${to} and s.other_id = d.other_id)
            or (d.other_id = ${from} and s.other_id = ${to} and s.person_id = d.person_id))))`.execute(tx.q);
    // Out of the way of the survivor's decisions about the same third.
    await sql`update different_people set decision = decision + 1000, other_id = case other_id when ${from} then ${to} else other_id end
        where ${from} in (person_id, other_id)`.execute(tx.q);
  },
  // The survivor's own likeness to others is found anew in the morning.
  possible_duplicate: (tx, { from }) =>
    sql`delete from possible_duplicate where ${from} in (person_id, other_id)`.execute(tx.q),
  // Numbered anew by the day they were opened, when all have been moved; until then out of the way of the survivor's.
  episode: (tx, { from }) => sql`update episode set number = number + 100000 where person_id = ${from}`.execute(tx.q),
};

export const settledTables: readonly string[] = Object.keys(onlyOne);

export async function settleOnlyOne(tx: Tx, pair: { readonly from: string; readonly to: string }): Promise<void> {
  for (const settle of Object.values(onlyOne)) await settle(tx, pair);
}
