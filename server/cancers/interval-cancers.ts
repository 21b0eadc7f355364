import { sql } from 'kysely';
import type { OutputOf } from '#contracts/endpoint';
import type { intervalCancers } from '#contracts/cancers';
import { type DisclosureEvent, disclosureState } from '#core/cancers/disclosure';
import { reviewClass, reviewStage, reviewView } from '#core/cancers/review';
import type { Day } from '#core/kernel/day';
import type { Tx } from '#server/db/transaction';
import { allItems, blindDone } from './load-items.ts';

type Listed = OutputOf<typeof intervalCancers>;
type Row = Listed['rows'][number];
type Stored = Omit<Row, 'review' | 'wish'> & { readonly events: readonly DisclosureEvent[] };

export type WhichIntervalCancers = {
  readonly centreId?: string | undefined;
  /** Diagnosed from and to, both included. */
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
};

/**
 * Interval cancers by the centre that screened, the latest diagnosed first, with the highest score that a reader gave at
 * the screening before and whether consensus dismissed it (to radiologists only when the review is decided); how far the review has come; and
 * what she wishes to know. A radiologist who has images for blind review does not see the women they belong to. Every woman
 * on the list is audited as looked at.
 */
export async function listIntervalCancers(tx: Tx, which: WhichIntervalCancers): Promise<Listed> {
  const { rows } = await sql<Stored>`
    select c.person_id as "personId", c.cancer_id as "cancerId", c.episode_id as "episodeId",
      nullif(concat_ws(', ', p.family_name, p.given_name), '') as name, e.centre_id as "centreId",
      k.short_name as "centreName",
      c.diagnosed_on as "diagnosedOn", x.screened_on as "screenedOn", c.interval_window as window, c.side, c.behaviour,
      c.size_mm as "sizeMm", r.highest as "highestScore", coalesce(r.dismissed, false) as dismissed,
      coalesce((select jsonb_agg(jsonb_build_object('kind', d.kind, 'wish', d.wish) order by d.recorded_at) from disclosure d
        where d.person_id = c.person_id and d.cancer_id = c.cancer_id), '[]') as events
    from cancer c
    join episode e on e.person_id = c.person_id and e.episode_id = c.episode_id
    join person p on p.person_id = c.person_id
    join centre k on k.id = e.centre_id
    join lateral (
      select max(x.day) as screened_on from examination x
      where x.person_id = c.person_id and x.episode_id = c.episode_id and x.result <> 'technical-recall'
    ) x on true
    left join lateral (
      select max(greatest(r.score_left, r.score_right))::int as highest, bool_or(rc.outcome = 'dismissed') as dismissed
      from reading_case rc left join read r on r.person_id = rc.person_id and r.case_id = rc.case_id
      where rc.person_id = c.person_id and rc.episode_id = c.episode_id
    ) r on true
    where c.detection = 'interval'
      ${which.centreId === undefined ? sql`` : sql`and e.centre_id = ${which.centreId}`}
      ${which.from === undefined ? sql`` : sql`and c.diagnosed_on >= ${which.from}`}
      ${which.to === undefined ? sql`` : sql`and c.diagnosed_on <= ${which.to}`}
    order by c.diagnosed_on desc, c.cancer_id`.execute(tx.q);
  const items = await allItems(tx, which.centreId);
  const byCancer = new Map(items.map((item) => [item.cancerId, item]));
  const { userId, role } = tx.actor;
  const shown = rows.flatMap(({ events, ...row }): Row[] => {
    const item = byCancer.get(row.cancerId);
    const wish = disclosureState(events);
    const reads = role === 'radiologist' ? notYet : {};
    if (!item) return [{ ...row, ...reads, review: null, wish }];
    const seen = reviewView(item, { userId, role, blindDone: blindDone(items, item.setId, userId) });
    if (!seen.showsDiagnosis) return [];
    const review = { stage: reviewStage(item), class: reviewClass(item) };
    return [{ ...row, ...(seen.showsReads ? {} : reads), review, wish }];
  });
  for (const row of shown) tx.look(row.personId, 'interval cancers');
  return { rows: shown, hidden: rows.length > shown.length };
}

/** The scores of the time would colour the review of a radiologist to come. */
const notYet = { highestScore: null, dismissed: null } as const;
