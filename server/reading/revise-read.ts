import { ok, type Result, refuse } from '#core/kernel/result';
import type { Score } from '#core/protocols/facts';
import { mayRevise } from '#core/reading/freeze';
import type { Tx } from '#server/db/transaction';
import { type CaseKey, loadCase } from './load-case.ts';
import type { Finding } from './record-read.ts';
import { settleCase } from './settle-case.ts';

export type Revision = CaseKey & {
  readonly step: string;
  /** The revision that the reader saw and changes; another window may have been first. */
  readonly revision: number;
  readonly left: Score;
  readonly right: Score;
  readonly findings?: readonly Finding[] | undefined;
};

/**
 * Changes the acting reader's own read before it freezes: the earlier opinion stays, the next revision counts. Changing
 * does not give more time. Refuses with `not-found`, `not-yours`, `frozen` or `changed-meanwhile`.
 */
export async function reviseRead(tx: Tx, input: Revision): Promise<Result<{ readonly revision: number }>> {
  const found = await loadCase(tx, input, { lock: true });
  if (!found.ok) return found;
  const last = await tx.q
    .selectFrom('read')
    .selectAll()
    .where('person_id', '=', input.personId)
    .where('case_id', '=', input.caseId)
    .where('step', '=', input.step)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!last) return refuse('not-found', 'There is no read to change');
  const written = { day: last.day, frozenFrom: last.frozen_from?.getTime() ?? null, reader: last.reader };
  const may = mayRevise(written, tx.actor.userId, { instant: tx.at.getTime(), today: tx.today });
  if (!may.ok) return may;
  if (last.revision !== input.revision)
    return refuse('changed-meanwhile', 'The read was changed in another window; look at it again');
  const revision = last.revision + 1;
  const { left: score_left, right: score_right } = input;
  const findings = JSON.stringify(input.findings ?? last.findings);
  await tx.q
    .insertInto('read')
    .values({ ...last, revision, score_left, score_right, findings, recorded_at: tx.at })
    .execute();
  tx.record('reading.read-revised', input.personId, { case: input.caseId, step: input.step, revision });
  const settled = await settleCase(tx, input, { locked: true });
  return settled.ok ? ok({ revision }) : settled;
}
