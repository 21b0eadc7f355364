/**
 * The programme's day, in the order a day has. In the evening simulated people do what is left of today's work; then the
 * clock turns; in the morning the programme does its own: reads freeze, women are invited and reminded, letters and SMS
 * go out. Each step may be run again: it does what is left. The step now being run stands in the database, so that a day
 * cut short by a crash goes on where it stopped.
 */
import { sql } from 'kysely';
import { addDays, type Day, weekday } from '#core/kernel/day';
import { system } from '#core/people/access';
import { markLateResults } from '#server/ai/mark-late';
import { bookRecalls } from '#server/assessment/book-recalls';
import { classifyCancers } from '#server/cancers/classify-cancers';
import type { Config } from '#server/config';
import type { Database } from '#server/db/database';
import { inTransaction } from '#server/db/transaction';
import { dailyInvitationJobs } from '#server/invitation/daily-jobs';
import { markNotAttended } from '#server/invitation/mark-not-attended';
import type { Partner } from '#server/messaging/partner';
import { runMessagingDay } from '#server/messaging/run-messaging-day';
import { carryOutReservations } from '#server/people/carry-out-reservation';
import { noteDuplicates } from '#server/people/note-duplicates';
import { freezeReads } from '#server/reading/freeze-reads';
import { type Demo, readDemo } from './demo.ts';
import { act, type Play } from './play.ts';
import { playAi } from './play-ai.ts';
import { playAnswers } from './play-answers.ts';
import { playAssessment, playPathology } from './play-assessment.ts';
import { playClinic } from './play-clinic.ts';
import { playConsensus } from './play-consensus.ts';
import { playReading } from './play-reading.ts';
import { playEquipmentDay } from './play-equipment-day.ts';
import { playRegisters } from './play-registers.ts';
import { playReviewWeek } from './play-review.ts';
import { playStudySites } from './play-studies.ts';
import { playSurveys } from './play-surveys.ts';
import { loadStaff } from './staff.ts';

type Step = { readonly name: string; readonly run: (play: Play) => Promise<unknown> };

const evening: readonly Step[] = [
  { name: 'clinic', run: playClinic },
  { name: 'ai-results', run: playAi },
  { name: 'not-attended', run: (play) => act(play, system, (tx) => markNotAttended(tx)) },
  { name: 'consensus', run: playConsensus },
  { name: 'reading', run: playReading },
  { name: 'assessment', run: playAssessment },
  { name: 'pathology', run: playPathology },
  { name: 'equipment', run: playEquipmentDay },
  // What was moved or booked during the day, so that an SMS three days ahead is not a day late.
  { name: 'evening-messages', run: ({ db, config, partner }) => runMessagingDay(db, config, { partner }) },
];

const morning: readonly Step[] = [
  { name: 'registers', run: playRegisters },
  {
    name: 'cancers',
    run: ({ db, today }) =>
      weekday(today) === 1 ? inTransaction(db, system, (tx) => classifyCancers(tx)) : Promise.resolve(),
  },
  { name: 'review', run: playReviewWeek },
  { name: 'reservations', run: ({ db }) => inTransaction(db, system, carryOutReservations) },
  { name: 'duplicates', run: ({ db }) => inTransaction(db, system, noteDuplicates) },
  { name: 'ai-late', run: ({ db }) => markLateResults(db) },
  { name: 'freeze', run: ({ db }) => freezeReads(db) },
  { name: 'recalls', run: ({ db }) => inTransaction(db, system, (tx) => bookRecalls(tx)) },
  {
    name: 'invitations',
    run: (play) => (weekday(play.today) > 5 ? Promise.resolve() : act(play, system, dailyInvitationJobs)),
  },
  { name: 'studies', run: playStudySites },
  { name: 'answers', run: playAnswers },
  { name: 'surveys', run: playSurveys },
  { name: 'messages', run: ({ db, config, partner }) => runMessagingDay(db, config, { partner }) },
];

const steps = [...evening, ...morning];

/** Where a new demo begins: its history has come in, and the first morning is still to be worked. */
export const firstMorning = 'registers';

export type DayProgress = (day: Day, step: string, done: number, of: number) => void;
export type DayOptions = { readonly partner: Partner; readonly onProgress?: DayProgress };

/**
 * Plays whole days: the rest of today and the morning after, `days` times. A day that was cut short is finished first and
 * counts as one of them; with 0 days nothing but that is done. Returns the programme day afterwards. Throws when the installation is not a demo.
 */
export async function runDays(
  db: Database,
  config: Pick<Config, 'dataDir'>,
  days: number,
  options: DayOptions,
): Promise<Day> {
  const demo = await demoOf(db);
  const free = await lockDays(db);
  try {
    const { step } = await clock(db);
    if (days === 0 && step) await playFrom(db, config, demo, step, options);
    for (let i = 0; i < days; i++)
      await playFrom(db, config, demo, (await clock(db)).step ?? evening[0]?.name ?? '', options);
    return (await clock(db)).today;
  } finally {
    await free();
  }
}

/** Any fixed number: days are run by one hand at a time, the page's button or the command. */
const LOCK = 7_463_020;

async function lockDays(db: Database): Promise<() => Promise<void>> {
  const client = await db.pool.connect();
  const { rows } = await client.query<{ free: boolean }>(`select pg_try_advisory_lock(${LOCK}) as free`);
  if (!rows[0]?.free) {
    client.release();
    throw new Error('days are being run already, from the page or by another command; wait until they are done');
  }
  return async () => {
    await client.query(`select pg_advisory_unlock(${LOCK})`);
    client.release();
  };
}

async function playFrom(
  db: Database,
  config: Pick<Config, 'dataDir'>,
  demo: Demo,
  from: string,
  options: DayOptions,
): Promise<void> {
  const staff = await loadStaff(db);
  const first = Math.max(
    0,
    steps.findIndex((step) => step.name === from),
  );
  for (const [i, step] of steps.entries()) {
    if (i < first) continue;
    if (i === evening.length && i > first) await turnClock(db, step.name);
    else await writeStep(db, step.name);
    const { today } = await clock(db);
    options.onProgress?.(today, step.name, i - first, steps.length - first);
    await step.run({ db, config, demo, today, staff, partner: options.partner });
  }
  await writeStep(db, null);
}

async function demoOf(db: Database): Promise<Demo> {
  const demo = await readDemo(db);
  if (!demo) throw new Error('this is not a demo: in a real programme the day passes by itself');
  return demo;
}

async function clock(db: Database): Promise<{ today: Day; step: string | null }> {
  const row = await db.kysely.selectFrom('programme_clock').select(['today', 'day_step']).executeTakeFirstOrThrow();
  if (!row.today) throw new Error('the programme clock of a demo must be set');
  return { today: row.today, step: row.day_step };
}

async function writeStep(db: Database, step: string | null): Promise<void> {
  await sql`update programme_clock set day_step = ${step}`.execute(db.kysely);
}

/** The day and the first step of the morning change in one statement: a crash lies before it or after it. */
async function turnClock(db: Database, step: string): Promise<void> {
  const { today } = await clock(db);
  await inTransaction(db, system, async (tx) => {
    await sql`update programme_clock set today = ${addDays(today, 1)}, day_step = ${step}`.execute(tx.q);
    tx.record('clock.turned', null, { to: addDays(today, 1) });
  });
}
