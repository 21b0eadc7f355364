import { sql } from 'kysely';
import type { OutputOf } from '#contracts/endpoint';
import type { listReservations as reservationsContract, listStops as stopsContract } from '#contracts/registers';
import type { Day } from '#core/kernel/day';
import { carryOutBy } from '#core/people/carry-out-reservation';
import { peopleRules } from '#programmes/breast-no/people';
import type { Tx } from '#server/db/transaction';

type Only = { readonly only: 'in-force' | 'all' };

/** The most rows that a list shows, the latest. */
const SHOWN = 500;

/**
 * Who entered her: by the log, the first who did so on that day; a stop entered by an earlier system has no entry. `r` is the
 * register's row.
 */
const recordedBy = (action: string) => sql<string | null>`(
  select case when a.role = 'participant' then 'own-page' else coalesce(u.name, a.actor) end
  from audit_entry a left join staff_user u on u.id = a.actor
  where a.person_id = r.person_id and a.today = r.from_day and a.action ~ ${action}
  order by a.seq limit 1)`;

/** The register of those who do not wish to be invited, the latest first. Each one named is a look. */
export async function listStops(tx: Tx, { only }: Only): Promise<OutputOf<typeof stopsContract>> {
  const { rows } = await sql<OutputOf<typeof stopsContract>['rows'][number] & { total: number }>`
    select r.person_id as "personId", concat_ws(', ', p.family_name, p.given_name) as name, p.birth_date as "birthDate",
      c.short_name as centre, r.from_day as "from", r.lifted_on as lifted, r.reason, count(*) over ()::int as total,
      ${recordedBy('stop')} as "recordedBy"
    from invitation_stop r
    join person p on p.person_id = r.person_id and p.kind = 'known'
    join centre c on c.id = p.centre_id
    where ${only} = 'all' or r.lifted_on is null or r.lifted_on > ${tx.today}
    order by r.from_day desc, r.stop_id limit ${SHOWN}`.execute(tx.q);
  for (const { personId } of rows) tx.look(personId, 'register of stops');
  return { total: rows[0]?.total ?? 0, rows };
}

/** The register of reservations, the latest first, each with the day it must be carried out by. Each one named is a look. */
export async function listReservations(tx: Tx, { only }: Only): Promise<OutputOf<typeof reservationsContract>> {
  type Row = Omit<OutputOf<typeof reservationsContract>['rows'][number], 'carryOutBy' | 'late'> & {
    total: number;
    from: Day;
  };
  const { rows } = await sql<Row>`
    select r.person_id as "personId", concat_ws(', ', p.family_name, p.given_name) as name, p.birth_date as "birthDate",
      c.short_name as centre, r.from_day as "from", r.lifted_on as lifted, r.carried_out_on as "carriedOut",
      count(*) over ()::int as total, ${recordedBy('reserv')} as "recordedBy"
    from storage_reservation r
    join person p on p.person_id = r.person_id and p.kind = 'known'
    join centre c on c.id = p.centre_id
    where ${only} = 'all' or r.lifted_on is null or r.lifted_on > ${tx.today}
    order by r.from_day desc, r.reservation_id limit ${SHOWN}`.execute(tx.q);
  for (const { personId } of rows) tx.look(personId, 'register of reservations');
  return {
    total: rows[0]?.total ?? 0,
    rows: rows.map((row) => {
      const by = carryOutBy(row.from, peopleRules.reservationMonths);
      return { ...row, carryOutBy: by, late: row.carriedOut === null && row.lifted === null && by < tx.today };
    }),
  };
}
