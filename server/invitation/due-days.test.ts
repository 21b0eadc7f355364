/** Who is due, asked in two ways and worked out here in a third, over women with rounds of every kind. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type DueFacts, dueDay } from '#core/invitation/due';
import { addDays } from '#core/kernel/day';
import { system } from '#core/people/access';
import { invitationRules } from '#programmes/breast-no/invitation';
import { inTransaction } from '#server/db/transaction';
import { createTestDatabase, type TestDatabase } from '#test/database';
import { loadDueDays } from './due-days.ts';
import { loadDueWomen } from './due-women.ts';
import { addWoman, coordinator, office, smallArea, testToday } from './small-area.ts';

const WOMEN = 150;
let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
  await smallArea(db);
  for (let i = 0; i < WOMEN; i++) {
    await addWoman(db, { centreId: i % 3 === 0 ? 'C02' : 'C01', birthDate: `${1953 + (i % 26)}-0${1 + (i % 9)}-15` });
  }
  // One text is one session and one transaction: the seed gives the same rounds every time.
  await db.pool.query(`
    select setseed(0.25);
    update person set last_screened_on = date '2019-01-01' + (random() * 2700)::int where random() < 0.6;
    insert into episode (person_id, episode_id, number, centre_id, due_on, opened_on, prevalent, state, outcome, closed_on)
      select p.person_id, gen_random_uuid(), n, case when random() < 0.2 then 'C02' else p.centre_id end, day, day, n = 1,
        case when open then 'invited' else 'closed' end, case when not open then 'not-attended' end,
        case when not open then day + 60 end
      from person p, generate_series(1, 3) n,
        lateral (select date '2020-03-01' + 730 * n + (random() * 400)::int as day, n = 3 and random() < 0.4 as open where p.person_id is not null) d
      where random() < 0.6;
    insert into appointment (person_id, appointment_id, episode_id, centre_id, unit_id, day, at, kind, status)
      select e.person_id, gen_random_uuid(), e.episode_id, e.centre_id, case e.centre_id when 'C02' then 'U03' else 'U01' end,
        e.opened_on + 30 + n, '09:00', case when random() < 0.7 then 'ordinary' else 'reminder' end,
        case when random() < 0.4 then 'moved' else 'did-not-attend' end
      from episode e, generate_series(1, 3) n where random() < 0.5;
    insert into invitation_stop (person_id, stop_id, from_day, lifted_on, reason)
      select person_id, gen_random_uuid(), date '2026-06-01' + (random() * 400)::int,
        case when random() < 0.5 then date '2026-12-01' - (random() * 60)::int end, 'wish'
      from person where random() < 0.2;
    insert into cancer (person_id, cancer_id, diagnosed_on, side, behaviour, histology, nodes, er, pr, her2, surgery, detection)
      select person_id, gen_random_uuid(), date '2010-01-01' + (random() * 6000)::int, 'left', 'invasive', 'nst', 'negative', 'unknown', 'unknown', 'unknown', 'none', 'outside'
      from person, generate_series(1, 2) where random() < 0.2;
    select note_last_invited(array(select person_id from person))`);
});
afterAll(() => db.drop());

it('gives the same women and days with few facts as with all, whoever asks', async () => {
  const { rows } = await db.pool.query(`select code, latitude, longitude from postal_code`);
  const homes = new Map(rows.map(({ code, ...point }) => [code, point]));
  for (const actor of [office, coordinator, system]) {
    for (const ahead of [-200, 0, 112, 400]) {
      const dueUntil = addDays(testToday, ahead);
      await inTransaction(db, actor, async (tx) => {
        const few = await loadDueDays(tx, { dueUntil });
        const all = await loadDueWomen(tx, { dueUntil });
        const brief = all.map(({ personId, centreId, municipality, point, due }) => ({
          personId,
          centreId,
          municipality,
          point,
          on: due.on,
        }));
        expect(byId(few.map(({ postalCode, ...one }) => ({ ...one, point: homes.get(postalCode ?? '') })))).toEqual(
          byId(brief),
        );
        if (actor === office && ahead >= 0) expect(few.length).toBeGreaterThan(10);
      });
    }
  }
});

it('gives whom the rule calls due of all women who live here, with no open round and no stop, and nobody else', async () => {
  const { rows } = await db.pool.query<DueFacts & { personId: string }>(
    `select p.person_id as "personId", p.centre_id as "centreId", p.birth_date as "birthDate", p.status_on as "residentSince",
       p.last_screened_on as "lastScreenedOn",
       (select max(c.diagnosed_on) from cancer c where c.person_id = p.person_id) as "lastCancerOn",
       (select coalesce((select max(a.day) from appointment a where (a.person_id, a.episode_id) = (e.person_id, e.episode_id)
            and a.kind = 'ordinary' and a.status <> 'moved'), e.opened_on)
          from episode e where e.person_id = p.person_id order by e.number desc limit 1) as "lastInvitedOn"
     from person p where p.sex = 'female' and p.status = 'resident'
       and not exists (select from episode e where e.person_id = p.person_id and e.state <> 'closed')
       and not exists (select from invitation_stop s where s.person_id = p.person_id and s.from_day <= $1
         and (s.lifted_on is null or s.lifted_on > $1))`,
    [testToday],
  );
  for (const ahead of [-200, 0, 112, 400]) {
    const dueUntil = addDays(testToday, ahead);
    const found = await inTransaction(db, system, (tx) => loadDueDays(tx, { dueUntil }));
    const wanted = rows.flatMap(({ personId, ...facts }) => {
      const due = dueDay(facts, testToday, invitationRules.due);
      return due.kind === 'due' && due.on <= dueUntil ? [{ personId, on: due.on }] : [];
    });
    expect(byId(found.map(({ personId, on }) => ({ personId, on })))).toEqual(byId(wanted));
  }
  expect(rows.length).toBeLessThan(WOMEN);
});

it('knows the rounds that a woman who has moved has had elsewhere, and gives a centre its own women only', async () => {
  const dueUntil = addDays(testToday, 112);
  const [all, own] = await Promise.all(
    [office, coordinator].map((actor) => inTransaction(db, actor, (tx) => loadDueDays(tx, { dueUntil }))),
  );
  const ofCentre = (all ?? []).filter((woman) => woman.centreId === 'C01');
  expect(byId(own ?? [])).toEqual(byId(ofCentre));
  const elsewhere = await inTransaction(db, coordinator, (tx) => loadDueDays(tx, { dueUntil, centreIds: ['C02'] }));
  expect(elsewhere).toEqual([]);
});

function byId<T extends { readonly personId: string }>(women: readonly T[]): T[] {
  return women.toSorted((a, b) => (a.personId < b.personId ? -1 : 1));
}
