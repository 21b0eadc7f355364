import { type Needs, readNeeds, type Requires, requiredBy } from '#core/invitation/needs';
import { invitationRules } from '#programmes/breast-no/invitation';
import type { Tx } from '#server/db/transaction';

/** What a woman has said that she needs; nothing when she is not known to the actor. */
export async function loadNeeds(tx: Tx, personId: string): Promise<Needs> {
  const row = await tx.q.selectFrom('person').select('needs').where('person_id', '=', personId).executeTakeFirst();
  return readNeeds(row?.needs);
}

/** What booking must honour for her. */
export async function loadRequires(tx: Tx, personId: string): Promise<Requires> {
  return requiredBy(await loadNeeds(tx, personId), invitationRules.needs);
}
