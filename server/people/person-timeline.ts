import { sql } from 'kysely';
import type { OutputOf } from '#contracts/endpoint';
import type { TimelineEntry, womanTimeline } from '#contracts/people';
import { ageOn, type Day } from '#core/kernel/day';
import { ok, type Result, refuse } from '#core/kernel/result';
import { isStopped } from '#core/people/target-group';
import type { Tx } from '#server/db/transaction';
import { loadReservation, loadStops } from './load-registers.ts';

type Woman = OutputOf<typeof womanTimeline>;

/**
 * A woman and everything that has happened to her, newest first. Of a reading only the outcome is told, and only when the
 * case is closed: no read, no score, and not whether it went to consensus. Refuses with `not-found`.
 */
export async function personTimeline(tx: Tx, input: { readonly personId: string }): Promise<Result<Woman>> {
  const person = await tx.q
    .selectFrom('person as p')
    .innerJoin('centre as c', 'c.id', 'p.centre_id')
    .leftJoin('postal_code as z', 'z.code', 'p.postal_code')
    .select([
      'p.given_name',
      'p.family_name',
      'p.identity_number',
      'p.birth_date',
      'p.address',
      'p.postal_code',
      'z.place',
    ])
    .select(['p.phone', 'p.digital', 'p.language', 'p.status', 'p.status_on', 'c.short_name'])
    .where('p.person_id', '=', input.personId)
    .where('p.kind', '=', 'known')
    .executeTakeFirst();
  if (!person) return refuse('not-found', 'There is no such person, or she belongs to another centre');
  tx.look(input.personId, 'timeline');
  const stops = await loadStops(tx, input.personId);
  const birthDate = person.birth_date as Day;
  return ok({
    personId: input.personId,
    name: `${person.given_name} ${person.family_name}`,
    identityNumber: person.identity_number,
    birthDate,
    age: ageOn(birthDate, tx.today),
    address: [person.address, [person.postal_code, person.place].filter(Boolean).join(' ')].filter(Boolean).join(', '),
    phone: person.phone,
    digital: person.digital,
    language: person.language,
    status: person.status,
    statusOn: person.status_on as Day,
    centre: person.short_name,
    stoppedFrom: stops.find((stop) => isStopped([stop], tx.today))?.from ?? null,
    reservedFrom: (await loadReservation(tx, input.personId))?.from ?? null,
    entries: await entries(tx, input.personId),
  });
}

/** One select a fact, each with the same columns. A name is shown for who works here; other references are not names. */
async function entries(tx: Tx, personId: string): Promise<TimelineEntry[]> {
  const id = sql`${personId}::uuid`;
  const { rows } = await sql<TimelineEntry>`
    with fact (key, day, kind, what, by_user, place, more, episode_id, sort) as (
      select event_id::text, happened_on, 'register', kind, '', '', '', null::uuid, 0 from person_event where person_id = ${id}
      union all select stop_id || ':from', from_day, 'stop', '', '', '', '', null, 1 from invitation_stop where person_id = ${id}
      union all select stop_id || ':to', lifted_on, 'stop-lifted', '', '', '', '', null, 1
        from invitation_stop where person_id = ${id} and lifted_on is not null
      union all select reservation_id || ':from', from_day, 'reservation', '', '', '', '', null, 1
        from storage_reservation where person_id = ${id}
      union all select reservation_id || ':to', lifted_on, 'reservation-lifted', '', '', '', '', null, 1
        from storage_reservation where person_id = ${id} and lifted_on is not null
      union all select reservation_id || ':done', carried_out_on, 'reservation-carried-out', '', '', '', '', null, 1
        from storage_reservation where person_id = ${id} and carried_out_on is not null
      union all select episode_id || ':open', opened_on, 'round-opened', '', '', c.short_name, '', episode_id, 2
        from episode e join centre c on c.id = e.centre_id where person_id = ${id}
      union all select episode_id || ':closed', closed_on, 'round-closed', outcome, '', '', '', episode_id, 9
        from episode where person_id = ${id} and state = 'closed'
      union all select h.appointment_id || ':' || h.version, h.day, 'appointment', h.status, h.by_user, u.name,
          to_char(a.day, 'YYYY-MM-DD') || ' ' || left(a.at::text, 5), a.episode_id, 3
        from appointment_change h join appointment a using (person_id, appointment_id) join unit u on u.id = a.unit_id
        where h.person_id = ${id}
      union all select message_id::text, decided_on, 'message', kind, '', '', channel || ' ' || state, episode_id, 4
        from message where person_id = ${id}
      union all select examination_id::text, day, 'examination', result, radiographer, u.name, modality, episode_id, 5
        from examination x join unit u on u.id = x.unit_id where person_id = ${id}
      union all select case_id::text, closed_on, 'reading-closed', outcome, '', c.short_name, '', episode_id, 6
        from reading_case k join centre c on c.id = k.centre_id where person_id = ${id} and state = 'closed'
      union all select assessment_id::text, day, 'assessment', result, assessor, c.short_name, array_to_string(procedures, ' '), episode_id, 7
        from assessment s join centre c on c.id = s.centre_id where person_id = ${id}
      union all select pathology_id::text, reported_on, 'pathology', conclusion, '', '', specimen, episode_id, 8
        from pathology where person_id = ${id}
      union all select treatment_id::text, day, 'treatment', kind, '', '', '', episode_id, 8 from treatment where person_id = ${id}
      union all select cancer_id::text, diagnosed_on, 'cancer', behaviour, '', '', coalesce(detection, ''), episode_id, 8
        from cancer where person_id = ${id}
    )
    select f.key, f.day, f.kind, coalesce(f.what, '') as what, coalesce(s.name, '') as by, f.place, f.more, e.number as round
    from fact f
    left join staff_user s on s.id = f.by_user
    left join episode e on e.person_id = ${id} and e.episode_id = f.episode_id
    order by f.day desc, f.sort desc, f.key`.execute(tx.q);
  return [...rows];
}
