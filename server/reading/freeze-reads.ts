import { sql } from 'kysely';
import { system } from '#core/people/access';
import type { Database } from '#server/db/database';
import { inTransaction, type Tx } from '#server/db/transaction';
import type { CaseKey } from './load-case.ts';
import { releaseOverduePriors } from './release-hold.ts';
import { settleCase } from './settle-case.ts';

export type Frozen = {
  readonly closed: number;
  readonly toConsensus: number;
  /** Cases that could not go on, and why: for a person to look at. They do not hold up the others. */
  readonly failed: readonly { readonly caseId: string; readonly what: string }[];
};

const PAGE = 500;
/** Cases settled beside each other: the program and the database then wait less for one another. */
const AT_A_TIME = 4;

/**
 * Lets time have its effect: cases whose reads or decisions have become final go on or close, and cases that waited too long
 * for earlier images return to the queue. Run every minute and when a programme day begins. Each case is a transaction of
 * its own, so that it may be stopped anywhere and run again, also twice at once.
 */
export async function freezeAllDue(db: Database): Promise<Frozen> {
  await inTransaction(db, system, releaseOverduePriors);
  let [closed, toConsensus] = [0, 0];
  const failed: { caseId: string; what: string }[] = [];
  let after: DueCase | undefined;
  for (;;) {
    const due = await inTransaction(db, system, (tx) => dueCases(tx, after));
    const rest = due.values();
    const lane = async () => {
      for (const key of rest) {
        const settled = await inTransaction(db, system, (tx) => settleCase(tx, key));
        if (!settled.ok) failed.push({ caseId: key.caseId, what: settled.refusal.what });
        else if (settled.value.kind === 'closed') closed++;
        else if (settled.value.kind === 'open' && settled.value.tasks.some((t) => t.kind === 'consensus'))
          toConsensus++;
      }
    };
    await Promise.all(Array.from({ length: AT_A_TIME }, lane));
    if (due.length < PAGE) return { closed, toConsensus, failed };
    after = due.at(-1);
  }
}

type DueCase = CaseKey & { readonly openedOn: string };

/** Open cases without an open task whose every read and decision is final, the oldest first: nothing but time stands between. */
async function dueCases(tx: Tx, after: DueCase | undefined): Promise<readonly DueCase[]> {
  const beyond = after ? sql`and (c.opened_on, c.case_id) > (${after.openedOn}::date, ${after.caseId}::uuid)` : sql``;
  const { rows } = await sql<DueCase>`
    select c.person_id as "personId", c.case_id as "caseId", c.opened_on as "openedOn" from reading_case c
    where c.state <> 'closed' ${beyond}
      and not exists (select from reading_task t where t.person_id = c.person_id and t.case_id = c.case_id)
      and not exists (
        select from read r where r.person_id = c.person_id and r.case_id = c.case_id
          and r.day >= ${tx.today} and r.frozen_from > ${tx.at})
      and not exists (
        select from consensus k where k.person_id = c.person_id and k.case_id = c.case_id
          and k.day >= ${tx.today} and k.frozen_from > ${tx.at})
    order by c.opened_on, c.case_id limit ${PAGE}`.execute(tx.q);
  return rows;
}

/** As `freezeAllDue`, and an error that names the cases which could not be settled, after the others have been. */
export async function freezeReads(db: Database): Promise<void> {
  const { failed } = await freezeAllDue(db);
  const [first] = failed;
  if (first)
    throw new Error(`${failed.length} reading cases could not be settled, such as ${first.caseId}: ${first.what}`);
}
