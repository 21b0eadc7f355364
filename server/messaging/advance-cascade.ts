import { sql } from 'kysely';
import type { Tx } from '#server/db/transaction';
import type { Moment } from './moment.ts';
import { recordHappenings } from './record-happenings.ts';
import { factColumns, factJoins, type MessageToSend, reasonToWithdraw } from './sending-facts.ts';

const BATCH = 500;

/**
 * Letters that were not opened in time go on to paper, at most 500 a call (returns how many were looked at; call again
 * until 0). A letter that no longer matters (she came, the time has gone) stays as sent and is looked at no more.
 */
export async function advanceCascade(
  tx: Tx,
  moment: Moment,
): Promise<{ readonly looked: number; readonly toPaper: number }> {
  const { rows } = await sql<MessageToSend>`
    with due as (
      select person_id, message_id from message where state = 'sent' and next_step_on <= ${tx.today}
      limit ${BATCH} for update skip locked
    )
    select ${factColumns}
    from message m join due on m.person_id = due.person_id and m.message_id = due.message_id ${factJoins}`.execute(
    tx.q,
  );
  const pointless = rows.filter((message) => reasonToWithdraw(message, moment));
  await sql`
    update message set next_step_on = null
    where (person_id, message_id) in (
      select person_id, message_id from jsonb_to_recordset(${JSON.stringify(pointless)}::jsonb) as p (person_id uuid, message_id uuid))
    `.execute(tx.q);
  const wanted = rows.filter((message) => !reasonToWithdraw(message, moment));
  await recordHappenings(
    tx,
    moment,
    wanted.map((message) => ({ message, event: 'not-opened' as const })),
  );
  return { looked: rows.length, toPaper: wanted.length };
}
