import { sql } from 'kysely';
import type { intervalCancer } from '#contracts/cancer-review';
import type { OutputOf } from '#contracts/endpoint';
import { disclosureState } from '#core/cancers/disclosure';
import { reviewClass, reviewStage, reviewView } from '#core/cancers/review';
import { ok, type Result, refuse } from '#core/kernel/result';
import { disclosureOffers } from '#programmes/breast-no/cancers';
import type { Tx } from '#server/db/transaction';
import { radiologistsOf } from '#server/reading/sitting';
import { blindDoneOf, itemOfCancer } from './load-items.ts';

type IntervalCancer = OutputOf<typeof intervalCancer>;
type Key = { readonly personId: string; readonly cancerId: string };
type Head = Omit<IntervalCancer, 'screenings' | 'review' | 'radiologists' | 'disclosure'> & {
  readonly centreId: string;
};

/**
 * One interval cancer with the screenings before it, its review as the actor may see it, and what the woman wishes to
 * know. Refuses with `not-found`, and with `blind` to a reviewer who has the images before her unlabelled.
 */
export async function loadIntervalCancer(tx: Tx, key: Key): Promise<Result<IntervalCancer>> {
  const head = await loadHead(tx, key);
  if (!head) return refuse('not-found', 'There is no such interval cancer, or it belongs to another centre');
  const { userId, role } = tx.actor;
  const item = await itemOfCancer(tx, key.personId, key.cancerId);
  const seen = item && reviewView(item, { userId, role, blindDone: await blindDoneOf(tx, item.setId, userId) });
  if (seen && !seen.showsDiagnosis)
    return refuse('blind', 'These images wait for your blind review; the case opens when you have seen the whole set');
  tx.look(key.personId, 'interval cancer');
  const { centreId, ...shown } = head;
  const radiologists = [...(await radiologistsOf(tx, centreId))];
  const nameOf = (id: string) => radiologists.find((one) => one.id === id)?.name ?? id;
  return ok({
    ...shown,
    screenings: await loadScreenings(tx, key, seen?.showsReads ?? false, role === 'radiologist'),
    review:
      item && seen
        ? {
            itemId: item.itemId,
            stage: reviewStage(item),
            class: reviewClass(item),
            reviewers: item.reviewers.map((id) => ({ id, name: nameOf(id) })),
            task: seen.task,
            opinions: item.opinions
              .filter((one) => seen.opinions.includes(one))
              .map((one) => ({ ...one, reviewer: nameOf(one.reviewer), members: one.members.map(nameOf) })),
          }
        : null,
    radiologists,
    disclosure: await loadDisclosure(tx, key),
  });
}

async function loadHead(tx: Tx, { personId, cancerId }: Key): Promise<Head | undefined> {
  const { rows } = await sql<Head>`
    select c.person_id as "personId", c.cancer_id as "cancerId", nullif(concat_ws(', ', p.family_name, p.given_name), '') as name,
      p.birth_date as "birthDate", k.short_name as "centreName", e.centre_id as "centreId", c.diagnosed_on as "diagnosedOn",
      c.side, c.behaviour, c.histology, c.size_mm as "sizeMm", c.interval_window as window
    from cancer c
    join person p on p.person_id = c.person_id
    join episode e on e.person_id = c.person_id and e.episode_id = c.episode_id
    join centre k on k.id = e.centre_id
    where c.person_id = ${personId} and c.cancer_id = ${cancerId} and c.detection = 'interval'`.execute(tx.q);
  return rows[0];
}

/** To a radiologist the outcome says what the scores were, and comes with them (as on the list). */
async function loadScreenings(
  tx: Tx,
  key: Key,
  withReads: boolean,
  mayReview: boolean,
): Promise<IntervalCancer['screenings']> {
  const { rows } = await sql<IntervalCancer['screenings'][number]>`
    select x.day, x.modality, k.case_id as "caseId",
      case when ${withReads || !mayReview} then k.outcome end as outcome, x.episode_id = c.episode_id as before,
      case when ${withReads} then coalesce((select jsonb_agg(jsonb_build_object('left', r.score_left, 'right', r.score_right) order by r.step)
        from (select distinct on (step) * from read where person_id = k.person_id and case_id = k.case_id
          order by step, revision desc) r), '[]') end as reads
    from cancer c
    join examination x on x.person_id = c.person_id and x.day <= c.diagnosed_on and x.result <> 'technical-recall'
    left join reading_case k on k.person_id = x.person_id and k.examination_id = x.examination_id
    where c.person_id = ${key.personId} and c.cancer_id = ${key.cancerId} order by x.day desc`.execute(tx.q);
  return rows;
}

async function loadDisclosure(tx: Tx, key: Key): Promise<IntervalCancer['disclosure']> {
  const events = await tx.q
    .selectFrom('disclosure as d')
    .leftJoin('staff_user as s', 's.id', 'd.recorded_by')
    .select(['d.kind', 'd.day', 'd.wish', 'd.held_by as heldBy', 'd.offered', 'd.note'])
    .select(({ fn, ref }) => fn.coalesce('s.name', ref('d.recorded_by')).as('recordedBy'))
    .where('d.person_id', '=', key.personId)
    .where('d.cancer_id', '=', key.cancerId)
    .orderBy('d.recorded_at')
    .execute();
  return { state: disclosureState(events), offers: [...disclosureOffers], events };
}
