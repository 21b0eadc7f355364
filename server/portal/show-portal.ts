import { sql } from 'kysely';
import type { OutputOf } from '#contracts/endpoint';
import type { showPortal as contract } from '#contracts/portal';
import { addMonths } from '#core/kernel/day';
import type { Tx } from '#server/db/transaction';

type Portal = OutputOf<typeof contract>;

/** Meetings are shown from three months back (minutes are looked for), news for a year; documents as long as they hold. */
const MEETINGS_MONTHS_BACK = 3;
const NEWS_MONTHS_BACK = 12;

/** What the programme has put out for the one who asks. Row-level security leaves out what is for other centres. */
export async function showPortal(tx: Tx): Promise<Portal> {
  return {
    news: await loadNews(tx),
    documents: await loadDocuments(tx),
    meetings: await loadMeetings(tx),
    centres: await loadCentres(tx),
  };
}

function loadCentres(tx: Tx): Promise<Portal['centres']> {
  return tx.q
    .selectFrom('centre')
    .select(['id', 'short_name as name'])
    .where(sql<boolean>`actor_sees_centre(id)`)
    .orderBy('short_name')
    .execute();
}

async function loadNews(tx: Tx): Promise<Portal['news']> {
  const forOffice = tx.actor.role === 'office';
  const { rows } = await sql<Portal['news'][number] & { readCount: number; audience: number }>`
    select n.news_id as "newsId", n.title, n.body, n.centre_id as "centreId", n.must_read as "mustRead",
      n.published_on as "publishedOn", coalesce(u.name, n.published_by) as "publishedBy",
      exists (select from news_read r where r.news_id = n.news_id and r.user_id = ${tx.actor.userId}) as read,
      (select count(*)::int from news_read r where r.news_id = n.news_id) as "readCount",
      (select count(*)::int from staff_user s where s.active and s.role <> 'office'
        and (n.centre_id is null or s.centre_id = n.centre_id)) as audience
    from news n left join staff_user u on u.id = n.published_by
    where n.withdrawn_on is null and n.published_on >= ${addMonths(tx.today, -NEWS_MONTHS_BACK)}
    order by n.published_at desc`.execute(tx.q);
  return rows.map(({ readCount, audience, ...row }) => ({
    ...row,
    readers: forOffice ? { read: readCount, of: audience } : null,
  }));
}

async function loadDocuments(tx: Tx): Promise<Portal['documents']> {
  const { rows } = await sql<Portal['documents'][number]>`
    with recursive chain as (
      select document_id, 1 as version from document where replaces is null
      union all
      select d.document_id, c.version + 1 from document d join chain c on d.replaces = c.document_id
    )
    select d.document_id as "documentId", d.kind, d.title, d.file_name as "fileName", d.media_type as "mediaType",
      length(d.bytes) as bytes, d.sha256, d.centre_id as "centreId", d.added_on as "addedOn",
      coalesce(u.name, d.added_by) as "addedBy", coalesce(c.version, 1) as version
    from document d left join chain c using (document_id) left join staff_user u on u.id = d.added_by
    where d.withdrawn_on is null
      and not exists (select from document newer where newer.replaces = d.document_id)
    order by d.title, d.document_id`.execute(tx.q);
  return rows;
}

async function loadMeetings(tx: Tx): Promise<Portal['meetings']> {
  const { rows } = await sql<Portal['meetings'][number]>`
    select m.meeting_id as "meetingId", m.title, m.day, to_char(m.starts_at, 'HH24:MI') as "startsAt",
      to_char(m.ends_at, 'HH24:MI') as "endsAt", m.place, m.agenda, m.centre_id as "centreId",
      m.cancelled_on is not null as cancelled,
      case when d.document_id is not null
        then json_build_object('documentId', d.document_id, 'title', d.title, 'fileName', d.file_name) end as minutes,
      case when r.coming is null then null when r.coming then 'coming' else 'not-coming' end as reply,
      (select count(*)::int from meeting_reply x where x.meeting_id = m.meeting_id and x.coming) as coming
    from meeting m
    left join document d on d.document_id = m.minutes_id
    left join meeting_reply r on r.meeting_id = m.meeting_id and r.user_id = ${tx.actor.userId}
    where m.day >= ${addMonths(tx.today, -MEETINGS_MONTHS_BACK)}
    order by m.day, m.starts_at, m.meeting_id`.execute(tx.q);
  return rows;
}
