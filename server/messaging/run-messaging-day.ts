import { join } from 'node:path';
import { sql } from 'kysely';
import type { Day } from '#core/kernel/day';
import { system } from '#core/people/access';
import type { Config } from '#server/config';
import type { Database } from '#server/db/database';
import { inTransaction } from '#server/db/transaction';
import { advanceCascade } from './advance-cascade.ts';
import { closePrintBatches, type PrintBatch } from './close-print-batch.ts';
import { collectOpened } from './collect-opened.ts';
import { decideDueSms } from './decide-due-sms.ts';
import { type DispatchCounts, dispatchDue, nextDue } from './dispatch.ts';
import { momentOf, sendingHours } from './moment.ts';
import type { Partner } from './partner.ts';

export type MessagingDay = DispatchCounts & {
  readonly smsDecided: number;
  readonly opened: number;
  readonly toPaper: number;
  readonly batches: readonly PrintBatch[];
};

/**
 * The programme day's messages, played in one go: SMS that are due, letters opened and not opened, everything sent, and
 * the print batch closed. Tries that fail are tried again within the day's hours as the back-off says, so that a minute's
 * outage costs no day. Running the same day again (after a crash, or after more was decided) does what is left.
 */
export async function runMessagingDay(
  db: Database,
  config: Pick<Config, 'dataDir'>,
  { partner }: { readonly partner: Partner },
): Promise<MessagingDay> {
  const hours = sendingHours(await programmeDay(db));
  const morning = momentOf(hours.from);
  const smsDecided = await inTransaction(db, system, (tx) => decideDueSms(tx));
  const opened = await collectOpened(db, partner, morning);
  let toPaper = 0;
  for (;;) {
    const { looked, toPaper: moved } = await inTransaction(db, system, (tx) => advanceCascade(tx, morning));
    toPaper += moved;
    if (looked === 0) break;
  }
  const counts = await dispatchDuring(db, partner, hours);
  const batches = await closePrintBatches(db, join(config.dataDir, 'print'), momentOf(hours.to));
  return { ...counts, smsDecided, opened, toPaper, batches };
}

/** Sends from morning to evening, stepping over the hours in which nothing is due. */
async function dispatchDuring(db: Database, partner: Partner, hours: { readonly from: Date; readonly to: Date }) {
  const total: DispatchCounts = { sent: 0, refused: 0, retried: 0, failed: 0, withdrawn: 0 };
  for (let at: Date | undefined = hours.from; at && at <= hours.to; ) {
    const counts = await dispatchDue(db, partner, at);
    for (const name of Object.keys(total) as (keyof DispatchCounts)[]) total[name] += counts[name];
    const next = await nextDue(db);
    at = next && next <= at ? undefined : next;
  }
  return total;
}

async function programmeDay(db: Database): Promise<Day> {
  const { rows } = await sql<{ today: Day }>`
    select coalesce((select today from programme_clock), (now() at time zone 'Europe/Oslo')::date) as today`.execute(
    db.kysely,
  );
  const [row] = rows;
  if (!row) throw new Error('the database did not answer with the programme day');
  return row.today;
}
