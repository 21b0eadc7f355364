import { randomBytes } from 'node:crypto';
import type { Database } from '#server/db/database';

/** The installation's key for session cookies, made once and kept in the database, so that a restart signs nobody out. */
export async function sessionKey(db: Database): Promise<Buffer> {
  const fresh = JSON.stringify(randomBytes(32).toString('base64'));
  await db.kysely
    .insertInto('setting')
    .values({ key: 'session-key', value: fresh })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
  const row = await db.kysely
    .selectFrom('setting')
    .select('value')
    .where('key', '=', 'session-key')
    .executeTakeFirstOrThrow();
  return Buffer.from(String(row.value), 'base64');
}
