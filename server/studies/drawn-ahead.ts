import type { Protocol } from '#core/protocols/protocol';
import { takesPart } from '#core/studies/consent';
import { type Modality, readAs } from '#core/studies/images';
import type { Tx } from '#server/db/transaction';
import type { DrawnFor } from './assess-and-draw.ts';
import { latestAnswer } from './latest-answer.ts';
import { parsePlan } from './studies-recruiting.ts';
import { takeDraw } from './take-draw.ts';

/** The arm of a study that a woman's images are read in. */
export type Allocated = { readonly protocol: Protocol; readonly arm: string };

/**
 * How images are read that were drawn for at check-in; undefined when they were not. By the arm that was drawn, when they are its
 * images, else as core/studies/images.ts says; as routine (null) when she has withdrawn since.
 */
export async function drawnAhead(
  tx: Tx,
  { personId, examinationId }: DrawnFor,
): Promise<{ readonly read: Allocated | null } | undefined> {
  const row = await tx.q
    .selectFrom('images_to_take as t')
    .innerJoin('allocation as a', (j) =>
      j.onRef('a.person_id', '=', 't.person_id').onRef('a.examination_id', '=', 't.examination_id'),
    )
    .innerJoin('examination as x', (j) =>
      j.onRef('x.person_id', '=', 't.person_id').onRef('x.examination_id', '=', 't.examination_id'),
    )
    .innerJoin('study_version as v', (j) =>
      j.onRef('v.study_id', '=', 'a.study_id').onRef('v.version', '=', 'a.version'),
    )
    .select(['a.subject', 'a.stratum', 'a.day', 'x.modality', 'v.plan', 'v.signature'])
    .where('t.person_id', '=', personId)
    .where('t.examination_id', '=', examinationId)
    .executeTakeFirst();
  if (!row) return undefined;
  const plan = parsePlan(row.plan, row.signature);
  const answer = await latestAnswer(tx, personId, plan.id);
  if (takesPart(plan.consent.design, answer?.answer) !== 'yes') return { read: null };
  const { arm } = await takeDraw(tx, plan, { subject: row.subject, stratum: row.stratum, levels: [], day: row.day });
  const readBy = readAs(plan.protocol, arm, row.modality as Modality);
  return { read: readBy === null ? null : { protocol: plan.protocol, arm: readBy } };
}
