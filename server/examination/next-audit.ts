import { sql } from 'kysely';
import type { OutputOf } from '#contracts/endpoint';
import type { nextAudit as nextAuditEndpoint } from '#contracts/image-quality';
import { views } from '#core/examination/views';
import { ok, type Result, refuse } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';
import { formRules } from './examination-form.ts';

type Next = OutputOf<typeof nextAuditEndpoint>;

/**
 * The next examination of a sample for this grader: never her own, and without its radiographer and the grades she gave.
 * What finds the images is there: name, date of birth and day. Refuses `not-found`.
 */
export async function nextAudit(tx: Tx, input: { readonly sampleId: string }): Promise<Result<Next>> {
  const sample = await tx.q
    .selectFrom('image_sample')
    .select('sample_id')
    .where('sample_id', '=', input.sampleId)
    .executeTakeFirst();
  if (!sample) return refuse('not-found', 'There is no such sample, or it belongs to another centre');
  const { rows } = await sql<NonNullable<Next['next']> & { left: number }>`
    select c.person_id as "personId", c.examination_id as "examinationId", c.place, x.day,
      concat_ws(', ', p.family_name, p.given_name) as name, p.birth_date as "birthDate",
      (select array_agg(i.view order by array_position(${[...views]}::text[], i.view)) from image i where i.person_id = c.person_id
        and i.examination_id = c.examination_id and i.taken) as views,
      count(*) over ()::int as left
    from image_sample_case c
    join examination x using (person_id, examination_id)
    join person p using (person_id)
    where c.sample_id = ${input.sampleId} and c.grader is null and c.radiographer <> ${tx.actor.userId}
    order by c.place limit 1`.execute(tx.q);
  const [row] = rows;
  if (row) tx.look(row.personId, 'image audit');
  const { left = 0, ...next } = row ?? {};
  return ok({ left, criteria: formRules.criteria, next: row ? (next as NonNullable<Next['next']>) : null });
}
