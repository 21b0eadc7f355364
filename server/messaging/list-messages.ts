import type { z } from 'zod';
import type { listMessages as contract } from '#contracts/messaging';
import type { Day } from '#core/kernel/day';
import { ok, type Result, refuse } from '#core/kernel/result';
import { parseReference } from '#core/messaging/reference';
import type { Tx } from '#server/db/transaction';

const PAGE = 50;

type Input = z.output<(typeof contract)['input']>;
type Output = z.input<(typeof contract)['output']>;

/** Messages that the actor may see, newest first, 50 a page. Refuses `bad-reference` when the check symbol is wrong. */
export async function listMessages(tx: Tx, filter: Input): Promise<Result<Output, 'bad-reference'>> {
  const reference = filter.reference ? parseReference(filter.reference) : undefined;
  if (filter.reference && !reference) {
    return refuse(
      'bad-reference',
      `"${filter.reference}" is no reference of ours: ten letters and digits, the last a check`,
    );
  }
  let query = tx.q.selectFrom('message as m').innerJoin('person as p', 'p.person_id', 'm.person_id');
  if (filter.state) query = query.where('m.state', '=', filter.state);
  if (filter.kind) query = query.where('m.kind', '=', filter.kind);
  if (filter.step) query = query.where('m.step', '=', filter.step);
  if (filter.day) query = query.where('m.decided_on', '=', filter.day);
  if (filter.personId) query = query.where('m.person_id', '=', filter.personId);
  if (reference) query = query.where('m.reference', '=', reference);
  const { total } = await query.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await query
    .select(messageColumns)
    .orderBy('m.decided_on', 'desc')
    .orderBy('m.message_id')
    .limit(PAGE)
    .offset((filter.page - 1) * PAGE)
    .execute();
  tx.record('message.list', null, { filter, rows: rows.length });
  return ok({ rows: rows.map(rowOf), total, pageSize: PAGE });
}

export const messageColumns = [
  'm.person_id',
  'm.message_id',
  'p.given_name',
  'p.family_name',
  'm.kind',
  'm.step',
  'm.state',
  'm.language',
  'm.content',
  'm.reference',
  'm.decided_on',
  'm.next_step_on',
  'm.last_error',
] as const;

type Row = {
  person_id: string;
  message_id: string;
  given_name: string | null;
  family_name: string | null;
  kind: Output['rows'][number]['kind'];
  step: string;
  state: Output['rows'][number]['state'];
  language: Output['rows'][number]['language'];
  content: { languageWanted?: Output['rows'][number]['language'] };
  reference: string;
  decided_on: Day;
  next_step_on: Day | null;
  last_error: string | null;
};

export function rowOf(row: Row): Output['rows'][number] {
  return {
    personId: row.person_id,
    messageId: row.message_id,
    name: [row.given_name, row.family_name].filter(Boolean).join(' '),
    kind: row.kind,
    step: row.step as Output['rows'][number]['step'],
    state: row.state,
    language: row.language,
    languageWanted: row.content.languageWanted ?? null,
    reference: row.reference,
    decidedOn: row.decided_on,
    nextStepOn: row.next_step_on,
    lastError: row.last_error,
  };
}
