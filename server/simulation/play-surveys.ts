import { sql } from 'kysely';
import { addDays, type Day } from '#core/kernel/day';
import { chance, integer, type Random, random, weighted } from '#core/kernel/random';
import type { Actor } from '#core/people/access';
import { womanUserId } from '#server/auth/find-actor';
import { answerSurvey } from '#server/surveys/answer-survey';
import { act, type Play } from './play.ts';

/** How many of those examined answer, within how many days, and what they say. All configuration. */
const ANSWERS = 0.25;
const WITHIN_DAYS = 14;
const weights = {
  welcome: { values: [4, 3, 2, 1], weights: [70, 24, 4, 2] },
  pain: { values: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10], weights: [8, 12, 18, 18, 13, 12, 8, 6, 3, 1, 1] },
  informed: { values: [3, 2, 1], weights: [78, 18, 4] },
  worry: { values: [1, 2, 3, 4], weights: [42, 40, 13, 5] },
} as const;

/**
 * Some of the women examined lately tell how it was, each on a day of her own, through the same use case as on her page.
 * The first morning of a demo takes those of the two weeks before.
 */
export async function playSurveys(play: Play): Promise<void> {
  const { rows: known } = await sql<{ any: boolean }>`
    select exists (select from survey_answer) as any`.execute(play.db.kysely);
  const first = !known[0]?.any;
  const { rows } = await sql<{ personId: string; number: string; day: Day }>`
    select distinct on (x.person_id) x.person_id as "personId", p.identity_number as number, x.day
    from examination x join person p on p.person_id = x.person_id and p.kind = 'known' and p.status = 'resident'
    where x.day between ${addDays(play.today, -WITHIN_DAYS)} and ${addDays(play.today, -1)}
    order by x.person_id, x.day desc`.execute(play.db.kysely);
  for (const { personId, number, day } of rows) {
    const draw = random(play.demo.seed, 'survey', number, day);
    const on = addDays(day, integer(draw, 1, WITHIN_DAYS));
    if (!chance(draw, ANSWERS)) continue;
    if (first ? on > play.today : on !== play.today) continue;
    const her: Actor = { userId: womanUserId(personId), name: '', role: 'participant', centres: [], personId };
    const sent = answersOf(draw);
    await act(play, her, (tx) => answerSurvey(tx, { audience: 'woman', who: personId, formId: 'experience', sent }), [
      'answered-already',
      'not-asked',
    ]);
  }
}

function answersOf(draw: Random): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(weights).map(([id, { values, weights: shares }]) => [id, String(values[weighted(draw, shares)])]),
  );
}
