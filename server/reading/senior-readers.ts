import type { OutputOf } from '#contracts/endpoint';
import type { readers } from '#contracts/readers';
import { ok, type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';

/** The active radiologists, by centre and name. */
export async function listReaders(tx: Tx): Promise<OutputOf<typeof readers>> {
  const rows = await tx.q
    .selectFrom('staff_user as s')
    .innerJoin('centre as c', 'c.id', 's.centre_id')
    .select(['s.id as userId', 's.name', 'c.name as centre', 's.senior'])
    .where('s.role', '=', 'radiologist')
    .where('s.active', '=', true)
    .orderBy('c.name')
    .orderBy('s.name')
    .execute();
  return { readers: rows };
}

/** Says that a radiologist is senior, or no longer: from now on, steps for seniors open to her, or not. Refuses with `not-found`. */
export async function setSenior(
  tx: Tx,
  input: { readonly userId: string; readonly senior: boolean },
): Promise<Result<true>> {
  const changed = await tx.q
    .updateTable('staff_user')
    .set({ senior: input.senior })
    .where('id', '=', input.userId)
    .where('role', '=', 'radiologist')
    .where('active', '=', true)
    .returning('id')
    .executeTakeFirst();
  if (!changed) return refuse('not-found', 'There is no such radiologist');
  tx.record('reading.senior-set', null, { user: input.userId, senior: input.senior });
  return ok(true);
}
