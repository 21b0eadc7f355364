import { randomUUID } from 'node:crypto';
import {
  type DisclosureEvent,
  type DisclosureState,
  disclosureState,
  mayDisclose,
  type Wish,
} from '#core/cancers/disclosure';
import type { Day } from '#core/kernel/day';
import { ok, type Result, refuse } from '#core/kernel/result';
import { disclosureOffers } from '#programmes/breast-no/cancers';
import type { Tx } from '#server/db/transaction';

type Key = { readonly personId: string; readonly cancerId: string };
export type NewDisclosure = Key & { readonly day: Day; readonly note?: string | null } & (
    | { readonly kind: 'asked' }
    | { readonly kind: 'wish'; readonly wish: Wish }
    | { readonly kind: 'conversation'; readonly heldBy: string; readonly offered: readonly string[] }
  );

/**
 * That a woman with interval cancer was asked, what she wishes to know, or the conversation held. Written down and nothing
 * else: no message, letter or task is made of it. Refuses with `not-found`, `in-the-future`, `not-asked`, `not-wished`, `offer`.
 */
export async function recordDisclosure(
  tx: Tx,
  input: NewDisclosure,
): Promise<Result<{ readonly state: DisclosureState }>> {
  if (input.day > tx.today) return refuse('in-the-future', `Expected a day not after ${tx.today}`);
  const cancer = await tx.q
    .selectFrom('cancer')
    .select('detection')
    .where('person_id', '=', input.personId)
    .where('cancer_id', '=', input.cancerId)
    .executeTakeFirst();
  if (cancer?.detection !== 'interval')
    return refuse('not-found', 'There is no such interval cancer, or it belongs to another centre');
  const wish = input.kind === 'wish' ? input.wish : null;
  const [heldBy, offered] = input.kind === 'conversation' ? [input.heldBy, input.offered] : [null, []];
  const strange = offered.find((one) => !disclosureOffers.includes(one));
  if (strange)
    return refuse('offer', `"${strange}" is nothing we offer; expected one of ${disclosureOffers.join(', ')}`);
  const before = await disclosureEvents(tx, input);
  const next = { kind: input.kind, wish };
  const may = mayDisclose(before, next);
  if (!may.ok) return may;
  await tx.q
    .insertInto('disclosure')
    .values({
      person_id: input.personId,
      disclosure_id: randomUUID(),
      cancer_id: input.cancerId,
      kind: input.kind,
      day: input.day,
      wish,
      held_by: heldBy,
      offered: [...offered],
      note: input.note?.trim() || null,
      recorded_by: tx.actor.userId,
    })
    .execute();
  tx.record('disclosure.recorded', input.personId, { cancer: input.cancerId, kind: input.kind, wish });
  return ok({ state: disclosureState([...before, next]) });
}

async function disclosureEvents(tx: Tx, key: Key): Promise<readonly DisclosureEvent[]> {
  return tx.q
    .selectFrom('disclosure')
    .select(['kind', 'wish'])
    .where('person_id', '=', key.personId)
    .where('cancer_id', '=', key.cancerId)
    .orderBy('recorded_at')
    .execute();
}
