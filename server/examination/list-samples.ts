import { sql } from 'kysely';
import type { OutputOf } from '#contracts/endpoint';
import type { imageSamples } from '#contracts/image-quality';
import { agreementOf, type GradePair } from '#core/examination/own-images';
import { clinicRules } from '#programmes/breast-no/examination';
import type { Tx } from '#server/db/transaction';

type Samples = OutputOf<typeof imageSamples>;

/**
 * The samples drawn for peer audit at one's centres, newest first: how far they are, how many are left for oneself (not
 * one's own), and the agreement of all the centre's radiographers together once something is graded.
 */
export async function listSamples(tx: Tx): Promise<Samples> {
  const { rows } = await sql<Omit<Samples['samples'][number], 'agreement'> & { pairs: GradePair[] | null }>`
    select s.sample_id as "sampleId", s.centre_id as "centreId", c.short_name as "centreName", s.from_day as "from",
      s.to_day as "to", s.drawn_on as "drawnOn", s.per_radiographer as each, k.cases, k.graded, k.mine,
      (select jsonb_agg(jsonb_build_object('own', i.quality, 'audit', g.quality)) from image_audit g
        join image i on i.person_id = g.person_id and i.examination_id = g.examination_id and i.view = g.view
        where g.sample_id = s.sample_id and i.quality is not null) as pairs
    from image_sample s join centre c on c.id = s.centre_id
    cross join lateral (select count(*)::int as cases, count(grader)::int as graded,
      (count(*) filter (where grader is null and radiographer <> ${tx.actor.userId}))::int as mine
      from image_sample_case where sample_id = s.sample_id) k
    order by s.drawn_on desc, s.sample_id`.execute(tx.q);
  const { audit, figures } = clinicRules;
  return {
    today: tx.today,
    each: audit.each,
    samples: rows.map(({ pairs, ...sample }) => ({
      ...sample,
      agreement: agreementOf(pairs ?? [], audit.weights, figures.enoughPairs),
    })),
  };
}
