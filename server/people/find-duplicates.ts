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
 *
 * Three groups are looked for, each in an index in the order of its keys (sql/0116_speed.sql): the same names, the same
 * telephone, and D-numbers (the first digit is 4 or more) beside their namesakes. Comparing all women born the same day takes
 * three times as long with 75,000 women, and grows with the square of them.
 */
export async function findDuplicates(tx: Tx): Promise<Result<{ candidates: DuplicateCandidate[]; more: boolean }>> {
  const { rows } = await sql<DuplicateCandidate>`
    with namesakes as (
      select birth_date, given_name_key, family_name_key from person
      where kind = 'known' and given_name_key is not null and family_name_key is not null
      group by 1, 2, 3 having count(*) > 1
    ), one_phone as (
      select birth_date, phone from person where kind = 'known' and phone is not null group by 1, 2 having count(*) > 1
    ), alike as (
      select a.person_id, b.person_id as other_id from namesakes n
      join person a on a.kind = 'known' and (a.birth_date, a.given_name_key, a.family_name_key) = (n.birth_date, n.given_name_key, n.family_name_key)
      join person b on b.kind = 'known' and (b.birth_date, b.given_name_key, b.family_name_key) = (n.birth_date, n.given_name_key, n.family_name_key)
      union all
      select a.person_id, b.person_id from one_phone n
      join person a on a.kind = 'known' and (a.birth_date, a.phone) = (n.birth_date, n.phone)
      join person b on b.kind = 'known' and (b.birth_date, b.phone) = (n.birth_date, n.phone)
      union all
      select a.person_id, b.person_id from person a
      join person b on b.kind = 'known' and (b.birth_date, b.given_name_key) = (a.birth_date, a.given_name_key)
      where a.kind = 'known' and a.identity_number >= '4'
    ), pair as (
      select distinct least(person_id, other_id) as person_id, greatest(person_id, other_id) as other_id
      from alike where person_id <> other_id
    )
    select a.person_id as "personId", b.person_id as "otherId", a.given_name || ' ' || a.family_name as name,
      b.given_name || ' ' || b.family_name as "otherName", a.birth_date as "birthDate", a.identity_number as "identityNumber",
      b.identity_number as "otherNumber", r.because
    from pair p join person a on a.person_id = p.person_id join person b on b.person_id = p.other_id
    cross join lateral (select case
      when a.family_name_key = b.family_name_key and a.given_name_key = b.given_name_key then 'name'
      when substr(a.identity_number, 2, 5) = substr(b.identity_number, 2, 5)
        and abs(left(a.identity_number, 1)::int - left(b.identity_number, 1)::int) = 4 and a.given_name_key = b.given_name_key then 'd-number'
      when a.phone = b.phone then 'phone' end as because) r
    where r.because is not null
      and not exists (select from different_people d where d.person_id = p.person_id and d.other_id = p.other_id and d.taken_back_on is null)
    order by a.family_name collate "nb-x-icu", a.given_name collate "nb-x-icu", a.birth_date, a.person_id, b.person_id
    limit ${SHOWN + 1}`.execute(tx.q);
  const candidates = rows.slice(0, SHOWN);
  for (const personId of new Set(candidates.flatMap((c) => [c.personId, c.otherId])))
    tx.look(personId, 'possible duplicates');
  return ok({ candidates, more: rows.length > SHOWN });
}
