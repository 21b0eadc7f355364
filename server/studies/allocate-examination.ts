import { ok, type Result } from '#core/kernel/result';
import type { StudyPlan } from '#core/studies/study';
import type { Tx } from '#server/db/transaction';
import { allocate, assessNow, type DrawnFor, keepAssessment } from './assess-and-draw.ts';
import { type Allocated, drawnAhead } from './drawn-ahead.ts';
import { loadInputs } from './load-inputs.ts';
import { studiesRecruiting } from './studies-recruiting.ts';
import { takeDraw } from './take-draw.ts';

export type TakenImages = DrawnFor & { readonly episodeId: string };

/**
 * Which study's arm a woman's images are read in. Drawn for at check-in, that draw stands (drawn-ahead.ts). Else the studies that
 * recruit at the centre on that day are asked, in order of id, whether the images belong in them; the first that takes them decides.
 * What eligibility was decided from is kept for every study asked. The draw is made once for an examination, however often and by
 * however many this is called: who comes second waits and gets the same answer.
 */
export async function allocateExamination(tx: Tx, images: TakenImages): Promise<Result<Allocated | null>> {
  const ahead = await drawnAhead(tx, images);
  if (ahead) return ok(ahead.read);
  for (const plan of await studiesRecruiting(tx, images)) {
    const arm = await allocateIn(tx, plan, images);
    if (arm !== null) return ok({ protocol: plan.protocol, arm });
  }
  return ok(null);
}

async function allocateIn(tx: Tx, plan: StudyPlan, images: TakenImages): Promise<string | null> {
  const inputs = await loadInputs(tx, images);
  const found = await assessNow(tx, plan, images, inputs, plan.moment === 'check-in');
  if (!(await keepAssessment(tx, plan, images, found))) return armAlready(tx, plan, images);
  return found.eligible ? allocate(tx, plan, images, inputs) : null;
}

/** The answer that was given for these images before: null when they were not eligible then. */
async function armAlready(tx: Tx, plan: StudyPlan, { personId, examinationId }: TakenImages): Promise<string | null> {
  const row = await tx.q
    .selectFrom('allocation')
    .select(['subject', 'stratum'])
    .where('person_id', '=', personId)
    .where('study_id', '=', plan.id)
    .where('examination_id', '=', examinationId)
    .executeTakeFirst();
  if (!row) return null;
  return (await takeDraw(tx, plan, { ...row, levels: [], day: tx.today })).arm;
}
