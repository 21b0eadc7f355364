import { afterAll, beforeAll, expect, it } from 'vitest';
import { standardLuminances } from '#core/equipment/gsdf';
import { addDays, type Day } from '#core/kernel/day';
import { listEquipment } from '#server/equipment/list-equipment';
import { recordTest } from '#server/equipment/record-test';
import { inTransaction } from '#server/db/transaction';
import { clinicDay, makeClinic, staff } from '#test/clinic';
import { createTestDatabase, type TestDatabase } from '#test/database';
import { demoDesk } from './demo.ts';
import type { Play } from './play.ts';
import { playEquipment } from './play-equipment.ts';
import { playEquipmentDay } from './play-equipment-day.ts';

const physicist = staff('physicist', 'C06', 'FY-C06-1');

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
  await makeClinic(db);
  await db.pool.query(`insert into staff_user (id, name, role, centre_id) values
    ('FY-C06-1', 'Fysiker A', 'physicist', 'C06'), ('R-C06-9', 'Radiograf A', 'radiographer', 'C06')`);
  await playEquipment(db);
});
afterAll(() => db.drop());

const evening = async (today: Day) => {
  await db.pool.query('update programme_clock set today = $1', [today]);
  const play = { db, today, demo: { seed: 7, desk: demoDesk } } as unknown as Play;
  await playEquipmentDay(play);
};
const tests = async () => Number((await db.pool.query('select count(*) from equipment_test')).rows[0]?.count);
const items = async () => (await inTransaction(db, physicist, (tx) => listEquipment(tx, {}))).items;

it('does what is due on each working day, once, and mends what has stopped', async () => {
  const display = (await items()).find((one) => one.kind === 'display');
  if (!display) throw new Error('the centre has displays');
  const { equipmentId } = display;
  const dark = {
    ambient: 0.2,
    levels: standardLuminances(1.4, 300.2, 18).map((level) => level - 0.2),
    corners: [240, 240, 240, 240, 240],
    darkest: 1.2,
    brightest: 300,
    'brightest-other': 300,
  };
  const stopped = await inTransaction(db, physicist, (tx) =>
    recordTest(tx, {
      equipmentId,
      test: 'display-luminance',
      doneOn: tx.today,
      instrument: '',
      measured: dark,
      note: '',
    }),
  );
  expect(stopped).toMatchObject({ ok: true, value: { result: 'suspended' } });

  for (let i = 0; i < 14; i++) {
    const today = addDays(clinicDay, i);
    await evening(today);
    const after = await tests();
    await evening(today);
    expect(await tests()).toBe(after);
    const late = (await items()).flatMap((one) => one.due).filter((due) => due.state === 'overdue');
    expect(late.filter((due) => ['display-daily', 'machine-weekly'].includes(due.test))).toEqual([]);
  }
  expect((await items()).find((one) => one.equipmentId === equipmentId)).toMatchObject({
    state: 'in-use',
    openFollowUps: 0,
  });
});
