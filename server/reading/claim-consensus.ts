import { sql } from 'kysely';
import { type Result, refuse } from '#core/kernel/result';
import { readingRules } from '#programmes/breast-no/reading';
import type { Tx } from '#server/db/transaction';
import type { CaseKey } from './load-case.ts';
import { actingReader } from './reader.ts';
import { type ShownCase, showCase } from './show-case.ts';

/** Opens a case for consensus: the acting radiologist leads it, with a lease. Refuses with `open-elsewhere` (who has it) or `not-open`. */
export async function claimConsensus(tx: Tx, input: CaseKey): Promise<Result<ShownCase>> {
  const reader = await actingReader(tx, { lock: true });
  if (!reader.ok) return reader;
  const { rows } = await sql<{ step: string }>`
    update reading_task set claimed_by = ${reader.value.id}, lease_until = now() + make_interval(mins => ${readingRules.consensusLeaseMinutes})
    where person_id = ${input.personId} and case_id = ${input.caseId} and kind = 'consensus' and not held
      and centre_id = ${reader.value.centreId}
      and (claimed_by is null or claimed_by = ${reader.value.id} or lease_until < now())
    returning step`.execute(tx.q);
  const step = rows[0]?.step;
  if (step) return showCase(tx, input, step, reader.value);
  const other = await tx.q
    .selectFrom('reading_task')
    .leftJoin('staff_user', 'staff_user.id', 'reading_task.claimed_by')
    .select(['staff_user.name'])
    .where('person_id', '=', input.personId)
    .where('case_id', '=', input.caseId)
    .where('kind', '=', 'consensus')
    .where('held', '=', false)
    .executeTakeFirst();
  if (other)
    return refuse('open-elsewhere', `${other.name ?? 'Another radiologist'} has this case open`, {
      who: other.name ?? '',
    });
  return refuse('not-open', 'This case is not waiting for consensus');
}
