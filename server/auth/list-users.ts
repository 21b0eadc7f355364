import { sql } from 'kysely';
import type { OutputOf } from '#contracts/endpoint';
import type { listUsers as contract } from '#contracts/users';
import type { Tx } from '#server/db/transaction';

/** Everybody who works in the programme, those with access first, and when the log last has anything by each. */
export async function listUsers(tx: Tx): Promise<OutputOf<typeof contract>> {
  const { rows } = await sql<OutputOf<typeof contract>['users'][number]>`
    select u.id as "userId", u.name, u.role, u.centre_id as "centreId", c.short_name as centre, u.active, u.version,
      seen.today as "lastSeen", u.changed_on as "changedOn", coalesce(b.name, u.changed_by) as "changedBy"
    from staff_user u
    left join centre c on c.id = u.centre_id
    left join staff_user b on b.id = u.changed_by
    left join lateral (
      select a.today from audit_entry a where a.actor = u.id and a.role not in ('system', 'participant') order by a.seq desc limit 1
    ) seen on true
    order by u.active desc, u.name collate "nb-x-icu", u.id`.execute(tx.q);
  const centres = await tx.q.selectFrom('centre').select(['id', 'short_name']).orderBy('id').execute();
  return { users: rows, centres: centres.map(({ id, short_name }) => ({ centreId: id, name: short_name })) };
}
