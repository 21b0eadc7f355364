import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import { signatureHeaders, signedText } from '#core/ai/signature';
import { addDays, type Day, dayNumber } from '#core/kernel/day';
import { random } from '#core/kernel/random';
import { aiAnswer, aiArrival } from '#core/simulation/ai-answer';
import { demoAi } from '#core/simulation/demo-ai';
import { imagesOf } from '#core/simulation/image';
import { receivePush, type SentBody } from '#server/ai/receive-push';
import { byCentre } from './by-centre.ts';
import { foundDemoAi } from './found-demo-ai.ts';
import type { Play } from './play.ts';
import { presentLife, treatedSql } from './synthetic-woman.ts';

type Imaged = {
  readonly personId: string;
  readonly examinationId: string;
  readonly centreId: string;
  readonly identityNumber: string;
  readonly birthDate: Day;
  readonly treated: boolean;
  readonly imagedOn: Day;
};

/** A result that comes late comes this many days after the images: past what is waited for (programmes/breast-no/ai.ts). */
const LATE_DAYS = 3;

/**
 * The invented AI product sends what it has of the last days' images, signed, through the door that any product uses.
 * Some it cannot analyse, and some it sends too late. Returns how many were sent.
 */
export async function playAi(play: Play): Promise<number> {
  const key = await foundDemoAi(play.db);
  const images = await withoutAnswer(play);
  let sent = 0;
  await byCentre(images, async (one) => {
    const run = runOf(play, one);
    if (!run) return;
    const taken = await receivePush(play.db, signed(JSON.stringify(run), key));
    if (!taken.ok) throw new Error(`the result of examination ${one.examinationId} was refused: ${taken.refusal.what}`);
    sent++;
  });
  return sent;
}

function runOf({ demo, today }: Play, one: Imaged): object | undefined {
  const { personId: person, examinationId: examination, imagedOn } = one;
  const r = random('ai run', one.identityNumber, imagedOn);
  const arrival = aiArrival(r);
  if (arrival === 'late' && addDays(imagedOn, LATE_DAYS) > today) return undefined;
  const { product, version } = demoAi;
  const head = { run: `${examination}-1`, product, version, person, examination };
  const record = { modelHash: 'demo', thresholdSet: 'demo', startedAt: `${imagedOn}T18:00:00Z` };
  if (arrival === 'failed') return { ...head, ...record, failure: 'The images could not be analysed' };
  const answer = aiAnswer(imagesOf(presentLife(demo.seed, one), dayNumber(imagedOn)), r);
  return { ...head, ...record, finishedAt: `${today}T18:01:00Z`, answer };
}

/** A body as the product sends it. */
function signed(body: string, key: string): SentBody {
  const time = String(Math.floor(Date.now() / 1000));
  const signature = `sha256=${createHmac('sha256', key).update(signedText(time, body)).digest('hex')}`;
  const headers: Readonly<Record<string, string>> = {
    [signatureHeaders.product]: demoAi.product,
    [signatureHeaders.time]: time,
    [signatureHeaders.signature]: signature,
  };
  return { body, header: (name) => headers[name] };
}

async function withoutAnswer(play: Play): Promise<readonly Imaged[]> {
  const { rows } = await sql<Imaged>`
    select x.person_id as "personId", x.examination_id as "examinationId", x.centre_id as "centreId",
      p.identity_number as "identityNumber", p.birth_date as "birthDate", ${treatedSql} as treated, x.day as "imagedOn"
    from examination x join person p on p.person_id = x.person_id
    where x.day between ${addDays(play.today, -LATE_DAYS)} and ${play.today} and x.result <> 'technical-recall' and p.kind = 'known'
      and not exists (select from ai_result a where a.person_id = x.person_id and a.examination_id = x.examination_id
        and a.product = ${demoAi.product})
      and not exists (select from ai_run a where a.person_id = x.person_id and a.examination_id = x.examination_id
        and a.product = ${demoAi.product})
    order by x.centre_id, p.identity_number`.execute(play.db.kysely);
  return rows;
}
