/** A process for the crash test: plays days until the given one, and is killed on the way. */
import type { Day } from '#core/kernel/day';
import { openDatabase } from '#server/db/database';
import { httpPartner } from '#server/messaging/http-partner';
import { runDays } from '#server/simulation/run-day';

const [url = '', dataDir = '', carrierUrl = '', until = ''] = process.argv.slice(2);
const db = openDatabase(url, { max: 6 });
const partner = httpPartner({ digitalPostUrl: carrierUrl, smsUrl: carrierUrl, timeoutMs: 5000 });
const onProgress = (day: Day, step: string) => console.log(`${day} ${step}`);
for (;;) {
  const { rows } = await db.pool.query<{ today: Day; day_step: string | null }>(
    'select today, day_step from programme_clock',
  );
  if (rows[0] && rows[0].today >= until && rows[0].day_step === null) break;
  await runDays(db, { dataDir }, 1, { partner, onProgress });
}
await db.close();
console.log('finished');
