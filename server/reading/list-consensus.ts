import type { OutputOf } from '#contracts/endpoint';
import type { consensusQueue } from '#contracts/reading';
import { ageOn } from '#core/kernel/day';
import type { Tx } from '#server/db/transaction';

/** Cases of the actor's centres that wait for consensus, oldest first, and who has one open now. */
export async function listConsensus(tx: Tx): Promise<OutputOf<typeof consensusQueue>> {
  const rows = await tx.q
    .selectFrom('reading_task as t')
    .innerJoin('reading_case as c', (j) =>
      j.onRef('c.person_id', '=', 't.person_id').onRef('c.case_id', '=', 't.case_id'),
    )
    .innerJoin('examination as x', (j) =>
      j.onRef('x.person_id', '=', 'c.person_id').onRef('x.examination_id', '=', 'c.examination_id'),
    )
    .innerJoin('person as p', 'p.person_id', 't.person_id')
    .leftJoin('staff_user as s', 's.id', 't.claimed_by')
    .select(['t.person_id', 't.case_id', 't.claimed_by', 't.lease_until', 's.name', 'x.day', 'p.birth_date'])
    .where('t.kind', '=', 'consensus')
    .where('t.held', '=', false)
    .orderBy('t.opened_on')
    .orderBy('t.case_id')
    .limit(500)
    .execute();
  const cases = rows.map((r) => {
    const held = r.claimed_by !== null && r.lease_until !== null && r.lease_until > tx.at;
    return {
      personId: r.person_id,
      caseId: r.case_id,
      examinedOn: r.day,
      age: ageOn(r.birth_date, r.day),
      heldBy: held ? (r.name ?? r.claimed_by) : null,
      mine: held && r.claimed_by === tx.actor.userId,
    };
  });
  return { cases };
}
