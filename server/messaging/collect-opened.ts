import { sql } from 'kysely';
import { addDays, type Day, maxDay } from '#core/kernel/day';
import { system } from '#core/people/access';
import type { Database } from '#server/db/database';
import { inTransaction, type Tx } from '#server/db/transaction';
import type { Moment } from './moment.ts';
import type { Opened, Partner } from './partner.ts';
import { recordHappenings } from './record-happenings.ts';
import { factColumns, factJoins, keyOf, type MessageToSend } from './sending-facts.ts';

const SETTING = 'messaging.opened-asked-to';
/** How far back to ask after a long stop: no cascade waits longer. */
const LONGEST_DAYS = 31;

/**
 * Asks the partner which letters were opened, for each day from the last one asked about (again, it may have been too
 * early) up to today, and records it. Asking twice changes nothing. Returns how many were newly opened; a partner that
 * does not answer is asked next time.
 */
export async function collectOpened(db: Database, partner: Partner, moment: Moment): Promise<number> {
  if (!partner.openedOn) return 0;
  let opened = 0;
  for (let day = await firstDayToAsk(db, moment.today); day <= moment.today; day = addDays(day, 1)) {
    let answers: readonly Opened[];
    try {
      answers = await partner.openedOn(day);
    } catch {
      return opened;
    }
    opened += await inTransaction(db, system, (tx) => recordOpened(tx, moment, answers, day));
  }
  return opened;
}

async function firstDayToAsk(db: Database, today: Day): Promise<Day> {
  const row = await db.kysely.selectFrom('setting').select('value').where('key', '=', SETTING).executeTakeFirst();
  const asked = typeof row?.value === 'string' ? (row.value as Day) : addDays(today, -1);
  return maxDay(asked, addDays(today, -LONGEST_DAYS));
}

/** Records that letters were opened; a key that is not ours is passed over. */
async function recordOpened(tx: Tx, moment: Moment, opened: readonly Opened[], day: Day): Promise<number> {
  const references = JSON.stringify(opened);
  const { rows } = await sql<MessageToSend & { key: string }>`
    select ${factColumns}, o.key
    from jsonb_to_recordset(${references}::jsonb) as o (key text, reference text)
    join message m on m.reference = o.reference and o.key like m.message_id || ':digital:%'
    ${factJoins}
    where m.state in ('waiting', 'sent')
    for update of m`.execute(tx.q);
  await recordHappenings(
    tx,
    moment,
    rows.map((message) => ({ message, event: 'opened' as const, key: message.key, detail: { openedOn: day } })),
  );
  await sql`
    insert into setting (key, value) values (${SETTING}, ${JSON.stringify(day)}::jsonb)
    on conflict (key) do update set value = excluded.value`.execute(tx.q);
  return new Set(rows.map(keyOf)).size;
}
