import { randomUUID } from 'node:crypto';
import {
  decideExamination,
  type ExaminationDecision,
  type ExaminationReport,
  type ExaminationResult,
} from '#core/examination/result';
import type { ImageQuality } from '#core/examination/views';
import { addDays, type Day } from '#core/kernel/day';
import { ok, type Result, refuse } from '#core/kernel/result';
import { fits } from '#core/studies/images';
import { examinationRules } from '#programmes/breast-no/examination';
import type { Tx } from '#server/db/transaction';
import { type Appointment, changeAppointment, noteScreened } from '#server/invitation/change-appointment';
import { moveEpisode } from '#server/invitation/move-episode';
import { openCase } from '#server/reading/open-case';
import { type ImagesToTake, imagesToTake } from '#server/studies/images-to-take';
import { noteOtherImages } from '#server/studies/note-other-images';
import { bookNewTime, type NewTime } from './book-new-time.ts';
import { insertExamination } from './insert-examination.ts';
import { lockCheckedIn } from './lock-checked-in.ts';

export type RecordExamination = ExaminationReport & {
  readonly personId: string;
  readonly appointmentId: string;
  /** The version of the appointment that the radiographer saw. */
  readonly version: number;
  readonly modality: 'DM' | 'DBT';
  /** Why other images were taken than those that a study drew for her. */
  readonly otherImagesBecause?: string | undefined;
};

/** When an examination is entered afterwards: the day it was made, and who made it. */
export type MadeEarlier = { readonly day: Day; readonly by: string };

export type RecordedExamination = {
  readonly examinationId: string;
  readonly result: ExaminationResult;
  readonly quality: ImageQuality | null;
  /** After a technical recall: the new time, null when no time is free. */
  readonly newTime: NewTime | null;
};

/**
 * Records an imaging session: interview, views and quality, result; the appointment is screened, the images go to
 * reading. A technical recall opens no reading case: she is given a new time and told by letter. The actor is the
 * radiographer, unless it was `made` earlier. Refuses `not-found`, `not-checked-in`, `already-examined`, `not-as-drawn` (a
 * study drew other images, and it is not said why these were taken), and as changeAppointment (`changed-by-other`) and
 * decideExamination.
 */
export async function recordExamination(
  tx: Tx,
  input: RecordExamination,
  made: MadeEarlier = { day: tx.today, by: tx.actor.userId },
): Promise<Result<RecordedExamination>> {
  // What happened carries the day it happened; what follows from it (reading, a new time) begins today.
  const then = { ...tx, today: made.day };
  const appointment = await lockCheckedIn(tx, input);
  if (!appointment.ok) return appointment;
  const decided = decideExamination(input, examinationRules, made.day);
  if (!decided.ok) return decided;
  const decision = decided.value;
  const { episode_id: episodeId, centre_id: centreId } = appointment.value;
  const key = { personId: input.personId, episodeId };
  // The images that are read are those that a study drew for; images that must be taken anew are not.
  const drawn = decision.result === 'technical-recall' ? undefined : await imagesToTake(tx, key);
  const others = otherImages(drawn, input);
  if (!others.ok) return others;
  const examinationId = drawn?.examinationId ?? randomUUID();
  await insertExamination(then, {
    examinationId,
    appointment: appointment.value,
    report: input,
    decision,
    by: made.by,
  });
  const changed = await changeAppointment(then, input, decision.result === 'complete' ? 'screen' : 'screen-partially');
  if (!changed.ok) return changed;
  if (decision.result === 'partial') await noteScreened(tx, input.personId, changed.value.day);
  if (drawn && others.value !== null)
    await noteOtherImages(then, {
      personId: input.personId,
      centreId,
      drawn,
      taken: input.modality,
      because: others.value,
    });
  const moved = await moveEpisode(then, key, 'images-taken', detailOf(examinationId, input.modality, decision));
  if (!moved.ok) return moved;
  const answer = { examinationId, result: decision.result, quality: decision.quality };
  if (decision.result === 'technical-recall') return recallTechnically(tx, changed.value, answer);
  const opened = await openCase(tx, { ...key, examinationId, centreId, unitId: changed.value.unitId, day: made.day });
  return opened.ok ? ok({ ...answer, newTime: null }) : opened;
}

/** Why other images were taken than those drawn; null when they are those, or nothing was drawn. */
function otherImages(
  drawn: ImagesToTake | undefined,
  { modality, otherImagesBecause }: RecordExamination,
): Result<string | null, 'not-as-drawn'> {
  if (!drawn || fits(drawn.modality, modality)) return ok(null);
  if (otherImagesBecause !== undefined) return ok(otherImagesBecause);
  const what = `The study drew ${drawn.modality} and ${modality} was taken: say why`;
  return refuse('not-as-drawn', what, { drawn: drawn.modality, taken: modality });
}

async function recallTechnically(
  tx: Tx,
  appointment: Appointment,
  answer: Omit<RecordedExamination, 'newTime'>,
): Promise<Result<RecordedExamination>> {
  const { personId, episodeId, unitId } = appointment;
  const back = await moveEpisode(tx, { personId, episodeId }, 'images-inadequate', {
    examination: answer.examinationId,
  });
  if (!back.ok) return back;
  const from = addDays(tx.today, examinationRules.technicalRecallAfterDays);
  const newTime = await bookNewTime(
    tx,
    { personId, episodeId, unitId, instead: appointment, from },
    'technical-recall',
  );
  return ok({ ...answer, newTime });
}

function detailOf(examinationId: string, modality: string, decision: ExaminationDecision) {
  return {
    examination: examinationId,
    modality,
    result: decision.result,
    ...(decision.mayRecallOnSymptoms ? { symptoms: true } : {}),
  };
}
