/** Women in an open round without a time, the failsafe list that they come on, and the overview that counts them. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDays } from '#core/kernel/day';
import { system } from '#core/people/access';
import { invitationRules } from '#programmes/breast-no/invitation';
import { inTransaction } from '#server/db/transaction';
import { planInvitations } from '#server/invitation/plan-invitations';
import { addWoman, coordinator, goTo, office, smallArea, testToday } from '#server/invitation/small-area';
import { createTestDatabase, type TestDatabase } from '#test/database';
import { listFallenOut, loadWithoutTime } from './fallen-out.ts';
import { loadOverview } from './overview.ts';

let db: TestDatabase;
const women: string[] = [];

beforeAll(async () => {
  db = await createTestDatabase();
  await smallArea(db);
  for (let i = 0; i < 6; i++) women.push(await addWoman(db, { centreId: i % 2 === 0 ? 'C01' : 'C02' }));
  await inTransaction(db, system, (tx) => planInvitations(tx, { dryRun: false }));
  // The first's time is cancelled, the second's has passed without her, the third has none at all; the others keep theirs.
  const [first, second, third] = women;
  await db.pool.query(`
    update appointment set status = 'cancelled', version = 2 where person_id = '${first}';
    update appointment set status = 'did-not-attend', version = 2 where person_id = '${second}';
    insert into appointment_change (person_id, appointment_id, version, status, day, by_user)
      select person_id, appointment_id, version, status, date '${testToday}' + 3, 'system' from appointment where version = 2;
    delete from appointment_change where person_id = '${third}';
    delete from appointment where person_id = '${third}'`);
});
afterAll(() => db.drop());

it('says from which day each has been without a time', async () => {
  const [first, second, third] = women;
  const { rows } = await db.pool.query(`select day::text from appointment where person_id = $1`, [second]);
  const of = async (centreId?: string) =>
    (await inTransaction(db, office, (tx) => loadWithoutTime(tx, centreId))).toSorted((a, b) =>
      a.since < b.since ? -1 : 1,
    );
  const without = [
    { personId: third, centreId: 'C01', since: testToday },
    { personId: first, centreId: 'C01', since: addDays(testToday, 3) },
    { personId: second, centreId: 'C02', since: rows[0]?.day },
  ];
  expect(await of()).toEqual(without);
  expect(await of('C01')).toEqual(without.slice(0, 2));
});

it('lists everyone without a time when asked, however short', async () => {
  const list = async (show: 'too-long' | 'without-time') =>
    (await listFallenOut(db, coordinator, { show })).women.map((woman) => woman.personId);
  expect(await list('too-long')).toEqual([]);
  expect(await list('without-time')).toEqual([women[2], women[0]]);
});

it('shows them when it has lasted too long, each to those who may see her', async () => {
  await goTo(db, addDays(testToday, 200));
  const shown = async (actor: typeof office) => (await listFallenOut(db, actor)).women.map((woman) => woman.personId);
  expect(invitationRules.failsafe.dueDays).toBeLessThan(200);
  expect((await shown(office)).toSorted()).toEqual(women.slice(0, 3).toSorted());
  expect((await shown(coordinator)).toSorted()).toEqual([women[0], women[2]].toSorted());
});

it('the oldest to read is of what waits to be read, not of what waits for consensus', async () => {
  const task = `insert into reading_task (person_id, case_id, step, kind, centre_id, opened_on) values
    (gen_random_uuid(), gen_random_uuid(), 'c', 'consensus', 'C01', $1), (gen_random_uuid(), gen_random_uuid(), 'r1', 'read', 'C01', $2)`;
  const today = addDays(testToday, 200);
  await db.pool.query(task, [addDays(today, -30), addDays(today, -3)]);
  const [line] = (await loadOverview(db, coordinator)).centres;
  expect(line).toMatchObject({ toRead: 1, oldestReadingDays: 3, consensus: 1 });
});
