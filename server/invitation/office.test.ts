import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Day } from '#core/kernel/day';
import { type Actor, system } from '#core/people/access';
import { inTransaction, type Tx } from '#server/db/transaction';
import { createTestDatabase, type TestDatabase } from '#test/database';
import { dailyInvitationJobs } from './daily-jobs.ts';
import { freeTimes } from './free-times.ts';
import { listPlans } from './list-plans.ts';
import { pauseUnit } from './pause-unit.ts';
import { planInvitations } from './plan-invitations.ts';
import { roundOverview } from './round-overview.ts';
import { setOpeningHours } from './set-opening-hours.ts';
import { addWoman, coordinator, goTo, office, slotsThatDoNotAddUp, smallArea, testToday } from './small-area.ts';
import { unitCalendar } from './unit-calendar.ts';
import { womanAppointments } from './woman-appointments.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());
beforeEach(async () => {
  await db.pool.query(
    `truncate region, person, episode, appointment, slot, message, round_plan, unit, staff_user cascade`,
  );
  await smallArea(db);
});
const as = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => inTransaction(db, actor, work);
const rowsOf = async (query: string) => (await db.pool.query(query)).rows;

describe('the overview of areas', () => {
  it('counts who is due, late and invited, and a coordinator sees her own area', async () => {
    await addWoman(db, { lastScreenedOn: '2024-06-01' });
    await addWoman(db, { lastScreenedOn: '2024-11-20' });
    await addWoman(db, { lastScreenedOn: '2024-12-20' });
    const [area, ...others] = await as(coordinator, roundOverview);
    // U01 and U02 have six places a day; 18 open weekdays are left before Christmas closes the last of the four weeks.
    expect(area).toMatchObject({
      centreId: 'C01',
      overdue: 1,
      due: 2,
      coming: 1,
      oldestDays: 175,
      invited: 0,
      placesPerWeek: 60,
    });
    expect(others).toEqual([]);
    await as(system, (tx) => planInvitations(tx, { dryRun: false }));
    expect((await as(office, roundOverview))[0]).toMatchObject({ due: 0, coming: 0, invited: 3, withoutTime: 0 });
    expect(await as(coordinator, listPlans)).toMatchObject([
      { area: null, due: 3, placed: 3, state: 'carried-out', madeBy: 'system' },
    ]);
  });
});

describe('a unit', () => {
  it('shows its weeks: holidays, closed days, how full', async () => {
    await db.pool.query(`insert into unit_closure values ('U01', '2026-12-02', 'Service')`);
    const result = await as(coordinator, (tx) => unitCalendar(tx, { unitId: 'U01', weeks: 6 }));
    if (!result.ok) throw new Error(result.refusal.what);
    const on = (text: string) => result.value.days.find((each) => each.day === text);
    expect(result.value.days[0]?.day).toBe('2026-11-23');
    expect(on('2026-12-01')).toMatchObject({ shut: null, places: 6, booked: 0 });
    expect(on('2026-12-02')).toMatchObject({ shut: 'closed', detail: 'Service' });
    expect(on('2026-12-25')).toMatchObject({ shut: 'holiday' });
    expect(on('2026-12-05')).toMatchObject({ shut: 'no-hours' });
  });
  it('of another centre cannot be paused, nor its hours set, by a coordinator', async () => {
    const refused = { ok: false, refusal: { code: 'no-such-unit' } };
    expect(await as(coordinator, (tx) => pauseUnit(tx, { unitId: 'U03', from: testToday, reason: 'x' }))).toMatchObject(
      refused,
    );
    expect(await as(coordinator, (tx) => setOpeningHours(tx, { unitId: 'U03', hours: [] }))).toMatchObject(refused);
  });
  it('with new hours keeps those who fit and moves those who do not, each told once', async () => {
    for (let i = 0; i < 8; i++) await addWoman(db);
    await as(system, (tx) => planInvitations(tx, { dryRun: false }));
    const afternoon = [1, 2, 3, 4, 5].map((weekday) => ({
      weekday,
      opensAt: '09:00',
      closesAt: '11:00',
      slotMinutes: 20,
      places: 1,
    }));
    const before = await rowsOf(`select 1 from appointment where unit_id = 'U01' and at < '09:00'`);
    const result = await as(coordinator, (tx) => setOpeningHours(tx, { unitId: 'U01', hours: afternoon }));
    expect(result).toMatchObject({ ok: true, value: { affected: before.length, rebooked: before.length, waiting: 0 } });
    expect(
      await rowsOf(`select 1 from appointment where unit_id = 'U01' and at < '09:00' and status = 'invited'`),
    ).toEqual([]);
    expect(await rowsOf(`select 1 from message where kind = 'moved'`)).toHaveLength(before.length);
    expect(await slotsThatDoNotAddUp(db)).toEqual([]);
    const bad = [{ weekday: 1, opensAt: '10:00', closesAt: '09:00', slotMinutes: 10, places: 1 }];
    expect(await as(office, (tx) => setOpeningHours(tx, { unitId: 'U01', hours: bad }))).toMatchObject({
      refusal: { code: 'bad-hours', details: { weekday: 1 } },
    });
  });
});

describe('a woman', () => {
  it('has her appointments shown with who changed what, and free times offered near her', async () => {
    const her = await addWoman(db);
    await as(system, (tx) => planInvitations(tx, { dryRun: false }));
    const shown = await as(coordinator, (tx) => womanAppointments(tx, her));
    expect(shown).toMatchObject({
      ok: true,
      value: { appointments: [{ status: 'invited', changes: [{ status: 'invited', by: 'system' }] }] },
    });
    const free = await as(coordinator, (tx) => freeTimes(tx, { personId: her }));
    if (!free.ok) throw new Error(free.refusal.what);
    expect(free.value).toMatchObject({ from: '2026-11-24', to: '2026-12-07' });
    expect(new Set(free.value.times.map((each) => each.unitId))).toEqual(new Set(['U01', 'U02']));
    expect(await rowsOf(`select action from audit_entry where action = 'look'`)).toHaveLength(1);
  });
});

describe('day after day', () => {
  it('everyone due is invited once, reminded at most once and closed, with the slots adding up every day', async () => {
    for (let i = 0; i < 30; i++)
      await addWoman(db, { lastScreenedOn: `2024-12-${String((i % 28) + 1).padStart(2, '0')}` });
    const days = [
      '2026-11-23',
      '2026-11-30',
      '2026-12-15',
      '2027-01-04',
      '2027-01-18',
      '2027-02-01',
      '2027-02-15',
      '2027-03-15',
      '2027-04-12',
    ];
    for (const day of days) {
      await goTo(db, day as Day);
      await db.pool.query(
        `update appointment set status = 'did-not-attend', version = version + 1 where day < '${day}' and status = 'invited'`,
      );
      await db.pool.query(
        `insert into appointment_change select person_id, appointment_id, version, status, day, 'system' from appointment on conflict do nothing`,
      );
      expect(await as(system, dailyInvitationJobs)).toMatchObject({ ok: true });
      expect(await slotsThatDoNotAddUp(db)).toEqual([]);
    }
    const kinds = await rowsOf(
      `select kind, count(*)::int as n, count(distinct person_id)::int as women from appointment group by kind order by kind`,
    );
    expect(kinds).toEqual([
      { kind: 'ordinary', n: 30, women: 30 },
      { kind: 'reminder', n: 30, women: 30 },
    ]);
    expect(await rowsOf(`select state, outcome, count(*)::int as n from episode group by 1, 2`)).toEqual([
      { state: 'closed', outcome: 'not-attended', n: 30 },
    ]);
  });
});
