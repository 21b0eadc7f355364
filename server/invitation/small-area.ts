/** A small area for tests: two breast centres, three units, some hundred women. Every name is invented. */
import { randomUUID } from 'node:crypto';
import type { Day } from '#core/kernel/day';
import type { Actor } from '#core/people/access';
import type { TestDatabase } from '#test/database';

export const testToday = '2026-11-23' as Day;

export const coordinator: Actor = {
  userId: 'K-C01-1',
  name: 'Kari Koordinator',
  role: 'coordinator',
  centres: ['C01'],
};
export const office: Actor = { userId: 'office-1', name: 'Ola Kontor', role: 'office', centres: 'all' };

/** Two units of C01 (U01 in town, U02 60 km north) and one of C02; each open 08-10 on weekdays, a place every 20 minutes. */
export async function smallArea(db: TestDatabase): Promise<void> {
  await db.pool.query(`
    insert into region values ('R1', 'Region');
    insert into centre (id, name, short_name, region_id, town, phone) values
      ('C01', 'Bystad brystsenter', 'Bystad', 'R1', 'Bystad', '+4700000001'),
      ('C02', 'Nabo brystsenter', 'Nabo', 'R1', 'Nabo', '+4700000002');
    insert into municipality (id, name, county, centre_id, norm) values ('9901', 'Bystad', 'X', 'C01', 'nb'), ('9902', 'Nabo', 'X', 'C02', 'nb');
    insert into postal_code values ('9901', 'BYSTAD', '9901', 60, 10), ('9902', 'NABO', '9902', 61, 12);
    insert into unit (id, name, centre_id, kind, municipality, latitude, longitude) values
      ('U01', 'Bystad', 'C01', 'stationary', '9901', 60, 10),
      ('U02', 'Nordby', 'C01', 'stationary', '9901', 60.5, 10),
      ('U03', 'Nabo', 'C02', 'stationary', '9902', 61, 12);
    insert into unit_hours select u.id, d, '08:00', '10:00', 20, 1 from unit u, generate_series(1, 5) d;
    insert into staff_user (id, name, role, centre_id) values
      ('K-C01-1', 'Kari Koordinator', 'coordinator', 'C01'), ('office-1', 'Ola Kontor', 'office', null);
    update programme_clock set today = '${testToday}'`);
}

export type SmallWoman = { readonly centreId?: string; readonly birthDate?: string; readonly lastScreenedOn?: string };

let serial = 0;

/** A woman who is due: by default born 1965, never invited before, at home in Bystad. */
export async function addWoman(db: TestDatabase, more: SmallWoman = {}): Promise<string> {
  const id = randomUUID();
  const centre = more.centreId ?? 'C01';
  serial += 1;
  await db.pool.query(
    `insert into person (person_id, identity_number, birth_date, sex, given_name, family_name, postal_code, municipality,
       centre_id, phone, digital, status, status_on, last_screened_on)
     values ($1, $2, $3, 'female', 'Modig', $4, $5, $5, $6, '+4790000000', true, 'resident', '2026-11-01', $7)`,
    [
      id,
      String(10_000_000_000 + serial),
      more.birthDate ?? '1965-05-05',
      `Furu ${serial}`,
      centre === 'C01' ? '9901' : '9902',
      centre,
      more.lastScreenedOn ?? null,
    ],
  );
  return id;
}

/** Sets the programme day. */
export async function goTo(db: TestDatabase, day: string): Promise<void> {
  await db.pool.query('update programme_clock set today = $1', [day]);
}

/** What must always hold: slot counts equal the appointments, and none has more booked than places. */
export async function slotsThatDoNotAddUp(db: TestDatabase): Promise<readonly unknown[]> {
  const { rows } = await db.pool.query(`
    with counted as (
      select a.unit_id, a.day, t.at, count(*)::int as n
      from appointment a cross join lateral (values (a.at), (a.also_at)) t (at)
      where a.status not in ('moved', 'cancelled') and t.at is not null
      group by a.unit_id, a.day, t.at)
    select * from slot s full join counted c using (unit_id, day, at)
    where coalesce(s.booked, 0) <> coalesce(c.n, 0) or s.booked > s.places`);
  return rows;
}
