import { randomUUID } from 'node:crypto';
import type { Day } from '#core/kernel/day';
import { ok, type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';
import { followed } from './monitored.ts';

export type Deviation = {
  readonly studyId: string;
  readonly examinationId: string;
  readonly kind: 'consent' | 'eligibility' | 'images' | 'reading' | 'assessment' | 'data' | 'other';
  readonly words: string;
  readonly happenedOn: string;
};

/** Enters a departure from the protocol. Refuses `not-found` (study), `no-role`, `not-yours`, `not-in-study` (the examination, or not hers to see), `in-future`. */
export async function recordDeviation(tx: Tx, input: Deviation): Promise<Result<{ readonly deviationId: string }>> {
  const may = await followed(tx, input.studyId);
  if (!may.ok) return may;
  if (!may.value.sight.enters) return refuse('not-yours', 'Departures are entered by those who carry the study out');
  if (input.happenedOn > tx.today) return refuse('in-future', 'It cannot have happened after today');
  const row = await tx.q
    .selectFrom('allocation')
    .select(['person_id', 'centre_id'])
    .where('study_id', '=', input.studyId)
    .where('examination_id', '=', input.examinationId)
    .executeTakeFirst();
  if (!row) return refuse('not-in-study', 'That examination is not in the study, or belongs to another centre');
  const deviationId = randomUUID();
  await tx.q
    .insertInto('study_deviation')
    .values({
      person_id: row.person_id,
      deviation_id: deviationId,
      study_id: input.studyId,
      examination_id: input.examinationId,
      centre_id: row.centre_id,
      kind: input.kind,
      words: input.words,
      happened_on: input.happenedOn as Day,
      recorded_on: tx.today,
      recorded_by: tx.actor.userId,
    })
    .execute();
  tx.record('study.deviation', row.person_id, { study: input.studyId, kind: input.kind });
  return ok({ deviationId });
}
