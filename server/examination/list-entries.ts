import { sql } from 'kysely';
import type { OutputOf } from '#contracts/endpoint';
import type { entryList, WaitingEntry } from '#contracts/examination-entries';
import { mayRecordAllTheSame } from '#core/examination/day-entry';
import type { EpisodeState } from '#core/invitation/episode';
import type { Tx } from '#server/db/transaction';

type Found = Omit<WaitingEntry, 'mayRecord' | 'now'> & {
  now: WaitingEntry['now'];
  episode: EpisodeState;
  other: boolean;
};

/** Entries from days without the system that did not fit and wait for a person; oldest first. Each woman is looked at. */
export async function listEntries(tx: Tx): Promise<OutputOf<typeof entryList>> {
  const { rows } = await sql<Found>`
    select d.person_id as "personId", d.entry_id as "entryId", concat_ws(', ', p.family_name, p.given_name) as name,
      u.name as "unitName", d.day, d.source, d.kind, d.conflict as because, coalesce(s.name, d.performed_by) as "performedBy",
      left(d.arrived_at::text, 5) as "arrivedAt", left(d.done_at::text, 5) as "doneAt", a.status as now,
      e.state as episode, other.day as "otherDay", left(other.at::text, 5) as "otherAt", other.day is not null as other,
      last.day as "examinedOn", last.unit as "examinedAt", d.content
    from day_entry d
    join person p using (person_id)
    join appointment a using (person_id, appointment_id)
    join episode e on e.person_id = d.person_id and e.episode_id = a.episode_id
    join unit u on u.id = d.unit_id
    left join staff_user s on s.id = d.performed_by
    left join lateral (select o.day, o.at from appointment o where o.person_id = d.person_id
      and o.appointment_id <> d.appointment_id and o.status in ('invited', 'confirmed', 'checked-in')) other on true
    left join lateral (select x.day, n.name as unit from examination x join unit n on n.id = x.unit_id
      where x.person_id = d.person_id and x.episode_id = a.episode_id order by x.day desc limit 1) last on true
    where d.state = 'conflict'
    order by d.day, d.recorded_at, d.entry_id`.execute(tx.q);
  for (const row of rows) tx.look(row.personId, 'entries to settle');
  return {
    rows: rows.map(({ episode, other, ...row }) => {
      const mayRecord = mayRecordAllTheSame({ status: row.now, episode, otherTime: other });
      const content = tx.actor.role === 'office' ? null : row.content;
      return { ...row, content, mayRecord: mayRecord && row.because !== 'cannot-be-recorded' };
    }),
  };
}
