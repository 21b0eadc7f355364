import { sql } from 'kysely';
import type { reviewDesk } from '#contracts/cancer-review';
import type { OutputOf } from '#contracts/endpoint';
import { reviewView } from '#core/cancers/review';
import { ok, type Result } from '#core/kernel/result';
import type { Tx } from '#server/db/transaction';
import { actingReader } from '#server/reading/reader';
import { radiologistsOf } from '#server/reading/sitting';
import { blindDone, itemsOfReviewer, type LoadedItem } from './load-items.ts';
import { countWaiting } from './open-review.ts';

type Desk = OutputOf<typeof reviewDesk>;
type ShownItem = NonNullable<Desk['next']>;

/**
 * The acting radiologist's sets for review, and the next images to look at: blind ones first. Nothing of a set tells which
 * images are before a cancer until she has seen them all.
 */
export async function loadReviewDesk(tx: Tx): Promise<Result<Desk>> {
  const reader = await actingReader(tx);
  if (!reader.ok) return reader;
  const { id, centreId } = reader.value;
  const items = await itemsOfReviewer(tx, id);
  const radiologists = [...(await radiologistsOf(tx, centreId))];
  const names = new Map(radiologists.map((one) => [one.id, one.name]));
  const sets = [...new Set(items.map((item) => item.setId))].map((setId) => {
    const own = items.filter((item) => item.setId === setId);
    const done = blindDone(items, setId, id);
    const given = (round: string) =>
      own.filter((item) => item.opinions.some((o) => o.round === round && o.reviewer === id)).length;
    const other = own[0]?.reviewers.find((one) => one !== id) ?? '';
    return {
      setId,
      openedOn: own[0]?.openedOn ?? tx.today,
      with: names.get(other) ?? other,
      items: own.length,
      blindDone: given('blind'),
      informedOf: done ? own.filter((item) => !item.control).length : null,
      informedDone: given('informed'),
    };
  });
  const next = nextFor(items, id);
  return ok({
    sets,
    next: next ? await showItem(tx, next.item, next.round, items) : null,
    radiologists,
    waiting: await countWaiting(tx, centreId),
  });
}

/** The first item in order that waits for her, blind before informed within a set. */
function nextFor(items: readonly LoadedItem[], userId: string) {
  const tasks = items.flatMap((item) => {
    const viewer = { userId, role: 'radiologist', blindDone: blindDone(items, item.setId, userId) };
    const { task } = reviewView(item, viewer);
    return task === 'blind' || task === 'informed' ? [{ item, round: task }] : [];
  });
  return tasks[0];
}

type Images = Pick<ShownItem, 'age' | 'examinedOn' | 'modality' | 'views' | 'priors'> & {
  readonly diagnosis: ShownItem['diagnosis'];
};

async function showItem(
  tx: Tx,
  item: LoadedItem,
  round: ShownItem['round'],
  items: readonly LoadedItem[],
): Promise<ShownItem> {
  const { rows } = await sql<Images>`
    select extract(year from age(x.day, p.birth_date))::int as age, x.day as "examinedOn", x.modality,
      coalesce((select jsonb_agg(jsonb_build_object('view', i.view, 'taken', i.taken) order by i.view) from image i
        where i.person_id = x.person_id and i.examination_id = x.examination_id), '[]') as views,
      array(select o.day::text from examination o where o.person_id = x.person_id and o.day < x.day
        and o.result <> 'technical-recall' order by o.day desc limit 4) as priors,
      (select jsonb_build_object('diagnosedOn', c.diagnosed_on, 'side', c.side, 'behaviour', c.behaviour,
          'histology', c.histology, 'sizeMm', c.size_mm, 'window', c.interval_window)
        from cancer c where c.person_id = ${item.personId} and c.cancer_id = ${item.cancerId}) as diagnosis
    from reading_case k
    join examination x on x.person_id = k.person_id and x.examination_id = k.examination_id
    join person p on p.person_id = k.person_id
    where k.person_id = ${item.personId} and k.case_id = ${item.caseId}`.execute(tx.q);
  const [images] = rows;
  if (!images) throw new Error(`item ${item.itemId} has no images`);
  tx.look(item.personId, `earlier images, ${round} review`);
  const informed = round === 'informed';
  const inRound = items.filter((one) => one.setId === item.setId && (!informed || !one.control));
  const place = inRound.findIndex((one) => one.itemId === item.itemId) + 1;
  return {
    ...images,
    itemId: item.itemId,
    round,
    place,
    of: inRound.length,
    diagnosis: informed ? images.diagnosis : null,
  };
}
