import { sql } from 'kysely';
import type { Tx } from '#server/db/transaction';
import { withdrawMessages } from './record-happenings.ts';
import { factColumns, factJoins, type MessageToSend } from './sending-facts.ts';

/** Takes back messages that have not left yet, by their cause: what they would have said is no longer so. Returns how many. */
export async function withdrawUnsent(
  tx: Tx,
  messages: readonly { readonly personId: string; readonly cause: string }[],
): Promise<number> {
  if (messages.length === 0) return 0;
  const { rows } = await sql<MessageToSend>`
    select ${factColumns}
    from jsonb_to_recordset(${JSON.stringify(messages)}::jsonb) as c ("personId" uuid, cause text)
    join message m on m.person_id = c."personId" and m.cause = c.cause and m.state = 'waiting'
    ${factJoins} for update of m`.execute(tx.q);
  await withdrawMessages(
    tx,
    rows.map((message) => ({ message, reason: 'appointment-changed' as const })),
  );
  return rows.length;
}
