import { sql } from 'kysely';
import type { Day } from '#core/kernel/day';
import { ok, type Result } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';

export type DuplicateCandidate = {
  personId: string;
  otherId: string;
  name: string;
  otherName: string;
  birthDate: Day;
  identityNumber: string;
  otherNumber: string;
  because: 'name' | 'phone' | 'd-number';
};

const SHOWN = 200;

/**
 * Records that may be one woman: born the same day with the same name, or the same telephone, or a D-number and a national
 * number that differ in nothing but what a D-number adds. Pairs that somebody has called two people are left out. Each
 * woman shown is an audited look.
 */
export async function findDuplicates(tx: Tx): Promise<Result<{ candidates: DuplicateCandidate[]; more: boolean }>> {
  const { rows } = await sql<DuplicateCandidate>`
    with pair as (
      select a.person_id, b.person_id as other_id,
        case when a.family_name_key = b.family_name_key and a.given_name_key = b.given_name_key then 'name'
          when substr(a.identity_number, 2, 5) = substr(b.identity_number, 2, 5) and abs(left(a.identity_number, 1)::int - left(b.identity_number, 1)::int) = 4
            and a.given_name_key = b.given_name_key then 'd-number'
          when a.phone = b.phone then 'phone' end as because
      from person a join person b on b.birth_date = a.birth_date and b.person_id > a.person_id
        and (b.given_name_key = a.given_name_key or b.phone = a.phone)
      where a.kind = 'known' and b.kind = 'known'
    )
    select a.person_id as "personId", b.person_id as "otherId", a.given_name || ' ' || a.family_name as name,
      b.given_name || ' ' || b.family_name as "otherName", a.birth_date as "birthDate", a.identity_number as "identityNumber",
      b.identity_number as "otherNumber", p.because
    from pair p join person a on a.person_id = p.person_id join person b on b.person_id = p.other_id
    where p.because is not null
      and not exists (select from different_people d where d.person_id = p.person_id and d.other_id = p.other_id)
    order by a.family_name collate "nb-x-icu", a.given_name collate "nb-x-icu", a.birth_date, a.person_id, b.person_id
    limit ${SHOWN + 1}`.execute(tx.q);
  const candidates = rows.slice(0, SHOWN);
  for (const personId of new Set(candidates.flatMap((c) => [c.personId, c.otherId])))
    tx.look(personId, 'possible duplicates');
  return ok({ candidates, more: rows.length > SHOWN });
}
