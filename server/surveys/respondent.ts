import { createHmac, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '#server/db/transaction';

const KEY = 'survey-key';

/**
 * Who answers, as it stands beside the answers: a hash of her id and the form, by a key of the installation. With the key
 * she can be known again, by this use case for her own answer only; without it the answers lead to nobody. The
 * transaction may from now on see and take back that answer, by row-level security.
 */
export async function respondent(tx: Tx, formId: string, who: string): Promise<string> {
  const fresh = JSON.stringify(randomBytes(32).toString('base64'));
  await sql`insert into setting (key, value) values (${KEY}, ${fresh}::jsonb) on conflict do nothing`.execute(tx.q);
  const row = await tx.q.selectFrom('setting').select('value').where('key', '=', KEY).executeTakeFirstOrThrow();
  const hash = createHmac('sha256', Buffer.from(String(row.value), 'base64'))
    .update(`${formId} ${who}`)
    .digest('hex');
  await sql`select set_config('runde.respondent', ${hash}, true)`.execute(tx.q);
  return hash;
}
