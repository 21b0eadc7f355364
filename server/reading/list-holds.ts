import type { OutputOf } from '#contracts/endpoint';
import type { setAsideCases } from '#contracts/reading';
import { addDays } from '#core/kernel/day';
import { readingRules } from '#programmes/breast-no/reading';
import type { Tx } from '#server/db/transaction';

/** Cases of the actor's centres that are set aside or wait for earlier images, longest first. */
export async function listHolds(tx: Tx): Promise<OutputOf<typeof setAsideCases>> {
  const holds = await tx.q
    .selectFrom('reading_hold as h')
    .innerJoin('reading_case as c', (j) =>
      j.onRef('c.person_id', '=', 'h.person_id').onRef('c.case_id', '=', 'h.case_id'),
    )
    .leftJoin('staff_user as s', 's.id', 'h.reader')
    .select([
      'h.person_id as personId',
      'h.case_id as caseId',
      'h.hold_id as holdId',
      'h.kind',
      'h.reason',
      'h.day',
      'c.opened_on as openedOn',
    ])
    .select(({ fn, ref }) => fn.coalesce('s.name', ref('h.reader')).as('reader'))
    .where('h.released_on', 'is', null)
    .where('c.state', '<>', 'closed')
    .orderBy('h.day')
    .orderBy('h.hold_id')
    .limit(500)
    .execute();
  return {
    holds: holds.map((h) => ({
      ...h,
      until: h.kind === 'priors' ? addDays(h.day, readingRules.priorsLimitDays) : null,
    })),
  };
}
