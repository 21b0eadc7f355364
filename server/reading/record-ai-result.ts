import { sql } from 'kysely';
import type { Day } from '#core/kernel/day';
import { ok, type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';
import { settleCase } from './settle-case.ts';

/** One product's answer about one examination, on the product's own scale; `score` null = it could not analyse the images. */
export type NewAiResult = {
  readonly personId: string;
  readonly examinationId: string;
  readonly product: string;
  readonly version: string;
  readonly analysedOn: Day;
  readonly score: number | null;
  readonly left: number | null;
  readonly right: number | null;
};

/**
 * Keeps what an AI product said about an examination, once for each product and version: saying it again, or something
 * else, changes nothing (`fresh` false). An open case goes on, where its protocol waits for a machine; under the routine
 * protocol the result is kept and nobody who reads sees it. Refuses with `not-found`.
 */
export async function recordAiResult(tx: Tx, input: NewAiResult): Promise<Result<{ readonly fresh: boolean }>> {
  const { personId, examinationId, product, version, analysedOn, score, left, right } = input;
  const { rows: found } = await sql<{ caseId: string | null }>`
    select c.case_id as "caseId" from examination x
    left join (reading_case c join reading_protocol p on p.id = c.protocol_id and p.version = c.protocol_version
      and jsonb_path_exists(p.definition, '$.arms.*.steps[*].ai'))
      on c.person_id = x.person_id and c.examination_id = x.examination_id and c.state <> 'closed'
    where x.person_id = ${personId} and x.examination_id = ${examinationId}`.execute(tx.q);
  // The case is named only where its protocol asks a machine: most ask none.
  const [examination] = found;
  if (!examination) return refuse('not-found', 'There is no such examination');
  const { rows: kept } = await sql`
    insert into ai_result (person_id, examination_id, product, version, analysed_on, score, score_left, score_right)
    values (${personId}, ${examinationId}, ${product}, ${version}, ${analysedOn}, ${score}, ${left}, ${right})
    on conflict (person_id, examination_id, product, version) do nothing
    returning product`.execute(tx.q);
  if (kept.length === 0) return ok({ fresh: false });
  // The score itself stays out of the log: who may look in the log need not be one who may know it.
  tx.record('reading.ai-result', personId, { examination: examinationId, product, version });
  if (!examination.caseId) return ok({ fresh: true });
  const settled = await settleCase(tx, { personId, caseId: examination.caseId });
  return settled.ok ? ok({ fresh: true }) : settled;
}
