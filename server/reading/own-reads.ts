import type { OutputOf } from '#contracts/endpoint';
import type { ownReads as ownReadsContract } from '#contracts/reading';
import { addDays, ageOn } from '#core/kernel/day';
import type { Score } from '#core/protocols/facts';
import { isFrozen } from '#core/reading/freeze';
import type { Tx } from '#server/db/transaction';

type OwnReads = OutputOf<typeof ownReadsContract>;

/** The acting reader's own reads of the last `days`, newest first, and the outcome of those that are closed. */
export async function ownReads(tx: Tx, days = 7): Promise<OwnReads> {
  const rows = await tx.q
    .selectFrom('read as r')
    .innerJoin('reading_case as c', (j) =>
      j.onRef('c.person_id', '=', 'r.person_id').onRef('c.case_id', '=', 'r.case_id'),
    )
    .innerJoin('examination as x', (j) =>
      j.onRef('x.person_id', '=', 'c.person_id').onRef('x.examination_id', '=', 'c.examination_id'),
    )
    .innerJoin('person as p', 'p.person_id', 'r.person_id')
    .select([
      'r.person_id',
      'r.case_id',
      'r.step',
      'r.revision',
      'r.score_left',
      'r.score_right',
      'r.findings',
      'r.day',
      'r.frozen_from',
    ])
    .select(['r.recorded_at', 'x.day as examined_on', 'p.birth_date', 'c.outcome'])
    .where('r.reader', '=', tx.actor.userId)
    .where('r.day', '>', addDays(tx.today, -days))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('read as later')
            .select('later.step')
            .whereRef('later.person_id', '=', 'r.person_id')
            .whereRef('later.case_id', '=', 'r.case_id')
            .whereRef('later.step', '=', 'r.step')
            .whereRef('later.revision', '>', 'r.revision'),
        ),
      ),
    )
    .orderBy('r.day', 'desc')
    .orderBy('r.recorded_at', 'desc')
    .limit(200)
    .execute();
  const now = { instant: tx.at.getTime(), today: tx.today };
  const reads = rows.map((r) => ({
    personId: r.person_id,
    caseId: r.case_id,
    step: r.step,
    revision: r.revision,
    left: r.score_left as Score,
    right: r.score_right as Score,
    findings: r.findings,
    day: r.day,
    at: r.recorded_at.toISOString(),
    changeableUntil:
      r.frozen_from && !isFrozen({ day: r.day, frozenFrom: r.frozen_from.getTime() }, now)
        ? r.frozen_from.toISOString()
        : null,
    examinedOn: r.examined_on,
    age: ageOn(r.birth_date, r.examined_on),
    outcome: r.outcome,
  }));
  return { reads };
}
