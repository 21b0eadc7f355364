import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { drawAuditSample } from '#core/examination/audit-sample';
import type { Day } from '#core/kernel/day';
import { ok, type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';

export type DrawSample = {
  readonly centreId: string;
  readonly from: Day;
  readonly to: Day;
  readonly each: number;
};

/**
 * Draws a sample of the centre's examinations for peer audit: those whose images the radiographer has graded herself, the
 * same number from each radiographer. The seed is kept, so that the draw can be repeated. Refuses `nothing-to-draw`.
 */
export async function drawSample(tx: Tx, input: DrawSample): Promise<Result<{ sampleId: string; cases: number }>> {
  const { rows: candidates } = await sql<{ personId: string; examinationId: string; radiographer: string }>`
    select x.person_id as "personId", x.examination_id as "examinationId", x.radiographer
    from examination x
    where x.centre_id = ${input.centreId} and x.day between ${input.from} and ${input.to}
      and exists (select from image i where i.person_id = x.person_id and i.examination_id = x.examination_id
        and i.quality is not null)`.execute(tx.q);
  const sampleId = randomUUID();
  const drawn = drawAuditSample(candidates, input.each, sampleId);
  if (drawn.length === 0) return refuse('nothing-to-draw', 'No examination with graded images in the period');
  await tx.q
    .insertInto('image_sample')
    .values({
      sample_id: sampleId,
      centre_id: input.centreId,
      from_day: input.from,
      to_day: input.to,
      per_radiographer: input.each,
      seed: sampleId,
      drawn_on: tx.today,
      drawn_by: tx.actor.userId,
    })
    .execute();
  const cases = drawn.map((one, i) => ({
    person_id: one.personId,
    sample_id: sampleId,
    examination_id: one.examinationId,
    centre_id: input.centreId,
    place: i + 1,
    radiographer: one.radiographer,
  }));
  await tx.q.insertInto('image_sample_case').values(cases).execute();
  const { from, to, each } = input;
  tx.record('image-audit.drawn', null, {
    sample: sampleId,
    centre: input.centreId,
    from,
    to,
    each,
    cases: cases.length,
  });
  return ok({ sampleId, cases: cases.length });
}
