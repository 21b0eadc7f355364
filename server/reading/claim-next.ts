import { sql } from 'kysely';
import { ok, type Result } from '#core/kernel/result';
import { readingRules } from '#programmes/breast-no/reading';
import type { Tx } from '#server/db/transaction';
import { claimable } from './claimable.ts';
import { actingReader, type Reader } from './reader.ts';
import { type ShownCase, showCase } from './show-case.ts';

export type ClaimedTask = { readonly personId: string; readonly caseId: string; readonly step: string };

/**
 * Gives the acting reader one case to read: the one she has already, else the oldest of her centre that she has not read
 * and that no one else holds. null when there is none. The lease is short; a lease that has run out is free for others.
 * Cases in `skip` are given back and come last, when nothing else is left.
 */
export async function claimNext(
  tx: Tx,
  { skip = [] }: { readonly skip?: readonly string[] } = {},
): Promise<Result<ShownCase | null>> {
  const reader = await actingReader(tx, { lock: true });
  if (!reader.ok) return reader;
  if (skip.length > 0) await giveBack(tx, reader.value, skip);
  const task =
    (await resume(tx, reader.value)) ??
    (await takeOldest(tx, reader.value, skip)) ??
    (skip.length > 0 ? await takeOldest(tx, reader.value, []) : undefined);
  return task ? showCase(tx, task, task.step, reader.value) : ok(null);
}

async function giveBack(tx: Tx, reader: Reader, skip: readonly string[]): Promise<void> {
  await tx.q
    .updateTable('reading_task')
    .set({ claimed_by: null, lease_until: null })
    .where('claimed_by', '=', reader.id)
    .where('case_id', 'in', skip)
    .execute();
}

async function resume(tx: Tx, reader: Reader): Promise<ClaimedTask | undefined> {
  const { rows } = await sql<ClaimedTask>`
    update reading_task set lease_until = now() + make_interval(mins => ${readingRules.leaseMinutes})
    where claimed_by = ${reader.id} and kind = 'read' and not held
    returning person_id as "personId", case_id as "caseId", step`.execute(tx.q);
  return rows[0];
}

/** `skip locked`: fifty readers asking at once each get a different row and none waits for another. */
async function takeOldest(tx: Tx, reader: Reader, skip: readonly string[]): Promise<ClaimedTask | undefined> {
  const notSkipped = skip.length > 0 ? sql`and t.case_id <> all (${[...skip]}::uuid[])` : sql``;
  const { rows } = await sql<ClaimedTask>`
    with next as (
      select t.person_id, t.case_id, t.step from reading_task t
      where ${claimable(reader)} ${notSkipped}
      order by t.opened_on, t.case_id, t.step
      limit 1
      for update skip locked
    )
    update reading_task t
    set claimed_by = ${reader.id}, lease_until = now() + make_interval(mins => ${readingRules.leaseMinutes})
    from next where t.person_id = next.person_id and t.case_id = next.case_id and t.step = next.step
    returning t.person_id as "personId", t.case_id as "caseId", t.step`.execute(tx.q);
  return rows[0];
}
