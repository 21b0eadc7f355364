/** Days of the demo (1:20), Monday to Monday, and the check of the audit chain that they leave. */
import { sql } from 'kysely';
import { verifyChain } from '#server/audit/verify';
import { runDays } from '#server/simulation/run-day';
import { withDemo } from './demo.ts';
import { row, seconds } from './row.ts';

const DAYS = 7;

await withDemo(async ({ db, dataDir, partner }) => {
  const work = async () => {
    const { rows } = await sql<Record<'examinations' | 'reads' | 'messages', number>>`
      select (select count(*) from examination) as examinations, (select count(*) from read) as reads,
        (select count(*) from message) as messages`.execute(db.kysely);
    return rows[0] ?? { examinations: 0, reads: 0, messages: 0 };
  };
  const before = await work();
  const days: number[] = [];
  for (let i = 0; i < DAYS; i++) days.push(await seconds(() => runDays(db, { dataDir }, 1, { partner })));
  const after = await work();
  const all = days.reduce((sum, one) => sum + one, 0);
  const aDay = (what: keyof typeof before) => Math.round((after[what] - before[what]) / DAYS);
  row(
    `A day of the demo (1:20), of a week: ${aDay('examinations')} examinations, ${aDay('reads')} reads, ${aDay('messages')} messages`,
    `${(all / DAYS).toFixed(1)} s, the longest ${Math.max(...days).toFixed(1)} s; ${(DAYS / all).toFixed(2)} days/s`,
  );
  let entries = 0;
  const checked = await seconds(async () => {
    const chain = await verifyChain(db);
    if (chain.kind !== 'whole') throw new Error(`the audit chain is broken at ${chain.seq}: ${chain.why}`);
    entries = chain.entries;
  });
  row(
    `Audit chain verified: ${entries.toLocaleString('en-GB')} entries`,
    `${checked.toFixed(1)} s, ${Math.round(entries / checked).toLocaleString('en-GB')}/s`,
  );
});
