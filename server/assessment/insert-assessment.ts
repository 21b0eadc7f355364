import type { AssessmentResult, Procedure } from '#core/assessment/procedures';
import type { Tx } from '#server/db/transaction';

export type NewAssessment = {
  readonly personId: string;
  readonly episodeId: string;
  readonly assessmentId: string;
  readonly centreId: string;
  readonly procedures: readonly Procedure[];
  readonly result: AssessmentResult;
  readonly note?: string | null;
};

/** Appends an assessment; the latest row of an episode counts. */
export async function insertAssessment(tx: Tx, row: NewAssessment): Promise<void> {
  await tx.q
    .insertInto('assessment')
    .values({
      person_id: row.personId,
      assessment_id: row.assessmentId,
      episode_id: row.episodeId,
      centre_id: row.centreId,
      day: tx.today,
      assessor: tx.actor.userId,
      procedures: [...row.procedures],
      result: row.result,
      note: row.note ?? null,
    })
    .execute();
}
