import { sql } from 'kysely';
import { ok, type Result } from '#core/kernel/result';
import { type CaseOutcome, type Opened, type OpenTask, openTasks } from '#core/protocols/open-tasks';
import { moveEpisode } from '#server/invitation/move-episode';
import type { Tx } from '#server/db/transaction';
import { decideMessage } from '#server/messaging/decide-message';
import { type CaseKey, loadCase, type LoadedCase } from './load-case.ts';

const happening = { negative: 'read-negative', dismissed: 'dismissed', recall: 'recalled' } as const;

/**
 * Brings a case's state and open tasks in step with its facts, as the protocol says; called after every fact.
 * `locked`: the caller holds the case already. `known`: she holds it and knows all its facts, also the one just written.
 * A case that closes moves its episode and, when the answer is normal, decides the result letter, all in the caller's
 * transaction.
 */
export async function settleCase(
  tx: Tx,
  key: CaseKey,
  options: { readonly locked?: boolean; readonly known?: LoadedCase } = {},
): Promise<Result<Opened>> {
  const loaded = options.known ? ok(options.known) : await loadCase(tx, key, { lock: !options.locked });
  if (!loaded.ok) return loaded;
  const found = loaded.value;
  const opened = openTasks(found.protocol, found.arm, found.facts);
  if (found.state === 'closed') return ok(opened);
  const tasks = opened.kind === 'open' ? opened.tasks : [];
  await keepTasks(tx, found, tasks);
  if (opened.kind === 'closed') {
    const closed = await closeCase(tx, found, opened.outcome);
    return closed.ok ? ok(opened) : closed;
  }
  const deciding = tasks.some((t) => t.kind === 'consensus') || found.facts.consensus.some((c) => !c.frozen);
  const state = deciding ? 'consensus' : 'reading';
  if (state !== found.state) await setState(tx, found, { state });
  return ok(opened);
}

/** The queue rows of a case become exactly its open tasks; a task that stays open keeps its lease. */
async function keepTasks(tx: Tx, found: LoadedCase, tasks: readonly OpenTask[]): Promise<void> {
  const { personId, caseId, centreId, openedOn, held } = found;
  await sql`
    with task as (
      select * from jsonb_to_recordset(${JSON.stringify(tasks)}::jsonb)
        as t (step text, kind text, "not" text[], "only" text, senior boolean)
    ), gone as (
      delete from reading_task
      where person_id = ${personId} and case_id = ${caseId} and step not in (select step from task)
    )
    insert into reading_task as t (person_id, case_id, step, kind, centre_id, opened_on, not_readers, only_reader, senior, held)
    select ${personId}::uuid, ${caseId}::uuid, step, kind, ${centreId}, ${openedOn}::date, "not", "only", senior, ${held} from task
    on conflict (person_id, case_id, step) do update
    set not_readers = excluded.not_readers, only_reader = excluded.only_reader, senior = excluded.senior, held = excluded.held`.execute(
    tx.q,
  );
}

async function closeCase(tx: Tx, found: LoadedCase, outcome: CaseOutcome): Promise<Result<unknown>> {
  await setState(tx, found, { state: 'closed', outcome, closed_on: tx.today });
  tx.record('reading.case-closed', found.personId, { case: found.caseId, outcome });
  const { personId, episodeId, caseId } = found;
  const moved = await moveEpisode(tx, { personId, episodeId }, happening[outcome], { case: caseId });
  if (!moved.ok || outcome === 'recall') return moved;
  await decideMessage(tx, { personId, kind: 'result-normal', cause: `result:${caseId}`, episodeId });
  return moved;
}

async function setState(
  tx: Tx,
  found: LoadedCase,
  change: {
    readonly state: LoadedCase['state'];
    readonly outcome?: CaseOutcome | 'withdrawn';
    readonly closed_on?: string;
  },
): Promise<void> {
  await tx.q
    .updateTable('reading_case')
    .set({ ...change, version: found.version + 1 })
    .where('person_id', '=', found.personId)
    .where('case_id', '=', found.caseId)
    .execute();
}
