import { type Deviation, imageClass, type ImageQuality, projectionOf, type View } from '#core/examination/views';
import { ok, type Result, refuse } from '#core/kernel/result';
import { examinationRules } from '#programmes/breast-no/examination';
import type { Tx } from '#server/db/transaction';

export type GradeImages = {
  readonly sampleId: string;
  readonly personId: string;
  readonly examinationId: string;
  readonly views: readonly { readonly view: View; readonly deviations: readonly Deviation[] }[];
};

export type GradedImage = {
  readonly view: View;
  readonly audit: ImageQuality;
  /** What the radiographer had given; known to the grader only now. */
  readonly own: ImageQuality | null;
};

/**
 * A peer grades the images of a sampled examination, once. The class of each follows from what is lacking, by the
 * programme's criteria. Returns both grades, for learning. Refuses `not-found`, `own-images`, `already-graded`,
 * `views-incomplete` and `unknown-criterion`.
 */
export async function gradeImages(tx: Tx, input: GradeImages): Promise<Result<{ images: readonly GradedImage[] }>> {
  const { personId, examinationId, sampleId } = input;
  const key = { person_id: personId, sample_id: sampleId, examination_id: examinationId };
  const found = await tx.q
    .selectFrom('image_sample_case')
    .select(['radiographer', 'grader'])
    .where('person_id', '=', personId)
    .where('sample_id', '=', sampleId)
    .where('examination_id', '=', examinationId)
    .forUpdate()
    .executeTakeFirst();
  if (!found) return refuse('not-found', 'There is no such examination in the sample');
  if (found.radiographer === tx.actor.userId) return refuse('own-images', 'One does not audit one’s own images');
  if (found.grader !== null) return refuse('already-graded', `Graded already by ${found.grader}`);
  const own = await tx.q
    .selectFrom('image')
    .select(['view', 'quality'])
    .where('person_id', '=', personId)
    .where('examination_id', '=', examinationId)
    .where('taken', '=', true)
    .execute();
  const fault = checkGrades(input, own);
  if (fault) return fault;
  const images = input.views.map(({ view, deviations }) => ({
    view,
    audit: imageClass(deviations, examinationRules.criteria),
    own: own.find((one) => one.view === view)?.quality ?? null,
  }));
  const rows = images.map(({ view, audit }) => {
    const deviations = input.views.find((one) => one.view === view)?.deviations ?? [];
    return { ...key, view, quality: audit, comments: deviations.map((d) => `${d.criterion}:${d.degree}`) };
  });
  await tx.q
    .updateTable('image_sample_case')
    .set({ grader: tx.actor.userId, graded_on: tx.today })
    .where('person_id', '=', personId)
    .where('sample_id', '=', sampleId)
    .where('examination_id', '=', examinationId)
    .execute();
  await tx.q.insertInto('image_audit').values(rows).execute();
  tx.record('image-audit.graded', personId, { sample: sampleId, examination: examinationId });
  return ok({ images });
}

function checkGrades(input: GradeImages, taken: readonly { readonly view: View }[]): Result<never> | undefined {
  const given = input.views.map((one) => one.view);
  const complete = taken.length === given.length && taken.every((one) => given.includes(one.view));
  if (!complete) return refuse('views-incomplete', `Expected the views ${taken.map((one) => one.view).join(', ')}`);
  for (const { view, deviations } of input.views) {
    const belongs = (id: string) =>
      examinationRules.criteria.some((c) => c.id === id && c.projections.includes(projectionOf(view)));
    const unknown = deviations.find((d) => !belongs(d.criterion));
    if (unknown) return refuse('unknown-criterion', `${unknown.criterion} is not a criterion of ${view}`);
  }
  return undefined;
}
