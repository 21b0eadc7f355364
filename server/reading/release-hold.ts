import { addDays, type Day } from '#core/kernel/day';
import { ok, type Result, refuse } from '#core/kernel/result';
import type { PriorsHold } from '#core/reading/priors';
import { readingRules } from '#programmes/breast-no/reading';
import { othersChange } from '#server/auth/others-change';
import type { Tx } from '#server/db/transaction';
import { settleCase } from './settle-case.ts';

export type Release = {
  readonly personId: string;
  readonly holdId: string;
  /** What became of a request for earlier images; `limit` = they did not come in time. */
  readonly answer?: PriorsHold['answer'] | undefined;
};

/** Puts a case that was set aside back in the queue. Refuses with `not-found` or `released-already`. */
export async function releaseHold(tx: Tx, input: Release): Promise<Result<{ readonly caseId: string }>> {
  const hold = await tx.q
    .selectFrom('reading_hold')
    .select(['case_id', 'kind', 'released_on', 'released_by'])
    .where('person_id', '=', input.personId)
    .where('hold_id', '=', input.holdId)
    .forUpdate()
    .executeTakeFirst();
  if (!hold) return refuse('not-found', 'There is no such case set aside, or it belongs to another centre');
  if (hold.released_on) {
    const change = { status: 'released', by: hold.released_by, day: hold.released_on as Day, at: null };
    return refuse('released-already', 'The case is back in the queue already', await othersChange(tx, change));
  }
  const answer = hold.kind === 'priors' ? (input.answer ?? null) : null;
  await tx.q
    .updateTable('reading_hold')
    .set({ released_on: tx.today, released_by: tx.actor.userId, answer })
    .where('person_id', '=', input.personId)
    .where('hold_id', '=', input.holdId)
    .execute();
  tx.record('reading.hold-released', input.personId, { case: hold.case_id, answer });
  const settled = await settleCase(tx, { personId: input.personId, caseId: hold.case_id });
  return settled.ok ? ok({ caseId: hold.case_id }) : settled;
}

/** Releases the cases that have waited for earlier images as long as the programme lets them. Returns how many. */
export async function releaseOverduePriors(tx: Tx): Promise<number> {
  const overdue = await tx.q
    .selectFrom('reading_hold')
    .select(['person_id', 'hold_id'])
    .where('kind', '=', 'priors')
    .where('released_on', 'is', null)
    .where('day', '<=', addDays(tx.today, -readingRules.priorsLimitDays))
    .execute();
  for (const { person_id: personId, hold_id: holdId } of overdue) {
    await releaseHold(tx, { personId, holdId, answer: 'limit' });
  }
  return overdue.length;
}
