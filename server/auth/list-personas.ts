import { sql } from 'kysely';
import type { Role } from '#core/people/access';
import type { Database } from '#server/db/database';
import { womanUserId } from './find-actor.ts';

type StaffPersona = { userId: string; name: string; role: Role; centre: { id: string; name: string } | null };

/** Staff in the order of the roles; of each role at a centre the first few, of those without a centre all. */
export async function listStaff(db: Database): Promise<readonly StaffPersona[]> {
  const rows = await db.kysely
    .selectFrom('staff_user as u')
    .leftJoin('centre as c', 'c.id', 'u.centre_id')
    .select(['u.id', 'u.name', 'u.role', 'c.id as centreId', 'c.short_name as centreName'])
    .where('u.active', '=', true)
    .orderBy(
      sql`array_position(array['office', 'coordinator', 'radiographer', 'radiologist', 'physicist', 'researcher', 'administrator'], u.role)`,
    )
    .orderBy('u.centre_id')
    .orderBy('u.id')
    .execute();
  return rows.map((row) => ({
    userId: row.id,
    name: row.name,
    role: row.role as Role,
    centre: row.centreId && row.centreName ? { id: row.centreId, name: row.centreName } : null,
  }));
}

/** Some women of the demo, one for each way an episode may stand, so that each kind of own page can be seen. */
export async function listWomen(db: Database): Promise<readonly { userId: string; name: string; state: string }[]> {
  const { rows } = await sql<{ person_id: string; name: string; state: string }>`
    select one.person_id, one.name, coalesce(s.outcome, s.state) as state
    from (values ('invited', null), ('reading', null), ('assessment', null), ('closed', 'negative'), ('closed', 'cancer'),
      ('closed', 'negative-after-assessment'), ('closed', 'not-attended'), ('closed', 'declined')) s (state, outcome)
    cross join lateral (
      select e.person_id, p.given_name || ' ' || p.family_name as name
      from episode e join person p using (person_id)
      where e.state = s.state and e.outcome is not distinct from s.outcome
        and p.kind = 'known' and p.status = 'resident'
        and not exists (select from episode later where later.person_id = e.person_id and later.number > e.number)
      limit 1) one`.execute(db.kysely);
  return rows.map((row) => ({ userId: womanUserId(row.person_id), name: row.name, state: row.state }));
}
