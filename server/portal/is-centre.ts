import type { Tx } from '#server/db/transaction';

/** Whether something can be meant for it: a centre that there is, or no centre, which means all of them. */
export async function isCentre(tx: Tx, centreId: string | null): Promise<boolean> {
  if (centreId === null) return true;
  return !!(await tx.q.selectFrom('centre').select('id').where('id', '=', centreId).executeTakeFirst());
}
