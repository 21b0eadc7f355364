import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { type AiAnswer, checkAnswer } from '#core/ai/answer';
import { percentileOf } from '#core/ai/percentile';
import type { Day } from '#core/kernel/day';
import { ok, type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';
import { settleCase } from '#server/reading/settle-case';
import { loadProduct } from './load-product.ts';

/** How a product came to its answer, or failed to. */
type AiRun = {
  readonly runId: string;
  readonly arrived: 'push' | 'direct';
  readonly modelHash?: string | undefined;
  readonly thresholdSet?: string | undefined;
  /** The images it was given: instance UID and, where known, a hash of what was sent. */
  readonly inputs?: readonly { readonly image: string; readonly sha256?: string | undefined }[] | undefined;
  readonly startedAt?: string | undefined;
  readonly finishedAt?: string | undefined;
};

/** What one product says about one examination: an answer on its own scale, or why it has none. */
export type NewAiResult = {
  readonly personId: string;
  readonly examinationId: string;
  readonly product: string;
  readonly version: string;
  readonly analysedOn: Day;
  readonly run?: AiRun | undefined;
} & ({ readonly answer: AiAnswer } | { readonly failure: string });

/**
 * Keeps what an AI product said about an examination with the record of its run; one answer for each product and version:
 * saying it again, or something else, changes nothing (`fresh` false). An open case goes on, where its protocol waits for
 * a machine; under the routine protocol the result is kept and nobody who reads sees it. Refuses with `unknown-product`,
 * `unknown-version`, `invalid-score`, `invalid-item` or `examination-not-found`.
 */
export async function recordAiResult(tx: Tx, input: NewAiResult): Promise<Result<{ readonly fresh: boolean }>> {
  const { personId, examinationId, product, version } = input;
  const known = await loadProduct(tx, product, version);
  if (!known.ok) return known;
  const checked = 'answer' in input ? checkAnswer(input.answer, known.value) : ok(null);
  if (!checked.ok) return checked;
  const { rows } = await sql<{ caseId: string | null }>`
    select c.case_id as "caseId" from examination x
    left join (reading_case c join reading_protocol p on p.id = c.protocol_id and p.version = c.protocol_version
      and jsonb_path_exists(p.definition, '$.arms.*.steps[*].ai'))
      on c.person_id = x.person_id and c.examination_id = x.examination_id and c.state <> 'closed'
    where x.person_id = ${personId} and x.examination_id = ${examinationId}`.execute(tx.q);
  // The case is named only where its protocol asks a machine: most ask none.
  const [examination] = rows;
  if (!examination) return refuse('examination-not-found', 'There is no such examination', { where: 'examination' });
  const run: AiRun = input.run ?? { runId: randomUUID(), arrived: 'direct' };
  if (checked.value) {
    const { calibration, higherIs } = known.value;
    const pct = calibration ? percentileOf(checked.value.score, calibration.points, higherIs) : null;
    const kept = await keepAnswer(tx, input, run, checked.value, { pct, calibrationId: calibration?.id ?? null });
    if (!kept) return ok({ fresh: false });
  }
  await keepRun(tx, input, run);
  // The score itself stays out of the log: who may look in the log need not be one who may know it.
  tx.record('reading.ai-result', personId, { examination: examinationId, product, version });
  if (!examination.caseId) return ok({ fresh: true });
  const settled = await settleCase(tx, { personId, caseId: examination.caseId });
  return settled.ok ? ok({ fresh: true }) : settled;
}

type Place = { readonly pct: number | null; readonly calibrationId: string | null };

async function keepAnswer(tx: Tx, input: NewAiResult, run: AiRun, answer: AiAnswer, place: Place): Promise<boolean> {
  const { normalTag, density, quality, risk } = answer;
  const extras = Object.entries({ normalTag, density, quality, risk }).filter(([, value]) => value !== undefined);
  const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value));
  const kept = await tx.q
    .insertInto('ai_result')
    .values({
      person_id: input.personId,
      examination_id: input.examinationId,
      product: input.product,
      version: input.version,
      analysed_on: input.analysedOn,
      score: answer.score,
      score_left: answer.left ?? null,
      score_right: answer.right ?? null,
      run_id: run.runId,
      received_at: tx.at,
      pct: place.pct,
      calibration_id: place.calibrationId,
      views: json(answer.views),
      extras: extras.length > 0 ? json(Object.fromEntries(extras)) : null,
      marks: json(answer.marks),
    })
    .onConflict((c) => c.doNothing())
    .returning('product')
    .executeTakeFirst();
  return kept !== undefined;
}

async function keepRun(tx: Tx, input: NewAiResult, run: AiRun): Promise<void> {
  await tx.q
    .insertInto('ai_run')
    .values({
      person_id: input.personId,
      examination_id: input.examinationId,
      product: input.product,
      run_id: run.runId,
      version: input.version,
      arrived: run.arrived,
      day: tx.today,
      received_at: tx.at,
      model_hash: run.modelHash ?? null,
      threshold_set: run.thresholdSet ?? null,
      inputs: JSON.stringify(run.inputs ?? []),
      started_at: run.startedAt ?? null,
      finished_at: run.finishedAt ?? null,
      failure: 'failure' in input ? input.failure : null,
    })
    .execute();
}
