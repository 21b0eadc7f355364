import { randomUUID } from 'node:crypto';
import { type AssessmentResult, assessmentDayResult, type Procedure } from '#core/assessment/procedures';
import type { EpisodeOutcome } from '#core/invitation/episode';
import { ok, type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';
import { noteEpisode } from '#server/invitation/move-episode';
import { setStatus } from './change-assessment.ts';
import { closeAssessment } from './close-assessment.ts';
import { insertAssessment } from './insert-assessment.ts';

export type RecordAssessment = {
  readonly personId: string;
  readonly episodeId: string;
  readonly procedures: readonly Procedure[];
  /** What imaging shows; `biopsied` = the answer is pathology's. */
  readonly imaging: 'negative' | 'benign' | 'biopsied';
  readonly note?: string | null;
};

export type RecordedAssessment = {
  readonly assessmentId: string;
  readonly result: AssessmentResult;
  readonly outcome: EpisodeOutcome | null;
};

/**
 * What was done on the assessment day and what it showed; the actor is the assessor. With a biopsy the result awaits
 * pathology, without one the episode closes and she is told by letter. Refuses `not-found`, `not-recalled`, `no-time`
 * (no booked time today or earlier), `already-assessed`, and as assessmentDayResult.
 */
export async function recordAssessment(tx: Tx, input: RecordAssessment): Promise<Result<RecordedAssessment>> {
  const { personId, episodeId } = input;
  const result = assessmentDayResult(input.procedures, input.imaging);
  if (!result.ok) return result;
  const episode = await tx.q
    .selectFrom('episode')
    .select(['state', 'centre_id'])
    .where('person_id', '=', personId)
    .where('episode_id', '=', episodeId)
    .forUpdate()
    .executeTakeFirst();
  if (!episode) return refuse('not-found', 'There is no such episode, or it belongs to another centre');
  if (episode.state !== 'assessment')
    return refuse('not-recalled', `She is not in assessment (episode: ${episode.state})`);
  const appointment = await openTime(tx, input);
  if (!appointment.ok) return appointment;
  if (appointment.value) await setStatus(tx, { personId, appointmentId: appointment.value }, 'attended');
  const assessmentId = randomUUID();
  await insertAssessment(tx, { ...input, assessmentId, centreId: episode.centre_id, result: result.value });
  await noteEpisode(tx, { personId, episodeId }, 'assessed', { result: result.value, procedures: input.procedures });
  const outcome = await closeAssessment(tx, { personId, episodeId }, result.value);
  return outcome.ok ? ok({ assessmentId, result: result.value, outcome: outcome.value }) : outcome;
}

/** The time she came to; null when she is assessed again because pathology asked for more. */
async function openTime(tx: Tx, input: RecordAssessment): Promise<Result<string | null>> {
  const booked = await tx.q
    .selectFrom('assessment_appointment')
    .select(['appointment_id', 'day'])
    .where('person_id', '=', input.personId)
    .where('episode_id', '=', input.episodeId)
    .where('status', '=', 'booked')
    .forUpdate()
    .executeTakeFirst();
  if (booked && booked.day > tx.today)
    return refuse('no-time', `Her time is not until ${booked.day}`, { day: booked.day });
  if (booked) return ok(booked.appointment_id);
  const before = await tx.q
    .selectFrom('assessment')
    .select('assessment_id')
    .where('person_id', '=', input.personId)
    .where('episode_id', '=', input.episodeId)
    .executeTakeFirst();
  if (!before) return refuse('no-time', 'She has no time for assessment: book one first');
  const answers = await tx.q
    .selectFrom('pathology')
    .select('conclusion')
    .where('person_id', '=', input.personId)
    .where('episode_id', '=', input.episodeId)
    .execute();
  if (!answers.some((a) => a.conclusion === 'insufficient')) {
    return refuse('already-assessed', 'She has been assessed; the answer from pathology is awaited');
  }
  return ok(null);
}
