import { sql } from 'kysely';
import type { OutputOf } from '#contracts/endpoint';
import type { ownImages as ownImagesEndpoint } from '#contracts/image-quality';
import { agreementOf, type GradePair, shareOf } from '#core/examination/own-images';
import { addMonths } from '#core/kernel/day';
import { clinicRules } from '#programmes/breast-no/examination';
import type { Tx } from '#server/db/transaction';

type Own = OutputOf<typeof ownImagesEndpoint>;
type Counts = {
  examinations: number;
  partial: number;
  recalls: number;
  images: number;
  retaken: number;
  P: number;
  A: number;
  I: number;
};

/**
 * The actor's own figures of the last months beside those of all radiographers at her centre together: examinations,
 * grades, retakes, technical recalls, and agreement with the audit reader. Nobody else's are ever shown.
 */
export async function ownImages(tx: Tx): Promise<Own> {
  const { months, enoughExaminations, enoughImages, enoughPairs } = clinicRules.figures;
  const from = addMonths(tx.today, -months);
  const figuresOf = async (mine: boolean): Promise<Own['own']> => {
    const n = await countImages(tx, from, mine);
    const graded = n.P + n.A + n.I;
    return {
      examinations: n.examinations,
      partial: shareOf(n.partial, n.examinations, enoughExaminations),
      technicalRecall: shareOf(n.recalls, n.examinations, enoughExaminations),
      retake: shareOf(n.retaken, n.images, enoughImages),
      graded,
      grades: {
        P: shareOf(n.P, graded, enoughImages),
        A: shareOf(n.A, graded, enoughImages),
        I: shareOf(n.I, graded, enoughImages),
      },
      agreement: agreementOf(await gradePairs(tx, from, mine), clinicRules.audit.weights, enoughPairs),
    };
  };
  return {
    from,
    to: tx.today,
    enough: { examinations: enoughExaminations, images: enoughImages, pairs: enoughPairs },
    own: await figuresOf(true),
    centre: await figuresOf(false),
  };
}

async function countImages(tx: Tx, from: string, mine: boolean): Promise<Counts> {
  const { rows } = await sql<Counts>`
    select count(*)::int as examinations, (count(*) filter (where x.result = 'partial'))::int as partial,
      (count(*) filter (where x.result = 'technical-recall'))::int as recalls,
      coalesce(sum(i.images), 0)::int as images, coalesce(sum(i.retaken), 0)::int as retaken,
      coalesce(sum(i.p), 0)::int as "P", coalesce(sum(i.a), 0)::int as "A", coalesce(sum(i.i), 0)::int as "I"
    from examination x
    cross join lateral (select count(*) filter (where taken) as images, count(*) filter (where retakes > 0) as retaken,
        count(*) filter (where quality = 'P') as p, count(*) filter (where quality = 'A') as a,
        count(*) filter (where quality = 'I') as i
      from image where image.person_id = x.person_id and image.examination_id = x.examination_id) i
    where x.day >= ${from} and x.centre_id = any (${centresOf(tx)}) ${ofMine(tx, mine)}`.execute(tx.q);
  const [row] = rows;
  if (!row) throw new Error('an aggregate without a row');
  return row;
}

async function gradePairs(tx: Tx, from: string, mine: boolean): Promise<readonly GradePair[]> {
  const { rows } = await sql<GradePair>`
    select i.quality as own, g.quality as audit
    from image_audit g
    join image i on i.person_id = g.person_id and i.examination_id = g.examination_id and i.view = g.view
    join examination x on x.person_id = g.person_id and x.examination_id = g.examination_id
    where i.quality is not null and x.day >= ${from} and x.centre_id = any (${centresOf(tx)}) ${ofMine(tx, mine)}`.execute(
    tx.q,
  );
  return rows;
}

const ofMine = (tx: Tx, mine: boolean) => (mine ? sql`and x.radiographer = ${tx.actor.userId}` : sql``);
const centresOf = (tx: Tx): string[] => (tx.actor.centres === 'all' ? [] : [...tx.actor.centres]);
