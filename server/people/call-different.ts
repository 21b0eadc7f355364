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
  const decided = { decided_on: tx.today, by_user: tx.actor.userId };
  await tx.q
    .insertInto('different_people')
    .values([
      { person_id: personId, other_id: otherId, ...decided },
      { person_id: otherId, other_id: personId, ...decided },
    ])
    .onConflict((c) => c.doNothing())
    .execute();
  tx.record('person.called-different', personId, { other: otherId });
  tx.record('person.called-different', otherId, { other: personId });
  return ok({ done: true });
}
