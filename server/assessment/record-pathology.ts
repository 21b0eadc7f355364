import { randomUUID } from 'node:crypto';
import {
  type AssessmentResult,
  type PathologyConclusion,
  type Procedure,
  resultAfterPathology,
} from '#core/assessment/procedures';
import type { EpisodeOutcome } from '#core/invitation/episode';
import type { Day } from '#core/kernel/day';
import { ok, type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';
import { noteEpisode } from '#server/invitation/move-episode';
import { closeAssessment } from './close-assessment.ts';
import { insertAssessment } from './insert-assessment.ts';

type Marker = 'negative' | 'positive' | 'unknown';

export type RecordPathology = {
  readonly personId: string;
  readonly episodeId: string;
  /** The programme day when left out. */
  readonly reportedOn?: Day | undefined;
  readonly side: 'left' | 'right';
  readonly specimen: 'biopsy' | 'surgery';
  readonly conclusion: PathologyConclusion;
  readonly histology?: string | null;
  /** mm. */
  readonly sizeMm?: number | null;
  readonly grade?: number | null;
  readonly nodes?: Marker | null;
  readonly er?: Marker | null;
  readonly pr?: Marker | null;
  readonly her2?: Marker | null;
  /** Another answer of the same assessment is still to come: a benign one does not close the episode yet. */
  readonly moreAwaited?: boolean;
};

export type RecordedPathology = { readonly result: AssessmentResult; readonly outcome: EpisodeOutcome | null };

/**
 * An answer from pathology. While the assessment awaits it, a decided answer becomes the assessment's result and closes
 * the episode; after a cancer it is kept beside it (surgery). Refuses `not-found`, `nothing-awaited`, `in-the-future`.
 */
export async function recordPathology(tx: Tx, input: RecordPathology): Promise<Result<RecordedPathology>> {
  const { personId, episodeId } = input;
  const reportedOn = input.reportedOn ?? tx.today;
  if (reportedOn > tx.today)
    return refuse('in-the-future', `Reported on ${reportedOn}: expected a day not after ${tx.today}`);
  const episode = await tx.q
    .selectFrom('episode')
    .select(['state', 'outcome', 'centre_id'])
    .where('person_id', '=', personId)
    .where('episode_id', '=', episodeId)
    .forUpdate()
    .executeTakeFirst();
  if (!episode) return refuse('not-found', 'There is no such episode, or it belongs to another centre');
  const afterCancer = episode.outcome === 'cancer';
  const awaiting = episode.state === 'assessment' ? await awaitedAssessment(tx, personId, episodeId) : undefined;
  if (!afterCancer && !awaiting)
    return refuse('nothing-awaited', 'No answer from pathology is awaited for this episode');
  await insertPathology(tx, input, reportedOn);
  await noteEpisode(tx, { personId, episodeId }, 'pathology', {
    conclusion: input.conclusion,
    specimen: input.specimen,
  });
  if (!awaiting) return ok({ result: 'malignant', outcome: episode.outcome });
  const result = await decide(tx, input);
  if (result === 'awaiting-pathology') return ok({ result, outcome: null });
  const procedures = awaiting.procedures as Procedure[];
  const assessmentId = randomUUID();
  await insertAssessment(tx, { personId, episodeId, assessmentId, centreId: episode.centre_id, procedures, result });
  const outcome = await closeAssessment(tx, { personId, episodeId }, result);
  return outcome.ok ? ok({ result, outcome: outcome.value }) : outcome;
}

async function decide(tx: Tx, input: RecordPathology): Promise<AssessmentResult> {
  const answers = await tx.q
    .selectFrom('pathology')
    .select('conclusion')
    .where('person_id', '=', input.personId)
    .where('episode_id', '=', input.episodeId)
    .execute();
  const result = resultAfterPathology(answers.map((a) => a.conclusion));
  return input.moreAwaited && result !== 'malignant' ? 'awaiting-pathology' : result;
}

/** The latest assessment of the episode when it awaits pathology. */
async function awaitedAssessment(tx: Tx, personId: string, episodeId: string) {
  const latest = await tx.q
    .selectFrom('assessment')
    .select(['result', 'procedures'])
    .where('person_id', '=', personId)
    .where('episode_id', '=', episodeId)
    .orderBy('recorded_at', 'desc')
    // Rows of one transaction share the instant: a decided result supersedes the awaited one.
    .orderBy((e) => e('result', '=', 'awaiting-pathology'))
    .executeTakeFirst();
  return latest?.result === 'awaiting-pathology' ? latest : undefined;
}

async function insertPathology(tx: Tx, input: RecordPathology, reportedOn: Day): Promise<void> {
  await tx.q
    .insertInto('pathology')
    .values({
      person_id: input.personId,
      pathology_id: randomUUID(),
      episode_id: input.episodeId,
      reported_on: reportedOn,
      side: input.side,
      specimen: input.specimen,
      conclusion: input.conclusion,
      histology: input.histology ?? null,
      size_mm: input.sizeMm ?? null,
      grade: input.grade ?? null,
      nodes: input.nodes ?? null,
      er: input.er ?? null,
      pr: input.pr ?? null,
      her2: input.her2 ?? null,
    })
    .execute();
}
