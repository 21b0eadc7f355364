import { sql } from 'kysely';
import type { Day } from '#core/kernel/day';
import { ok, type Result } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';
import { likeness } from './likeness.ts';

export type DuplicateCandidate = {
  personId: string;
  otherId: string;
  name: string;
  otherName: string;
  birthDate: Day;
  identityNumber: string;
  otherNumber: string;
  because: 'name' | 'phone' | 'd-number';
  foundOn: Day;
};

const SHOWN = 200;

/** Two records noted as alike (`noteDuplicates`) that still are, and that nobody has called two women. */
const standing = sql`
  from possible_duplicate d join person a on a.person_id = d.person_id join person b on b.person_id = d.other_id
  where ${likeness} is not null and not exists (
    select from different_people t where t.person_id = d.person_id and t.other_id = d.other_id and t.taken_back_on is null)`;

/** Records that may be one woman, by name. Each woman shown is an audited look. */
export async function findDuplicates(tx: Tx): Promise<Result<{ candidates: DuplicateCandidate[]; more: boolean }>> {
  const { rows } = await sql<DuplicateCandidate>`
    select a.person_id as "personId", b.person_id as "otherId", a.given_name || ' ' || a.family_name as name,
      b.given_name || ' ' || b.family_name as "otherName", a.birth_date as "birthDate", a.identity_number as "identityNumber",
      b.identity_number as "otherNumber", ${likeness} as because, d.found_on as "foundOn"
    ${standing}
    order by a.family_name collate "nb-x-icu", a.given_name collate "nb-x-icu", a.birth_date, a.person_id, b.person_id
    limit ${SHOWN + 1}`.execute(tx.q);
  const candidates = rows.slice(0, SHOWN);
  for (const personId of new Set(candidates.flatMap((c) => [c.personId, c.otherId])))
    tx.look(personId, 'possible duplicates');
  return ok({ candidates, more: rows.length > SHOWN });
}

/** The day that each pair of `findDuplicates` was found: what waits for somebody to compare. */
export async function duplicatesSince(tx: Tx): Promise<readonly Day[]> {
  const { rows } = await sql<{ since: Day }>`select d.found_on as since ${standing}`.execute(tx.q);
  return rows.map((row) => row.since);
}
