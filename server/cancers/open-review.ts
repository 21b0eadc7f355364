import { randomInt, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { drawReview } from '#core/cancers/draw-review';
import { ok, type Result, refuse } from '#core/kernel/result';
import { reviewRules } from '#programmes/breast-no/cancers';
import type { Tx } from '#server/db/transaction';
import { actingReader } from '#server/reading/reader';
import { radiologistsOf } from '#server/reading/sitting';

type Case = { readonly personId: string; readonly caseId: string; readonly day: string };
type Waiting = Case & { readonly cancerId: string; readonly readers: readonly string[] };

export type OpenedReview = { readonly setId: string; readonly items: number; readonly leftOut: number };

/**
 * Makes a set for two reviewers: the centre's oldest interval cancers that are in no set and that neither of them read,
 * mixed with normal controls drawn by a seed that is kept. Refuses with `members` or `nothing-to-review`.
 * `leftOut` = cancers that wait for other reviewers, because one of these read the images then.
 */
export async function openReview(
  tx: Tx,
  input: { readonly reviewers: readonly string[]; readonly seed?: number },
): Promise<Result<OpenedReview>> {
  const reader = await actingReader(tx, { lock: true });
  if (!reader.ok) return reader;
  const { centreId } = reader.value;
  const [first = '', second = ''] = input.reviewers;
  const known = new Set((await radiologistsOf(tx, centreId)).map((one) => one.id));
  if (first === second || !known.has(first) || !known.has(second))
    return refuse('members', 'Expected two different radiologists of this centre');
  const waiting = await notReviewed(tx, centreId);
  const free = waiting.filter((one) => !one.readers.includes(first) && !one.readers.includes(second));
  const cancers = free.slice(0, reviewRules.cancersPerSet);
  if (cancers.length === 0)
    return refuse('nothing-to-review', 'No interval cancer of the centre waits for review by these two');
  const normal = await normalCases(tx, centreId, cancers, [first, second]);
  const seed = input.seed ?? randomInt(2 ** 31 - 1);
  const drawn = drawReview(
    cancers.map((one) => ({ case: one, cancerId: one.cancerId })),
    normal,
    { perCancer: reviewRules.controlsPerCancer, seed },
  );
  const setId = randomUUID();
  await tx.q
    .insertInto('review_set')
    .values({
      set_id: setId,
      centre_id: centreId,
      opened_on: tx.today,
      opened_by: tx.actor.userId,
      reviewers: [first, second],
      seed,
    })
    .execute();
  await tx.q
    .insertInto('review_item')
    .values(
      drawn.map((one, i) => ({
        person_id: one.case.personId,
        item_id: randomUUID(),
        set_id: setId,
        centre_id: centreId,
        place: i + 1,
        case_id: one.case.caseId,
        cancer_id: one.cancerId,
      })),
    )
    .execute();
  tx.record('review.opened', null, { set: setId, reviewers: [first, second], seed, items: drawn.length });
  return ok({ setId, items: drawn.length, leftOut: waiting.length - free.length });
}

/** How many interval cancers of a centre are in no set yet. */
export async function countWaiting(tx: Tx, centreId: string): Promise<number> {
  return (await notReviewed(tx, centreId)).length;
}

/** Interval cancers screened at the centre that are in no set, the oldest diagnosis first, with who read the images then. */
async function notReviewed(tx: Tx, centreId: string): Promise<readonly Waiting[]> {
  const { rows } = await sql<Waiting>`
    select c.person_id as "personId", c.cancer_id as "cancerId", rc.case_id as "caseId", rc.opened_on as day,
      array(select distinct r.reader from read r where r.person_id = rc.person_id and r.case_id = rc.case_id) as readers
    from cancer c
    join lateral (
      select k.person_id, k.case_id, k.opened_on, k.centre_id from reading_case k
      where k.person_id = c.person_id and k.episode_id = c.episode_id order by k.opened_on desc, k.case_id limit 1
    ) rc on true
    where c.detection = 'interval' and rc.centre_id = ${centreId}
      and not exists (select from review_item i where i.person_id = c.person_id and i.cancer_id = c.cancer_id)
    order by c.diagnosed_on, c.cancer_id`.execute(tx.q);
  return rows;
}

/**
 * Cases that closed negative at the centre in the same span of time as the cancers' images, of women in whom no cancer is
 * known, seen long enough afterwards, and that neither reviewer read.
 */
async function normalCases(
  tx: Tx,
  centreId: string,
  cancers: readonly Case[],
  reviewers: readonly string[],
): Promise<readonly Case[]> {
  const days = cancers.map((one) => one.day).toSorted();
  const { rows } = await sql<Case>`
    select k.person_id as "personId", k.case_id as "caseId", k.opened_on as day from reading_case k
    where k.centre_id = ${centreId} and k.outcome = 'negative'
      and k.opened_on between ${days[0] ?? tx.today}::date - 90 and ${days.at(-1) ?? tx.today}::date + 90
      and (k.opened_on + make_interval(months => ${reviewRules.controlMonths}::int))::date <= ${tx.today}
      and not exists (select from cancer c where c.person_id = k.person_id)
      and not exists (select from review_item i where i.person_id = k.person_id)
      and not exists (select from read r where r.person_id = k.person_id and r.case_id = k.case_id
        and r.reader = any (${[...reviewers]}))`.execute(tx.q);
  return rows;
}
