import { sql } from 'kysely';
import { ok, type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';
import { visiblePerson } from './visible-person.ts';

/** Two records that look like one person are two: they are not shown as possible duplicates again. Refuses with `not-found` or `same-record`. */
export async function callDifferent(
  tx: Tx,
  { personId, otherId }: { readonly personId: string; readonly otherId: string },
): Promise<Result<{ readonly done: true }>> {
  if (personId === otherId) return refuse('same-record', 'That is one record, not two');
  for (const id of [personId, otherId]) {
    const person = await visiblePerson(tx, id);
    if (!person.ok) return person;
  }
  await sql`
    insert into different_people (person_id, other_id, decision, decided_on, by_user)
    select p.one, p.other, (select coalesce(max(decision), 0) + 1 from different_people d where d.person_id = p.one and d.other_id = p.other),
      ${tx.today}, ${tx.actor.userId}
    from (values (${personId}::uuid, ${otherId}::uuid), (${otherId}::uuid, ${personId}::uuid)) p (one, other)
    on conflict (person_id, other_id) where taken_back_on is null do nothing`.execute(tx.q);
  tx.record('person.called-different', personId, { other: otherId });
  tx.record('person.called-different', otherId, { other: personId });
  return ok({ done: true });
}
