/** A centre with women screened two years ago, some of whom got cancer in the interval: for the tests of the review. */
import { randomUUID } from 'node:crypto';
import { addDays, type Day } from '#core/kernel/day';
import { system } from '#core/people/access';
import { classifyCancers } from '#server/cancers/classify-cancers';
import type { Database } from '#server/db/database';
import { inTransaction } from '#server/db/transaction';
import { foundCentres, type OpenedCase, openCases, TODAY } from './reading-world.ts';

export const REVIEW_DAY: Day = addDays(TODAY, 800);

export type Interval = OpenedCase & { readonly cancerId: string };
export type ReviewWorld = { readonly interval: readonly Interval[]; readonly normal: readonly OpenedCase[] };

/** `cancers` interval cancers and `normal` women without; readers 1 and 2 read them all, but reader 3 the last cancer's. */
export async function foundReview(db: Database, cancers: number, normal: number): Promise<ReviewWorld> {
  await foundCentres(db, 6);
  await db.pool.query(
    `insert into staff_user (id, name, role, centre_id) values ('K-C01-1', 'Coordinator 1', 'coordinator', 'C01')`,
  );
  const opened = await openCases(db, cancers + normal);
  const interval = opened.slice(0, cancers).map((one) => ({ ...one, cancerId: randomUUID() }));
  for (const [i, one] of opened.entries()) {
    const first = i === cancers - 1 ? 'L-C01-3' : 'L-C01-1';
    await db.pool.query(
      `insert into read (person_id, case_id, step, reader, day, score_left, score_right)
       select $1, $2, step, reader, $3, 1, $4::int from (values ('r1', $5::text), ('r2', 'L-C01-2')) r (step, reader)`,
      [one.personId, one.caseId, TODAY, i === 0 ? 2 : 1, first],
    );
  }
  await db.pool.query(`delete from reading_task`);
  await db.pool.query(`update reading_case set state = 'closed', outcome = 'negative', closed_on = opened_on + 1`);
  await db.pool.query(`update episode set state = 'closed', outcome = 'negative', closed_on = opened_on + 1`);
  for (const [i, { personId, cancerId }] of interval.entries()) {
    await db.pool.query(
      `insert into cancer (person_id, cancer_id, diagnosed_on, side, behaviour, histology, size_mm, nodes, er, pr, her2, surgery)
       values ($1, $2, $3, 'left', 'invasive', 'ductal', 21, 'positive', 'positive', 'unknown', 'unknown', 'conserving')`,
      [personId, cancerId, addDays(TODAY, 200 + i)],
    );
  }
  await inTransaction(db, system, (tx) => classifyCancers(tx));
  await db.pool.query('update programme_clock set today = $1', [REVIEW_DAY]);
  return { interval, normal: opened.slice(cancers) };
}
