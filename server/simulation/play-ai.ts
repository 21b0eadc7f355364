import { sql } from 'kysely';
import { type Day, dayNumber } from '#core/kernel/day';
import { system } from '#core/people/access';
import { aiProduct, aiScore } from '#core/simulation/ai-score';
import { imagesOf } from '#core/simulation/image';
import { recordAiResult } from '#server/reading/record-ai-result';
import { byCentre } from './by-centre.ts';
import { act, type Play } from './play.ts';
import { presentLife, treatedSql } from './synthetic-woman.ts';

type Imaged = {
  readonly personId: string;
  readonly examinationId: string;
  readonly centreId: string;
  readonly identityNumber: string;
  readonly birthDate: Day;
  readonly treated: boolean;
};

/** The invented AI product answers for the day's images, as it has for those of the history. Returns how many answers. */
export async function playAi(play: Play): Promise<number> {
  const images = await withoutAnswer(play);
  await byCentre(images, async ({ personId, examinationId, ...woman }) => {
    const { exam, left, right } = aiScore(imagesOf(presentLife(play.demo.seed, woman), dayNumber(play.today)));
    const result = { personId, examinationId, ...aiProduct, analysedOn: play.today, score: exam, left, right };
    await act(play, system, (tx) => recordAiResult(tx, result));
  });
  return images.length;
}

async function withoutAnswer(play: Play): Promise<readonly Imaged[]> {
  const { rows } = await sql<Imaged>`
    select x.person_id as "personId", x.examination_id as "examinationId", x.centre_id as "centreId",
      p.identity_number as "identityNumber", p.birth_date as "birthDate", ${treatedSql} as treated
    from examination x join person p on p.person_id = x.person_id
    where x.day = ${play.today} and x.result <> 'technical-recall' and p.kind = 'known'
      and not exists (select from ai_result a where a.person_id = x.person_id and a.examination_id = x.examination_id
        and a.product = ${aiProduct.product})
    order by x.centre_id, p.identity_number`.execute(play.db.kysely);
  return rows;
}
