import { sql } from 'kysely';
import type { ReviewClass, ReviewSide } from '#core/cancers/review';
import { type Day, dayNumber, weekday } from '#core/kernel/day';
import { normal, random } from '#core/kernel/random';
import { ok, type Result } from '#core/kernel/result';
import type { Actor } from '#core/people/access';
import { imagesOf } from '#core/simulation/image';
import { reviewRules } from '#programmes/breast-no/cancers';
import { countWaiting, openReview } from '#server/cancers/open-review';
import { recordDisclosure } from '#server/cancers/record-disclosure';
import { recordOpinion } from '#server/cancers/record-opinion';
import type { Database } from '#server/db/database';
import { inTransaction, type Tx } from '#server/db/transaction';
import { type Demo, readDemo } from './demo.ts';
import type { Play } from './play.ts';
import { loadStaff } from './staff.ts';
import { presentLife } from './synthetic-woman.ts';

type Item = {
  readonly itemId: string;
  readonly personId: string;
  readonly cancerId: string | null;
  /** null for a woman whose identity has been removed. */
  readonly identityNumber: string | null;
  readonly birthDate: Day;
  readonly imagedOn: Day;
};

/** What is simply left out when there is nothing to do, or it has been done already. */
const nothingToDo = ['nothing-to-review', 'not-yours'];
/** Configuration of the simulation: half a set of the programme's size is worth sitting down to. */
const enoughForSet = reviewRules.cancersPerSet / 2;

/**
 * The desk's centre has reviewed some of its interval cancers when the demo opens: two readers a set, one woman told, one
 * asked; and a second set waits for the one at the screen. What is there already is left.
 */
export async function playReview(db: Database): Promise<void> {
  const demo = await readDemo(db);
  const centre = demo && (await loadStaff(db)).get(demo.desk.centreId);
  const [first, atDesk, third, fourth] = centre?.readers ?? [];
  const [coordinator] = centre?.coordinators ?? [];
  if (!demo || demo.desk.reads === 0 || !first || !atDesk || !third || !fourth || !coordinator) return;
  if (await hasSets(db, demo)) return;
  const done = await act(db, third, (tx) =>
    openReview(tx, { reviewers: [third.userId, fourth.userId], seed: demo.seed }),
  );
  if (done) {
    const items = await itemsOf(db, done.setId);
    for (const round of ['blind', 'informed'] as const)
      for (const reviewer of [third, fourth]) await reviewAll(db, demo, reviewer, round, items);
    await disclose(db, coordinator, items);
  }
  await act(db, first, (tx) => openReview(tx, { reviewers: [first.userId, atDesk.userId], seed: demo.seed + 1 }));
}

/**
 * Each Monday at the desk's centre: the one who reviews together with the person at the screen gives her own opinions of
 * the sets that are open, and when the person at the screen has given hers of all of them, the next set is opened, if
 * enough interval cancers have gathered.
 */
export async function playReviewWeek({ db, demo, today }: Play): Promise<void> {
  if (weekday(today) !== 1 || demo.desk.reads === 0) return;
  const [first, atDesk] = (await loadStaff(db)).get(demo.desk.centreId)?.readers ?? [];
  if (!first || !atDesk) return;
  const sets = await openSets(db, demo, first, atDesk);
  for (const { setId } of sets) {
    const items = await itemsOf(db, setId);
    for (const round of ['blind', 'informed'] as const) await reviewAll(db, demo, first, round, items);
  }
  if (sets.some((set) => set.left > 0)) return;
  const waiting = await inTransaction(db, first, (tx) => countWaiting(tx, demo.desk.centreId));
  if (waiting < enoughForSet) return;
  const seed = demo.seed + dayNumber(today);
  await act(db, first, (tx) => openReview(tx, { reviewers: [first.userId, atDesk.userId], seed }));
}

/** Sets of the two that lack an opinion of either, and how many blind ones are left to the person at the screen. */
async function openSets(
  db: Database,
  demo: Demo,
  first: Actor,
  atDesk: Actor,
): Promise<readonly { readonly setId: string; readonly left: number }[]> {
  const given = (round: string, by: Actor) => sql`exists (select from review_opinion o
    where o.person_id = i.person_id and o.item_id = i.item_id and o.round = ${round} and o.reviewer = ${by.userId})`;
  const { rows } = await sql<{ setId: string; left: number }>`
    select s.set_id as "setId", (count(*) filter (where not ${given('blind', atDesk)}))::int as left
    from review_set s join review_item i using (set_id)
    where s.centre_id = ${demo.desk.centreId} and s.reviewers @> ${[first.userId, atDesk.userId]}
    group by s.set_id
    having bool_or(not ${given('blind', atDesk)} or not ${given('blind', first)}
      or (i.cancer_id is not null and not ${given('informed', first)}))
    order by s.set_id`.execute(db.kysely);
  return rows;
}

async function act<T>(db: Database, actor: Actor, work: (tx: Tx) => Promise<Result<T>>): Promise<T | undefined> {
  const result = await inTransaction(db, actor, work);
  if (result.ok) return result.value;
  if (nothingToDo.includes(result.refusal.code)) return undefined;
  throw new Error(`${actor.userId}: ${result.refusal.code}: ${result.refusal.what}`);
}

async function hasSets(db: Database, demo: Demo): Promise<boolean> {
  const row = await db.kysely
    .selectFrom('review_set')
    .select('set_id')
    .where('centre_id', '=', demo.desk.centreId)
    .executeTakeFirst();
  return row !== undefined;
}

async function itemsOf(db: Database, setId: string): Promise<readonly Item[]> {
  const { rows } = await sql<Item>`
    select i.item_id as "itemId", i.person_id as "personId", i.cancer_id as "cancerId",
      p.identity_number as "identityNumber", p.birth_date as "birthDate", x.day as "imagedOn"
    from review_item i
    join person p on p.person_id = i.person_id
    join reading_case c on c.person_id = i.person_id and c.case_id = i.case_id
    join examination x on x.person_id = c.person_id and x.examination_id = c.examination_id
    where i.set_id = ${setId} order by i.place`.execute(db.kysely);
  return rows;
}

async function reviewAll(
  db: Database,
  demo: Demo,
  reviewer: Actor,
  round: 'blind' | 'informed',
  items: readonly Item[],
): Promise<void> {
  for (const item of items) {
    if (round === 'informed' && item.cancerId === null) continue;
    const opinion = judge(demo, reviewer, round, item);
    await act(db, reviewer, (tx) => recordOpinion(tx, { itemId: item.itemId, round, ...opinion }));
  }
}

/** What a reviewer finds: the images as every reader sees them, with her own noise, less of it when she is told. */
function judge(
  demo: Demo,
  reviewer: Actor,
  round: 'blind' | 'informed',
  item: Item,
): { readonly class: ReviewClass; readonly side: ReviewSide | null } {
  const { identityNumber, birthDate } = item;
  if (identityNumber === null) return { class: 'unclassifiable', side: null };
  const life = presentLife(demo.seed, { identityNumber, birthDate, treated: false });
  const images = imagesOf(life, dayNumber(item.imagedOn));
  const r = random('review', demo.seed, reviewer.userId, round, identityNumber);
  const noise = normal(r, 0, round === 'informed' ? 0.3 : 0.6);
  const side = images.left.suspicion > images.right.suspicion ? 'left' : 'right';
  const suspicion = images[side].suspicion + noise;
  if (suspicion > 3.5) return { class: 'missed', side };
  if (suspicion > 2) return { class: 'minimal-signs', side };
  // Whether it could be seen at diagnosis is hers, not the reviewer's.
  const occult = round === 'informed' && random('occult', demo.seed, identityNumber).next() < 0.08;
  return { class: occult ? 'occult' : 'true', side: null };
}

/** One woman is told, one wishes to wait, one has been asked. */
async function disclose(db: Database, coordinator: Actor, items: readonly Item[]): Promise<void> {
  const cancers = items.flatMap(({ personId, cancerId }) => (cancerId ? [{ personId, cancerId }] : []));
  for (const [i, key] of cancers.slice(0, 3).entries()) {
    await act(db, coordinator, async (tx) => {
      const on = { ...key, day: tx.today };
      const asked = await recordDisclosure(tx, { ...on, kind: 'asked' });
      if (!asked.ok || i === 2) return asked;
      const wish = await recordDisclosure(tx, { ...on, kind: 'wish', wish: i === 0 ? 'wants' : 'later' });
      if (!wish.ok || i === 1) return wish;
      const told = { heldBy: coordinator.name, offered: ['review-result', 'compensation-scheme'] };
      const held = await recordDisclosure(tx, { ...on, kind: 'conversation', ...told });
      return held.ok ? ok(held.value) : held;
    });
  }
}
