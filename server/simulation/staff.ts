import type { Actor } from '#core/people/access';
import type { Database } from '#server/db/database';

export type CentreStaff = {
  readonly readers: readonly Actor[];
  readonly radiographers: readonly Actor[];
  readonly coordinators: readonly Actor[];
};

/** The staff of each centre as actors, so that simulated people act with the rights they would have. */
export async function loadStaff(db: Database): Promise<ReadonlyMap<string, CentreStaff>> {
  const users = await db.kysely
    .selectFrom('staff_user')
    .select(['id', 'name', 'role', 'centre_id'])
    .where('active', '=', true)
    .where('centre_id', 'is not', null)
    .orderBy('id')
    .execute();
  const staff = new Map<string, { readers: Actor[]; radiographers: Actor[]; coordinators: Actor[] }>();
  for (const { id, name, role, centre_id } of users) {
    const centreId = String(centre_id);
    const centre = staff.get(centreId) ?? { readers: [], radiographers: [], coordinators: [] };
    staff.set(centreId, centre);
    const actor: Actor = { userId: id, name, role, centres: [centreId] };
    if (role === 'radiologist') centre.readers.push(actor);
    else if (role === 'radiographer') centre.radiographers.push(actor);
    else if (role === 'coordinator') centre.coordinators.push(actor);
  }
  return staff;
}

/** One of them, chosen by a whole number; undefined when there is nobody. */
export function byTurn(actors: readonly Actor[], turn: number): Actor | undefined {
  return actors.length === 0 ? undefined : actors[Math.abs(turn) % actors.length];
}
