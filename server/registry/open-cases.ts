import { sql } from 'kysely';
import type { Score } from '#core/protocols/facts';
import { type OpenTask, openTasks } from '#core/protocols/open-tasks';
import type { Protocol } from '#core/protocols/protocol';
import type { Tx } from '#server/db/transaction';

type OpenCase = {
  readonly person_id: string;
  readonly case_id: string;
  readonly centre_id: string;
  readonly opened_on: string;
  readonly reads: readonly {
    readonly step: string;
    readonly reader: string;
    readonly left: Score;
    readonly right: Score;
  }[];
};

type TaskRow = Omit<OpenCase, 'reads'> & {
  readonly step: string;
  readonly kind: OpenTask['kind'];
  readonly not_readers: readonly string[];
  readonly only_reader: string | null;
  readonly senior: boolean;
};

const BATCH = 2000;

/**
 * Gives the delivered cases that are still open (reads or consensus missing at the data cut) their tasks, so that work in
 * flight goes on here. The protocol's interpreter decides, as for a live case. Returns how many cases are open.
 */
export async function openCases(tx: Tx, protocol: Protocol, arm: string): Promise<number> {
  const { rows } = await sql<OpenCase>`
    select c.person_id, c.case_id, c.centre_id, c.opened_on, coalesce(r.reads, '[]') as reads
    from work_case w
    join reading_case c on c.person_id = w.person_id and c.case_id = w.case_id and c.state <> 'closed'
    left join lateral (
      select jsonb_agg(jsonb_build_object('step', step, 'reader', reader, 'left', score_left, 'right', score_right) order by step) as reads
      from (select distinct on (step) * from read where person_id = c.person_id and case_id = c.case_id order by step, revision desc) latest
    ) r on true
    order by c.opened_on, c.case_id`.execute(tx.q);
  for (let at = 0; at < rows.length; at += BATCH) await openSome(tx, rows.slice(at, at + BATCH), protocol, arm);
  return rows.length;
}

async function openSome(tx: Tx, cases: readonly OpenCase[], protocol: Protocol, arm: string): Promise<void> {
  const tasks: TaskRow[] = [];
  const inConsensus: string[] = [];
  for (const { reads, ...key } of cases) {
    const facts = { reads: reads.map((r) => ({ ...r, frozen: true })), consensus: [], ai: {}, items: {} };
    const opened = openTasks(protocol, arm, facts);
    if (opened.kind !== 'open')
      throw new Error(`case ${key.case_id} was derived as open, but the protocol says ${opened.kind}`);
    for (const { step, kind, not, only, senior } of opened.tasks) {
      tasks.push({ ...key, step, kind, not_readers: not, only_reader: only, senior });
      if (kind === 'consensus') inConsensus.push(key.case_id);
    }
  }
  const keys = JSON.stringify(cases.map(({ person_id, case_id }) => ({ person_id, case_id })));
  // A task that is open already keeps its lease; one whose read was delivered goes.
  await sql`
    delete from reading_task t using jsonb_to_recordset(${keys}::jsonb) as k (person_id uuid, case_id uuid)
    where t.person_id = k.person_id and t.case_id = k.case_id and not exists (
      select from jsonb_to_recordset(${JSON.stringify(tasks)}::jsonb) as n (case_id uuid, step text)
      where n.case_id = t.case_id and n.step = t.step)`.execute(tx.q);
  await sql`
    insert into reading_task (person_id, case_id, step, kind, centre_id, opened_on, not_readers, only_reader, senior)
    select person_id, case_id, step, kind, centre_id, opened_on, not_readers, only_reader, senior
    from jsonb_to_recordset(${JSON.stringify(tasks)}::jsonb) as n (person_id uuid, case_id uuid, step text, kind text,
      centre_id text, opened_on date, not_readers text[], only_reader text, senior boolean)
    on conflict (person_id, case_id, step) do update set not_readers = excluded.not_readers`.execute(tx.q);
  await sql`
    update reading_case c set state = case when c.case_id = any (${inConsensus}::uuid[]) then 'consensus' else 'reading' end
    from jsonb_to_recordset(${keys}::jsonb) as k (person_id uuid, case_id uuid)
    where c.person_id = k.person_id and c.case_id = k.case_id`.execute(tx.q);
}
