import { sql } from 'kysely';
import type { Day } from '#core/kernel/day';
import type { Tx } from '#server/db/transaction';

export type OwnAppointment = {
  readonly what: 'screening' | 'assessment';
  readonly appointmentId: string;
  readonly version: number;
  readonly day: Day;
  readonly at: string;
  /** Null for assessment, which is at the centre. */
  readonly unitId: string | null;
  readonly unitName: string;
  readonly place: string;
  readonly bus: boolean;
  readonly confirmed: boolean;
};

/** Her next time. A time for assessment shows once the letter about it has left. */
export async function loadOwnAppointment(tx: Tx, personId: string): Promise<OwnAppointment | null> {
  const { rows } = await sql<OwnAppointment>`
    select 'screening' as what, a.appointment_id as "appointmentId", a.version, a.day, to_char(a.at, 'HH24:MI') as at,
      u.id as "unitId", u.name as "unitName", coalesce(s.place, m.name, u.municipality) as place, u.kind = 'mobile' as bus,
      a.status = 'confirmed' as confirmed
    from appointment a
    join unit u on u.id = a.unit_id
    left join municipality m on m.id = u.municipality
    left join unit_stop s on s.unit_id = u.id and a.day between s.starts_on and s.ends_on
    where a.person_id = ${personId} and a.status in ('invited', 'confirmed') and a.day >= ${tx.today}
    union all
    select 'assessment', t.appointment_id, t.version, t.day, to_char(t.at, 'HH24:MI'), null, c.name, c.town, false, false
    from assessment_appointment t join centre c on c.id = t.centre_id
    where t.person_id = ${personId} and t.status = 'booked' and t.day >= ${tx.today}
      and exists (select from message l where l.person_id = t.person_id and l.episode_id = t.episode_id and l.kind = 'recall'
        and l.state in ('sent', 'delivered'))
    order by day limit 1`.execute(tx.q);
  return rows[0] ?? null;
}

/** Her round that is open for a time of her own choosing: she is invited and has no time. */
export async function loadOpenRound(tx: Tx, personId: string): Promise<{ readonly episodeId: string } | null> {
  const { rows } = await sql<{ episodeId: string }>`
    select e.episode_id as "episodeId" from episode e
    where e.person_id = ${personId} and e.state = 'invited'
      and not exists (select from appointment a where a.person_id = e.person_id and a.status in ('invited', 'confirmed', 'checked-in'))
      and not exists (select from examination x where x.person_id = e.person_id and x.episode_id = e.episode_id)`.execute(
    tx.q,
  );
  return rows[0] ?? null;
}
