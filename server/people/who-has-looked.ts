import { sql } from 'kysely';
import type { Day } from '#core/kernel/day';
import { ok, type Result } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';
import { recordsOf } from './records-of.ts';
import { visiblePerson } from './visible-person.ts';

export type Look = { day: Day; at: string; name: string; role: string; what: string; times: number };

const SHOWN = 200;

/** Who has looked at her data, newest first; many looks at the same thing on one day are one
 * line. What was looked at under a record that has been merged into hers counts too. Refuses with `not-found`. */
export async function whoHasLooked(tx: Tx, input: { readonly personId: string }): Promise<Result<{ looks: Look[] }>> {
  const person = await visiblePerson(tx, input.personId);
  if (!person.ok) return person;
  const { rows } = await sql<Look>`
    select a.today as day, to_char(max(a.at) at time zone 'Europe/Oslo', 'HH24:MI') as at, coalesce(u.name, a.actor) as name,
      a.role, a.detail ->> 'what' as what, count(*)::int as times
    from audit_entry a left join staff_user u on u.id = a.actor
    where a.person_id = any (${await recordsOf(tx, input.personId)}::uuid[]) and a.action = 'look'
    group by a.today, a.actor, u.name, a.role, a.detail ->> 'what'
    order by max(a.seq) desc
    limit ${SHOWN}`.execute(tx.q);
  tx.look(input.personId, 'who has looked');
  return ok({ looks: rows });
}
