import { sql } from 'kysely';
import { ok, type Result, refuse } from '#core/kernel/result';
import type { PersonRecord } from '#core/people/merge-persons';
import type { Tx } from '#server/db/transaction';

/** What is compared before two records are made one. Refuses with `not-found` for one who is not known or not visible. */
export async function loadRecord(tx: Tx, personId: string): Promise<Result<PersonRecord, 'not-found'>> {
  const { rows } = await sql<PersonRecord>`
    select p.person_id as "personId", p.identity_number as "identityNumber", p.given_name || ' ' || p.family_name as name,
      p.birth_date as "birthDate", p.sex, coalesce(p.address, '') as address, coalesce(m.name, '') as municipality, p.status,
      p.status_on as "statusOn", p.last_screened_on as "lastScreenedOn",
      (select count(*)::int from episode e where e.person_id = p.person_id) as rounds,
      exists (select from episode e where e.person_id = p.person_id and e.state <> 'closed') as "openRound",
      exists (select from appointment a where a.person_id = p.person_id and a.status in ('invited', 'confirmed', 'checked-in'))
        or exists (select from assessment_appointment a where a.person_id = p.person_id and a.status = 'booked') as "timeToCome",
      greatest((select max(day) from examination x where x.person_id = p.person_id),
        (select max(day) from assessment x where x.person_id = p.person_id)) as "lastSeenOn"
    from person p left join municipality m on m.id = p.municipality
    where p.person_id = ${personId} and p.kind = 'known'`.execute(tx.q);
  const [record] = rows;
  return record ? ok(record) : refuse('not-found', 'There is no such person, or she belongs to another centre');
}
