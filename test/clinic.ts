/** A small clinic for system tests: two centres with a unit each, and women with a time there. */
import { randomUUID } from 'node:crypto';
import { type Day, day } from '#core/kernel/day';
import type { Actor, Role } from '#core/people/access';
import type { Database } from '#server/db/database';

/** A Monday with no holiday near. */
export const clinicDay = day('2026-03-02');

/** Two regions' worth of nothing: centres C06 and C07, units U06 and U07 open Monday to Friday 08-16. */
export async function makeClinic(db: Database, today: Day = clinicDay): Promise<void> {
  await db.pool.query(`
    update programme_clock set today = '${today}';
    insert into region values ('HV', 'Helse Vest');
    insert into centre (id, name, short_name, region_id, town) values
      ('C06', 'Brystsenteret A', 'A', 'HV', 'A'), ('C07', 'Brystsenteret B', 'B', 'HV', 'B');
    insert into unit (id, name, centre_id, kind, municipality, latitude, longitude) values
      ('U06', 'Enhet A', 'C06', 'stationary', '4601', 60.4, 5.3), ('U07', 'Enhet B', 'C07', 'stationary', '4640', 61.2, 6.1);
    insert into unit_hours (unit_id, weekday, opens_at, closes_at, slot_minutes, places)
      select u, w, '08:00', '16:00', 10, 2 from unnest(array['U06', 'U07']) u, generate_series(1, 5) w`);
}

export function staff(role: Exclude<Role, 'participant'>, centreId: string, userId = `${role}-${centreId}`): Actor {
  return { userId, name: userId, role, centres: role === 'office' ? 'all' : [centreId] };
}

export type Woman = {
  readonly personId: string;
  readonly episodeId: string;
  readonly appointmentId: string;
  readonly version: number;
};

export type WomanOptions = {
  readonly centreId?: 'C06' | 'C07';
  readonly status?: string;
  readonly at?: string;
  readonly on?: Day;
};

let serial = 0;

/** A woman with an open episode and a time at her centre's unit, checked in unless said otherwise. */
export async function invitedWoman(db: Database, options: WomanOptions = {}): Promise<Woman> {
  const { centreId = 'C06', status = 'checked-in', at = '09:00', on = clinicDay } = options;
  const [personId, episodeId, appointmentId] = [randomUUID(), randomUUID(), randomUUID()];
  const number = String(10000000000 + ++serial);
  const run = (text: string, values: unknown[]) => db.pool.query(text, values);
  await run(
    `insert into person (person_id, identity_number, birth_date, sex, given_name, family_name, centre_id, status, status_on)
     values ($1, $2, '1966-05-04', 'female', 'Kari', $3, $4, 'resident', '2000-01-01')`,
    [personId, number, `Prøve ${serial}`, centreId],
  );
  await run(
    `insert into episode (person_id, episode_id, number, centre_id, due_on, opened_on, prevalent, state)
     values ($1, $2, 1, $3, $4, $4, true, 'invited')`,
    [personId, episodeId, centreId, on],
  );
  await run(
    `insert into appointment (person_id, appointment_id, episode_id, centre_id, unit_id, day, at, kind, status)
     values ($1, $2, $3, $4, $5, $6, $7, 'ordinary', $8)`,
    [personId, appointmentId, episodeId, centreId, centreId === 'C06' ? 'U06' : 'U07', on, at, status],
  );
  return { personId, episodeId, appointmentId, version: 1 };
}

/** A woman whose consensus has recalled her today. */
export async function recalledWoman(db: Database, options: WomanOptions = {}): Promise<Woman> {
  const woman = await invitedWoman(db, { ...options, status: 'screened' });
  await db.pool.query(`update episode set state = 'assessment' where episode_id = $1`, [woman.episodeId]);
  await db.pool.query(
    `insert into episode_event (person_id, episode_id, event_id, day, kind, by_user) values ($1, $2, $3, $4, 'recalled', 'L-C06-1')`,
    [woman.personId, woman.episodeId, randomUUID(), options.on ?? clinicDay],
  );
  return woman;
}

export async function setToday(db: Database, today: Day): Promise<void> {
  await db.pool.query('update programme_clock set today = $1', [today]);
}
