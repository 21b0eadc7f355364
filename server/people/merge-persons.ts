import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Day } from '#core/kernel/day';
import { ok, type Result, refuse } from '#core/kernel/result';
import { compareRecords, type MergeObstacle, numberedRounds } from '#core/people/merge-persons';
import { classifyCancers } from '#server/cancers/classify-cancers';
import { byProgramme } from '#server/db/by-programme';
import type { Tx } from '#server/db/transaction';
import { noteLastInvited } from '#server/invitation/move-episode';
import { loadRecord } from './load-record.ts';
import { moveRows } from './move-rows.ts';
import { settleOnlyOne } from './settle-only-one.ts';

const obstacles: Readonly<Record<MergeObstacle, string>> = {
  'same-record': 'That is one record, not two',
  'both-open': 'Both records have an open round: withdraw or close one of them first',
  'both-times': 'Both records have a time to come: cancel one of them first',
  'seen-after-death':
    'One record is of a dead woman, and the other was seen after that: clear it with the population register first',
};

type Pair = { readonly survivorId: string; readonly mergedId: string };

/**
 * Makes two records of one woman one: everything that was the merged record's becomes the survivor's, with both identity
 * numbers, in this transaction; rounds are numbered anew by the day they were opened. The merged record stays as a row
 * that only says whose it became. Cannot be undone. Refuses with `not-found`, an obstacle of the core's rule, or `clash`
 * when both have what only one may have.
 */
export async function mergePersons(tx: Tx, { survivorId, mergedId }: Pair): Promise<Result<{ readonly done: true }>> {
  await tx.q
    .selectFrom('person')
    .select('person_id')
    .where('person_id', 'in', [survivorId, mergedId])
    .orderBy('person_id')
    .forUpdate()
    .execute();
  const survivor = await loadRecord(tx, survivorId);
  if (!survivor.ok) return survivor;
  const merged = await loadRecord(tx, mergedId);
  if (!merged.ok) return merged;
  const [obstacle] = compareRecords(survivor.value, merged.value).obstacles;
  if (obstacle) return refuse(obstacle, obstacles[obstacle]);
  // What a request may only add to is moved by the programme's own hand; who asked for it stands in the audit log.
  const moved = await byProgramme(tx, async () => {
    const rows = await everything(tx, { survivorId, mergedId });
    if (rows.ok) await classifyCancers(tx, { personIds: [survivorId] });
    return rows;
  });
  if (!moved.ok) return moved;
  tx.record('person.merged', survivorId, { merged: mergedId, rows: moved.value });
  tx.record('person.merged', mergedId, { into: survivorId });
  return ok({ done: true });
}

/** Moves every row and gives how many there were of each table. */
async function everything(tx: Tx, pair: Pair): Promise<Result<Readonly<Record<string, number>>, 'clash'>> {
  const { survivorId, mergedId } = pair;
  await settleOnlyOne(tx, { from: mergedId, to: survivorId });
  await sql`update identity_number set current = false where person_id = ${mergedId}`.execute(tx.q);
  const moved = await moveRows(tx, mergedId, survivorId);
  if (!moved.ok) return moved;
  await onePerson(tx, pair);
  await numberRounds(tx, survivorId);
  await noteLastInvited(tx, survivorId);
  await sql`
    insert into person_event (person_id, event_id, happened_on, kind, detail) values
      (${survivorId}, ${randomUUID()}, ${tx.today}, 'merge', ${JSON.stringify({ merged: mergedId })}),
      (${mergedId}, ${randomUUID()}, ${tx.today}, 'merge', ${JSON.stringify({ into: survivorId })})`.execute(tx.q);
  return moved;
}

/** The survivor's word stands; what only the merged record knows is added. The merged row keeps nothing that names her. */
async function onePerson(tx: Tx, { survivorId, mergedId }: Pair): Promise<void> {
  await sql`
    update person s set last_screened_on = greatest(s.last_screened_on, m.last_screened_on),
      earlier_screening_on = greatest(s.earlier_screening_on, m.earlier_screening_on),
      phone = coalesce(s.phone, m.phone), needs = m.needs || s.needs, version = s.version + 1
    from person m where s.person_id = ${survivorId} and m.person_id = ${mergedId}`.execute(tx.q);
  await sql`
    update person set kind = 'merged', merged_into = ${survivorId}, identity_number = null, given_name = null, family_name = null,
      address = null, phone = null, needs = '{}', last_screened_on = null, last_invited_on = null, earlier_screening_on = null, version = version + 1
    where person_id = ${mergedId}`.execute(tx.q);
  await sql`update person set merged_into = ${survivorId} where merged_into = ${mergedId}`.execute(tx.q);
}

async function numberRounds(tx: Tx, personId: string): Promise<void> {
  const { rows } = await sql<{ episodeId: string; openedOn: Day }>`
    select episode_id as "episodeId", opened_on as "openedOn" from episode where person_id = ${personId}`.execute(tx.q);
  await sql`update episode set number = number + 1000000 where person_id = ${personId}`.execute(tx.q);
  await sql`
    update episode e set number = n.number,
      prevalent = e.prevalent and not exists (
        select from examination x where x.person_id = e.person_id and x.result <> 'technical-recall' and x.day < e.opened_on)
    from jsonb_to_recordset(${JSON.stringify(numberedRounds(rows))}::jsonb) as n ("episodeId" uuid, number integer)
    where e.person_id = ${personId} and e.episode_id = n."episodeId"`.execute(tx.q);
}
