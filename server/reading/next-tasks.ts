import type { Tx } from '#server/db/transaction';
import type { ClaimedTask } from './claim-next.ts';

export type WaitingTask = ClaimedTask & {
  readonly examinationId: string;
  readonly notReaders: readonly string[];
};

/** Open tasks of a centre that nobody holds now, oldest first: what the simulated readers of the demo look ahead by. */
export async function nextTasksFor(
  tx: Tx,
  centreId: string,
  kind: 'read' | 'consensus',
  limit: number,
): Promise<readonly WaitingTask[]> {
  return tx.q
    .selectFrom('reading_task as t')
    .innerJoin('reading_case as c', (j) =>
      j.onRef('c.person_id', '=', 't.person_id').onRef('c.case_id', '=', 't.case_id'),
    )
    .select([
      't.person_id as personId',
      't.case_id as caseId',
      't.step',
      't.not_readers as notReaders',
      'c.examination_id as examinationId',
    ])
    .where('t.centre_id', '=', centreId)
    .where('t.kind', '=', kind)
    .where('t.held', '=', false)
    .where((e) => e.or([e('t.claimed_by', 'is', null), e('t.lease_until', '<', tx.at)]))
    .orderBy('t.opened_on')
    .orderBy('t.case_id')
    .orderBy('t.step')
    .limit(limit)
    .execute();
}
