/**
 * What the programme does of itself and when, in a real programme: the demo's clock does the same work by hand
 * (server/simulation/run-day.ts). Every task can be run again at any time: it does what is due.
 */
import { join } from 'node:path';
import type { TaskList } from 'graphile-worker';
import { system } from '#core/people/access';
import { markLateResults } from '#server/ai/mark-late';
import { bookRecalls } from '#server/assessment/book-recalls';
import { classifyCancers } from '#server/cancers/classify-cancers';
import type { Config } from '#server/config';
import type { Database } from '#server/db/database';
import { inTransaction } from '#server/db/transaction';
import { dailyInvitationJobs } from '#server/invitation/daily-jobs';
import { advanceCascade } from '#server/messaging/advance-cascade';
import { closePrintBatches } from '#server/messaging/close-print-batch';
import { collectOpened } from '#server/messaging/collect-opened';
import { decideDueSms } from '#server/messaging/decide-due-sms';
import { dispatchDue } from '#server/messaging/dispatch';
import { momentOf } from '#server/messaging/moment';
import type { Partner } from '#server/messaging/partner';
import { carryOutReservations } from '#server/people/carry-out-reservation';
import { noteDuplicates } from '#server/people/note-duplicates';
import { renewSnapshot } from '#server/quality/renew-snapshot';
import { freezeReads } from '#server/reading/freeze-reads';

/** In a demo only time's effect on reads runs by the clock on the wall; days pass when somebody says so. */
export function demoTimetable(db: Database): { readonly tasks: TaskList; readonly crontab: string } {
  return { tasks: { 'freeze-reads': async () => freezeReads(db) }, crontab: '* * * * * freeze-reads' };
}

/** Hours are UTC. Configuration. */
const crontab = `
* * * * * freeze-reads
*/5 6-20 * * * send-messages
15 5-20 * * * collect-opened
0 4 * * * carry-out-reservations
5 4 * * * classify-cancers
5 4 * * * note-duplicates
10 4 * * 1-5 book-recalls
20 4 * * 1-5 invite
0 5 * * * decide-sms
30 17 * * 1-5 print
7 * * * * mark-late-results
0 2 * * * snapshot`.trim();

export function programmeTimetable(
  db: Database,
  config: Config,
  partner: Partner,
): { readonly tasks: TaskList; readonly crontab: string } {
  const now = () => momentOf(new Date());
  const tasks: TaskList = {
    'freeze-reads': async () => freezeReads(db),
    'mark-late-results': async () => void (await markLateResults(db)),
    'send-messages': async () => void (await dispatchDue(db, partner, new Date())),
    'collect-opened': async () => {
      await collectOpened(db, partner, now());
      while ((await inTransaction(db, system, (tx) => advanceCascade(tx, now()))).looked > 0);
    },
    'carry-out-reservations': async () => void (await inTransaction(db, system, carryOutReservations)),
    'classify-cancers': async () => void (await inTransaction(db, system, (tx) => classifyCancers(tx))),
    'note-duplicates': async () => void (await inTransaction(db, system, noteDuplicates)),
    'book-recalls': async () => void (await inTransaction(db, system, bookRecalls)),
    invite: async () => {
      const done = await inTransaction(db, system, dailyInvitationJobs);
      if (!done.ok) throw new Error(`${done.refusal.code}: ${done.refusal.what}`);
    },
    'decide-sms': async () => void (await inTransaction(db, system, (tx) => decideDueSms(tx, now().time))),
    print: async () => void (await closePrintBatches(db, join(config.dataDir, 'print'), now())),
    snapshot: async () => void (await renewSnapshot(db, config, system)),
  };
  return { tasks, crontab };
}
