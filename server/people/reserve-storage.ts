import { randomUUID } from 'node:crypto';
import { ok, type Result, refuse } from '#core/kernel/result';
import { carryOutBy } from '#core/people/carry-out-reservation';
import { peopleRules } from '#programmes/breast-no/people';
import type { Tx } from '#server/db/transaction';
import { loadReservation } from './load-registers.ts';
import { visiblePerson } from './visible-person.ts';

/**
 * Enters a woman's reservation against storing normal findings, from today; the daily work carries it out. Refuses with
 * `not-found` or `already-reserved`.
 */
export async function reserveStorage(
  tx: Tx,
  input: { readonly personId: string },
): Promise<Result<{ readonly done: true }>> {
  const person = await visiblePerson(tx, input.personId);
  if (!person.ok) return person;
  if (await loadReservation(tx, input.personId))
    return refuse('already-reserved', 'She has reserved herself against storage');
  await tx.q
    .insertInto('storage_reservation')
    .values({ person_id: input.personId, reservation_id: randomUUID(), from_day: tx.today })
    .execute();
  const by = carryOutBy(tx.today, peopleRules.reservationMonths);
  tx.record('person.storage-reserved', input.personId, { from: tx.today, carryOutBy: by });
  return ok({ done: true });
}
