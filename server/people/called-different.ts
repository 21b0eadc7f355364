import { sql } from 'kysely';
import type { Day } from '#core/kernel/day';
import type { Tx } from '#server/db/transaction';

export type PairCalledDifferent = {
  readonly personId: string;
  readonly otherId: string;
  readonly name: string;
  readonly otherName: string;
  readonly birthDate: Day;
  readonly identityNumber: string;
  readonly otherNumber: string;
  readonly decidedOn: Day;
  readonly by: string;
};

const SHOWN = 50;

/** The latest pairs of records that somebody has called two women, newest first. Each woman shown is an audited look. */
export async function calledDifferent(
  tx: Tx,
): Promise<{ readonly pairs: PairCalledDifferent[]; readonly more: boolean }> {
  const { rows } = await sql<PairCalledDifferent>`
    select d.person_id as "personId", d.other_id as "otherId", concat_ws(' ', a.given_name, a.family_name) as name,
      concat_ws(' ', b.given_name, b.family_name) as "otherName", a.birth_date as "birthDate",
      coalesce(a.identity_number, '') as "identityNumber", coalesce(b.identity_number, '') as "otherNumber",
      d.decided_on as "decidedOn", coalesce(u.name, d.by_user) as by
    from different_people d
    join person a on a.person_id = d.person_id and a.kind = 'known'
    join person b on b.person_id = d.other_id and b.kind = 'known'
    left join staff_user u on u.id = d.by_user
    -- Written once for each of the two.
    where d.taken_back_on is null and d.person_id < d.other_id
    order by d.decided_on desc, name collate "nb-x-icu", d.person_id, d.other_id
    limit ${SHOWN + 1}`.execute(tx.q);
  const pairs = rows.slice(0, SHOWN);
  for (const personId of new Set(pairs.flatMap((pair) => [pair.personId, pair.otherId])))
    tx.look(personId, 'records called two women');
  return { pairs, more: rows.length > SHOWN };
}
