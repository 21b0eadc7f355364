import type { Actor, Role } from '#core/people/access';
import type { Database } from '#server/db/database';

const WOMAN = 'person:';

/** The user id of a woman who signs in herself. */
export function womanUserId(personId: string): string {
  return WOMAN + personId;
}

/** The actor for a user id, as things stand now: a user who has been deactivated is nobody from that moment. */
export async function findActor(db: Database, userId: string): Promise<Actor | undefined> {
  return userId.startsWith(WOMAN) ? findWoman(db, userId) : findStaff(db, userId);
}

async function findStaff(db: Database, userId: string): Promise<Actor | undefined> {
  const user = await db.kysely
    .selectFrom('staff_user')
    .select(['id', 'name', 'role', 'centre_id'])
    .where('id', '=', userId)
    .where('active', '=', true)
    .executeTakeFirst();
  if (!user) return undefined;
  const centres = user.centre_id === null ? 'all' : [user.centre_id];
  return { userId: user.id, name: user.name, role: user.role as Role, centres };
}

async function findWoman(db: Database, userId: string): Promise<Actor | undefined> {
  const personId = userId.slice(WOMAN.length);
  if (!/^[0-9a-f-]{36}$/.test(personId)) return undefined;
  const person = await db.kysely
    .selectFrom('person')
    .select(['given_name', 'family_name'])
    .where('person_id', '=', personId)
    .where('kind', '=', 'known')
    .where('status', '<>', 'dead')
    .executeTakeFirst();
  if (!person) return undefined;
  const name = [person.given_name, person.family_name].filter(Boolean).join(' ');
  return { userId, name, role: 'participant', centres: [], personId };
}
