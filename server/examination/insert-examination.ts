import { randomUUID } from 'node:crypto';
import type { ExaminationDecision, ExaminationReport } from '#core/examination/result';
import type { ViewReport } from '#core/examination/views';
import type { Tx } from '#server/db/transaction';
import type { CheckedInAppointment } from './lock-checked-in.ts';

export type NewExamination = {
  readonly examinationId: string;
  readonly appointment: CheckedInAppointment;
  readonly report: ExaminationReport & { readonly personId: string; readonly modality: 'DM' | 'DBT' };
  readonly decision: ExaminationDecision;
  /** The radiographer. */
  readonly by: string;
};

/** Writes the session and its four views. Comment codes of an image: `criterion:minor`, `criterion:not-met`, `retake:why`. */
export async function insertExamination(tx: Tx, { examinationId, appointment, report, decision, by }: NewExamination) {
  const { personId } = report;
  await tx.q
    .insertInto('examination')
    .values({
      person_id: personId,
      examination_id: examinationId,
      episode_id: appointment.episode_id,
      appointment_id: appointment.appointment_id,
      centre_id: appointment.centre_id,
      unit_id: appointment.unit_id,
      day: tx.today,
      radiographer: by,
      modality: report.modality,
      result: decision.result,
      symptoms: decision.symptoms,
      implants: decision.implants,
      interview: JSON.stringify(report.interview),
    })
    .execute();
  const images = report.views.map((view, i) => ({
    person_id: personId,
    examination_id: examinationId,
    image_id: randomUUID(),
    view: view.view,
    taken: view.taken,
    missing_reason: view.taken ? null : view.missing,
    retakes: view.taken ? view.retakes : 0,
    quality: decision.classes[i] ?? null,
    quality_comments: commentsOf(view),
  }));
  await tx.q.insertInto('image').values(images).execute();
}

function commentsOf(view: ViewReport): string[] {
  if (!view.taken) return [];
  const deviations = (view.deviations ?? []).map((d) => `${d.criterion}:${d.degree}`);
  return [...deviations, ...view.retakeReasons.map((reason) => `retake:${reason}`)];
}
