import { sql } from 'kysely';

/**
 * Why two records `a` and `b` of persons look like one woman: born the same day with the same name, or with a D-number and a
 * national number that differ in nothing but what a D-number adds, or the same telephone. Null when they do not, or one of them is
 * no longer a known person's.
 */
export const likeness = sql<'name' | 'd-number' | 'phone' | null>`case
  when a.kind <> 'known' or b.kind <> 'known' or a.birth_date <> b.birth_date then null
  when a.family_name_key = b.family_name_key and a.given_name_key = b.given_name_key then 'name'
  when substr(a.identity_number, 2, 5) = substr(b.identity_number, 2, 5)
    and abs(left(a.identity_number, 1)::int - left(b.identity_number, 1)::int) = 4 and a.given_name_key = b.given_name_key then 'd-number'
  when a.phone = b.phone then 'phone' end`;
