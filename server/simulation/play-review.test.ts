import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDays, type Day, weekday } from '#core/kernel/day';
import { recordOpinion } from '#server/cancers/record-opinion';
import { inTransaction } from '#server/db/transaction';
import { createTestDatabase, type TestDatabase } from '#test/database';
import { reader } from '#test/reading-world';
import { foundReview, REVIEW_DAY } from '#test/review-world';
import type { Play } from './play.ts';
import { playReviewWeek } from './play-review.ts';

const [first, atDesk] = [reader(1), reader(2)];
const desk = { centreId: 'C01', reads: 24, consensus: 4, assessments: 2 };

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
  // A set of eight, and half a set more. The two who review read none of them.
  await foundReview(db, 12, 30);
  await db.pool.query(`update read set reader = case step when 'r1' then 'L-C01-3' else 'L-C01-4' end`);
});
afterAll(() => db.drop());

const rows = async (text: string, values: unknown[] = []) => (await db.pool.query(text, values)).rows;
const evening = async (today: Day) => {
  await rows('update programme_clock set today = $1', [today]);
  await playReviewWeek({ db, today, demo: { seed: 7, desk } } as unknown as Play);
};
const sets = () =>
  rows(`select count(i.cancer_id)::int as cancers, s.reviewers from review_set s join review_item i using (set_id)
    group by s.set_id order by min(s.opened_on)`);
/** How many opinions each has given in each round. */
const opinions = () =>
  rows(`select reviewer, round, count(*)::int as n from review_opinion group by 1, 2 order by 1, 2`);
const items = async () => (await rows('select count(*)::int as n from review_item'))[0].n as number;

/** The person at the screen goes through what waits for her, unaided. */
async function deskGivesHers(): Promise<void> {
  const waiting = await rows(
    `select item_id as "itemId" from review_item i where not exists (select from review_opinion o
       where o.person_id = i.person_id and o.item_id = i.item_id and o.reviewer = $1)`,
    [atDesk.userId],
  );
  for (const { itemId } of waiting) {
    const given = await inTransaction(db, atDesk, (tx) =>
      recordOpinion(tx, { itemId, round: 'blind', class: 'true', side: null }),
    );
    if (!given.ok) throw new Error(given.refusal.what);
  }
}

it('on Mondays her colleague keeps up, gives nobody else’s opinion, and a set is opened when the last is done', async () => {
  const monday = addDays(REVIEW_DAY, (8 - weekday(REVIEW_DAY)) % 7);
  const reviewers = [first.userId, atDesk.userId];
  await evening(addDays(monday, 1));
  expect(await sets()).toEqual([]);

  await evening(addDays(monday, 7));
  expect(await sets()).toEqual([{ cancers: 8, reviewers }]);
  expect(await opinions()).toEqual([]);

  // The same evening played again, as after a crash, changes nothing that has been done.
  const hers = [
    { reviewer: first.userId, round: 'blind', n: await items() },
    { reviewer: first.userId, round: 'informed', n: 8 },
  ];
  for (const again of [false, true]) {
    await evening(addDays(monday, 14));
    expect([again, await opinions()]).toEqual([again, hers]);
  }
  expect(await sets()).toHaveLength(1);

  await deskGivesHers();
  await evening(addDays(monday, 20));
  expect(await sets()).toHaveLength(1);
  await evening(addDays(monday, 21));
  expect(await sets()).toEqual([
    { cancers: 8, reviewers },
    { cancers: 4, reviewers },
  ]);

  await evening(addDays(monday, 28));
  await deskGivesHers();
  await evening(addDays(monday, 35));
  expect(await sets()).toHaveLength(2);
  expect((await opinions()).filter((one) => one.reviewer === first.userId)).toEqual([
    { reviewer: first.userId, round: 'blind', n: await items() },
    { reviewer: first.userId, round: 'informed', n: 12 },
  ]);
});
