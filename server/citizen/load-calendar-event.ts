import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Day } from '#core/kernel/day';
import { whereWords } from '#core/messaging/where-words';
import { citizenRules } from '#programmes/breast-no/citizen';
import type { Tx } from '#server/db/transaction';
import type { CalendarEvent } from './calendar-file.ts';

type Row = {
  what: 'screening' | 'technical-recall' | 'assessment';
  episodeId: string;
  day: Day;
  at: string;
  stands: boolean;
  unitName: string;
  place: string;
  sequence: number;
};

/**
 * What her calendar should hold: her next time; when she has none, the one ahead of her that was given back. The times of
 * one round for one purpose come in each other's place and are one entry; each change makes its sequence greater. A time
 * for assessment shows once the letter about it has left.
 */
export async function loadCalendarEvent(tx: Tx, personId: string): Promise<CalendarEvent | null> {
  const { rows } = await sql<Row>`
    with time as (
      select case when a.kind = 'technical-recall' then a.kind else 'screening' end as what, a.episode_id, a.day, a.at,
        a.status in ('invited', 'confirmed') as stands, a.status = 'cancelled' as lost, a.version, a.unit_id, null as centre_id
      from appointment a where a.person_id = ${personId}
      union all
      select 'assessment', t.episode_id, t.day, t.at, t.status = 'booked', t.status = 'cancelled', t.version, null, t.centre_id
      from assessment_appointment t
      where t.person_id = ${personId} and exists (select from message l where l.person_id = t.person_id
        and l.episode_id = t.episode_id and l.kind = 'recall' and l.state in ('sent', 'delivered')))
    select t.what, t.episode_id as "episodeId", t.day, to_char(t.at, 'HH24:MI') as at, t.stands,
      coalesce(u.name, c.name) as "unitName", coalesce(s.place, m.name, u.municipality, c.town) as place,
      (select sum(o.version) from time o where o.episode_id = t.episode_id and o.what = t.what)::int as sequence
    from time t
    left join unit u on u.id = t.unit_id
    left join municipality m on m.id = u.municipality
    left join unit_stop s on s.unit_id = u.id and t.day between s.starts_on and s.ends_on
    left join centre c on c.id = t.centre_id
    where (t.stands or t.lost) and t.day >= ${tx.today}
    order by t.stands desc, t.day limit 1`.execute(tx.q);
  const [row] = rows;
  if (!row) return null;
  const { what, episodeId, day, at, stands, sequence } = row;
  const uid = createHash('sha256').update(`${episodeId} ${what}`).digest('hex').slice(0, 32);
  const minutes = citizenRules.calendarMinutes[what === 'assessment' ? 'assessment' : 'screening'];
  return { uid, sequence, stands, day, at, minutes, where: whereWords(row.unitName, row.place) };
}
