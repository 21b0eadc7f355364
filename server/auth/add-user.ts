import type { InputOf } from '#contracts/endpoint';
import type { addUser as contract } from '#contracts/users';
import { ok, type Result, refuse } from '#core/kernel/result';
import { checkPlace } from '#core/people/staff-user';
import type { Tx } from '#server/db/transaction';

/** Gives a person access. Refuses with `user-exists`, and as `checkPlace`. */
export async function addUser(tx: Tx, { userId, ...user }: InputOf<typeof contract>): Promise<Result<true>> {
  const place = checkPlace(user);
  if (!place.ok) return place;
  const added = await tx.q
    .insertInto('staff_user')
    .values({
      id: userId,
      name: user.name,
      role: user.role,
      centre_id: user.centreId,
      ...{ changed_by: tx.actor.userId, changed_on: tx.today, changed_at: tx.at },
    })
    .onConflict((c) => c.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!added) return refuse('user-exists', 'There is a user with this id already, perhaps one whose access has ended');
  tx.record('user.added', null, { user: userId, role: user.role, centre: user.centreId });
  return ok(true);
}
