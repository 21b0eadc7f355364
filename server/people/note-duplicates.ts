import { sql } from 'kysely';
import type { Tx } from '#server/db/transaction';
import { likeness } from './likeness.ts';

/**
 * Finds the records that look like one woman (`likeness`) and notes each pair with the day that it was first found; pairs that no
 * longer do are forgotten. Compares everyone known, so it is done in the morning and after a delivery, not when somebody looks.
 *
 * Three groups are looked for, each in an index in the order of its keys (sql/0116_speed.sql): the same names, the same
 * telephone, and D-numbers (the first digit is 4 or more) beside their namesakes. Comparing all women born the same day takes
 * three times as long with 75,000 women, and grows with the square of them.
 */
export async function noteDuplicates(tx: Tx): Promise<void> {
  await sql`
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
    ), found as (
      select a.person_id, b.person_id as other_id
      from pair join person a using (person_id) join person b on b.person_id = pair.other_id
      where ${likeness} is not null
    ), forgotten as (
      delete from possible_duplicate d
      where not exists (select from found f where (f.person_id, f.other_id) = (d.person_id, d.other_id))
    )
    insert into possible_duplicate (person_id, other_id, found_on) select person_id, other_id, ${tx.today} from found
    on conflict (person_id, other_id) do nothing`.execute(tx.q);
}
