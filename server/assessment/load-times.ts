import { sql } from 'kysely';
import { type AssessmentTime, firstDayWithNotice, freeTimes, hoursOf, placesAt } from '#core/assessment/times';
import { addDays, type Day } from '#core/kernel/day';
import { assessmentRules } from '#programmes/breast-no/assessment';
import type { Tx } from '#server/db/transaction';
import { openDays } from './open-days.ts';

/** A centre's times as they stand: which are free, and taking one. Booked within the caller's transaction. */
export type CentreTimes = {
  readonly free: (count: number) => readonly AssessmentTime[];
  readonly isFree: (time: AssessmentTime) => boolean;
  readonly take: (time: AssessmentTime) => void;
};

/**
 * Loads the booked times of a centre ahead. The centre is locked for the length of the transaction, so that two people
 * cannot give away the same place.
 */
export async function loadTimes(tx: Tx, centreId: string): Promise<CentreTimes> {
  await sql`select pg_advisory_xact_lock(hashtext('assessment-times'), hashtext(${centreId}))`.execute(tx.q);
  return readTimes(tx, centreId);
}

/** As `loadTimes`, for looking only. */
export async function readTimes(tx: Tx, centreId: string): Promise<CentreTimes> {
  const from = firstDayWithNotice(tx.today, assessmentRules, openDays);
  const { rows } = await sql<{ day: Day; at: string; n: number }>`
    select day, left(at::text, 5) as at, count(*)::int as n from assessment_appointment
    where centre_id = ${centreId} and status in ('booked', 'attended') and day between ${tx.today} and
      ${addDays(from, assessmentRules.horizonDays)} group by day, at`.execute(tx.q);
  const counts = new Map(rows.map((row) => [`${row.day} ${row.at}`, row.n]));
  const hours = hoursOf(assessmentRules, centreId);
  const taken = ({ day, at }: AssessmentTime) => counts.get(`${day} ${at}`) ?? 0;
  return {
    free: (count) => freeTimes(hours, from, assessmentRules.horizonDays, taken, openDays, count),
    isFree: (time) => time.day > tx.today && taken(time) < placesAt(hours, time, openDays),
    take: (time) => counts.set(`${time.day} ${time.at}`, taken(time) + 1),
  };
}
