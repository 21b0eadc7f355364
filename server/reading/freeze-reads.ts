import type { Database } from '#server/db/database';
import { inTransaction, type Tx } from '#server/db/transaction';
import { system } from '#core/people/access';
import { settleCase } from './settle-case.ts';
import { releaseOverduePriors } from './release-hold.ts';

export type Frozen = { readonly cases: number; readonly closed: number; readonly toConsensus: number };

/**
 * Lets time have its effect: cases whose reads have frozen since go to consensus or close, and cases that waited too long
 * for earlier images return to the queue. Run every minute, and at the end of a programme day. `limit` cases a call, the
 * oldest first; call again while `cases` equals the limit.
 */
export async function freezeDue(tx: Tx, limit = 500): Promise<Frozen> {
  await releaseOverduePriors(tx);
  const due = await tx.q
    .selectFrom('reading_case as c')
    .select(['c.person_id as personId', 'c.case_id as caseId'])
    .where('c.state', '<>', 'closed')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('reading_task as t')
            .select('t.step')
            .whereRef('t.person_id', '=', 'c.person_id')
            .whereRef('t.case_id', '=', 'c.case_id'),
        ),
      ),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('read as r')
            .select('r.step')
            .whereRef('r.person_id', '=', 'c.person_id')
            .whereRef('r.case_id', '=', 'c.case_id')
            .where('r.day', '>=', tx.today)
            .where('r.frozen_from', '>', tx.at),
        ),
      ),
    )
    .orderBy('c.opened_on')
    .orderBy('c.case_id')
    .limit(limit)
    .execute();
  let [closed, toConsensus] = [0, 0];
  for (const key of due) {
    const settled = await settleCase(tx, key);
    if (!settled.ok) throw new Error(`case ${key.caseId}: ${settled.refusal.what}`);
    if (settled.value.kind === 'closed') closed++;
    if (settled.value.kind === 'open' && settled.value.tasks.some((t) => t.kind === 'consensus')) toConsensus++;
  }
  return { cases: due.length, closed, toConsensus };
}

/** The same for the clock: as the system, in transactions of moderate size, until nothing is due. */
export async function freezeAllDue(db: Database): Promise<Frozen> {
  const total = { cases: 0, closed: 0, toConsensus: 0 };
  for (;;) {
    const done = await inTransaction(db, system, (tx) => freezeDue(tx));
    total.cases += done.cases;
    total.closed += done.closed;
    total.toConsensus += done.toConsensus;
    if (done.closed + done.toConsensus === 0) return total;
  }
}
