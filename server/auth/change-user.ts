import type { InputOf } from '#contracts/endpoint';
import type { changeUser as contract } from '#contracts/users';
import type { Day } from '#core/kernel/day';
import { ok, type Result, refuse } from '#core/kernel/result';
import { mayChangeUser } from '#core/people/staff-user';
import type { Tx } from '#server/db/transaction';
import { othersChange } from './others-change.ts';

/**
 * Changes a user: name, role, centre, whether she has access. It holds from her next request (find-actor.ts). Refuses with
 * `not-found`, `stale-version` (the other's change in the details), and as `mayChangeUser`.
 */
export async function changeUser(
  tx: Tx,
  input: InputOf<typeof contract>,
): Promise<Result<{ readonly version: number }>> {
  const before = await tx.q
    .selectFrom('staff_user')
    .selectAll()
    .where('id', '=', input.userId)
    .forUpdate()
    .executeTakeFirst();
  if (!before) return refuse('not-found', 'There is no such user');
  if (before.version !== input.version) {
    const { changed_by: by, changed_at: at } = before;
    const other = await othersChange(tx, { by, at, day: before.changed_on as Day | null, status: '' });
    return refuse('stale-version', 'Somebody else has changed this user meanwhile; look again', other);
  }
  const { role, centre_id: centreId, active } = before;
  const may = mayChangeUser(tx.actor.userId, { userId: input.userId, role, centreId, active }, input);
  if (!may.ok) return may;
  const version = before.version + 1;
  await tx.q
    .updateTable('staff_user')
    .set({
      ...{ name: input.name, role: input.role, centre_id: input.centreId, active: input.active, version },
      ...(input.role === 'radiologist' ? {} : { senior: false }),
      ...{ changed_by: tx.actor.userId, changed_on: tx.today, changed_at: tx.at },
    })
    .where('id', '=', input.userId)
    .execute();
  tx.record('user.changed', null, {
    user: input.userId,
    from: { role, centre: centreId, active },
    to: { role: input.role, centre: input.centreId, active: input.active },
  });
  return ok({ version });
}
