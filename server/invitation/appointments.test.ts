import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cancelReasons } from '#core/invitation/appointment';
import { addDays, type Day } from '#core/kernel/day';
import type { Result } from '#core/kernel/result';
import { type Actor, system } from '#core/people/access';
import { inTransaction, type Tx } from '#server/db/transaction';
import { stopInvitations } from '#server/people/stop-invitations';
import { undoStop } from '#server/people/undo-stop';
import { createTestDatabase, type TestDatabase } from '#test/database';
import { bookReminders } from './book-reminder.ts';
import { cancelAppointment } from './cancel-appointment.ts';
import { changeAppointment } from './change-appointment.ts';
import { checkIn } from './check-in.ts';
import { closeMissedEpisodes } from './close-missed.ts';
import { confirmAppointment } from './confirm-appointment.ts';
import { freeTimes } from './free-times.ts';
import { markNotAttended } from './mark-not-attended.ts';
import { moveAppointment } from './move-appointment.ts';
import { pauseArea } from './pause-area.ts';
import { pauseUnit } from './pause-unit.ts';
import { planInvitations } from './plan-invitations.ts';
import { resumeArea } from './resume-area.ts';
import { resumeUnit } from './resume-unit.ts';
import { addWoman, coordinator, goTo, office, slotsThatDoNotAddUp, smallArea, testToday } from './small-area.ts';
import { undoCancelling } from './undo-cancelling.ts';
import { withdrawFromRound } from './withdraw-from-round.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
  await smallArea(db);
});
afterAll(() => db.drop());
beforeEach(async () => {
  await db.pool.query(`truncate person, episode, appointment, slot, message, round_plan cascade`);
  await db.pool.query(`update unit set paused_on = null; update centre set paused_on = null`);
  await goTo(db, testToday);
});

const as = <T>(actor: Actor, work: (tx: Tx) => Promise<Result<T>>) => inTransaction(db, actor, work);
const rowsOf = async (query: string, values: unknown[] = []) => (await db.pool.query(query, values)).rows;

async function invited(count = 1) {
  const ids: string[] = [];
  for (let i = 0; i < count; i++) ids.push(await addWoman(db));
  await as(system, (tx) => planInvitations(tx, { dryRun: false }));
  const rows = await rowsOf(
    `select person_id as "personId", appointment_id as "appointmentId", episode_id as "episodeId", version, unit_id as "unitId",
       day, left(at::text, 5) as at from appointment order by person_id`,
  );
  return rows as {
    personId: string;
    appointmentId: string;
    episodeId: string;
    version: number;
    unitId: string;
    day: Day;
    at: string;
  }[];
}
const one = async () => {
  const [appointment] = await invited();
  if (!appointment) throw new Error('nobody was invited');
  return appointment;
};
const freeFor = async (personId: string) => {
  const result = await as(coordinator, (tx) => freeTimes(tx, { personId }));
  if (!result.ok) throw new Error(result.refusal.what);
  return result.value.times;
};

describe('moving', () => {
  it('gives a new time, keeps the old one as moved, and both slots add up', async () => {
    const her = await one();
    const time = (await freeFor(her.personId)).find((each) => each.unitId === 'U02');
    if (!time) throw new Error('no free time');
    const moved = await as(coordinator, (tx) => moveAppointment(tx, { ...her, ...time }));
    expect(moved).toMatchObject({
      ok: true,
      value: { unitId: 'U02', day: time.day, at: time.at, status: 'confirmed' },
    });
    expect(await rowsOf('select status, moved_from from appointment order by status')).toEqual([
      { status: 'confirmed', moved_from: her.appointmentId },
      { status: 'moved', moved_from: null },
    ]);
    expect(await rowsOf(`select kind from message where kind = 'moved'`)).toHaveLength(1);
    expect(await slotsThatDoNotAddUp(db)).toEqual([]);
  });
  it('of two at once for the last place, one gets it and the other keeps her time', async () => {
    const [a, b] = await invited(2);
    if (!a || !b) throw new Error('not invited');
    const time = { unitId: 'U02', day: '2026-12-01' as Day, at: '08:20' };
    const results = await Promise.all(
      [a, b].map((her) => as(coordinator, (tx) => moveAppointment(tx, { ...her, ...time }))),
    );
    const codes = results.map((each) => (each.ok ? 'ok' : each.refusal.code)).sort();
    expect(codes).toEqual(['ok', 'slot-full']);
    expect(
      await rowsOf(`select status from appointment where status in ('invited', 'confirmed') order by status`),
    ).toEqual([{ status: 'confirmed' }, { status: 'invited' }]);
    expect(await slotsThatDoNotAddUp(db)).toEqual([]);
  });
  it('to a time the unit does not have, or on a shut day, changes nothing', async () => {
    const her = await one();
    const to = (time: { day: string; at: string }) =>
      as(coordinator, (tx) => moveAppointment(tx, { ...her, unitId: 'U01', day: time.day as Day, at: time.at }));
    expect(await to({ day: '2026-12-01', at: '08:07' })).toMatchObject({ refusal: { code: 'no-such-time' } });
    expect(await to({ day: '2026-12-25', at: '08:20' })).toMatchObject({ refusal: { code: 'unit-closed' } });
    expect(await to({ day: '2026-11-02', at: '08:20' })).toMatchObject({ refusal: { code: 'in-the-past' } });
    expect(await rowsOf('select status from appointment')).toEqual([{ status: 'invited' }]);
  });
  it('ten at once of the same appointment move it once', async () => {
    const her = await one();
    const times = (await freeFor(her.personId)).slice(0, 10);
    const results = await Promise.all(
      times.map((time) => as(coordinator, (tx) => moveAppointment(tx, { ...her, ...time }))),
    );
    expect(results.filter((each) => each.ok)).toHaveLength(1);
    for (const each of results) if (!each.ok) expect(each.refusal.code).toBe('changed-by-other');
    expect(await slotsThatDoNotAddUp(db)).toEqual([]);
  });
});

describe('a stale version', () => {
  it('is refused, and says who changed it, when and to what', async () => {
    const her = await one();
    expect(await as(coordinator, (tx) => confirmAppointment(tx, her))).toMatchObject({ ok: true });
    expect(await as(office, (tx) => cancelAppointment(tx, { ...her, reason: 'later' }))).toMatchObject({
      ok: false,
      refusal: { code: 'changed-by-other', details: { status: 'confirmed', by: 'Kari Koordinator', day: testToday } },
    });
    expect(await rowsOf(`select kind from message where kind = 'cancelled'`)).toEqual([]);
  });
  it('of another centre is not even found', async () => {
    const her = await one();
    const stranger = { ...coordinator, userId: 'K-C02-1', centres: ['C02'] };
    expect(await as(stranger, (tx) => confirmAppointment(tx, her))).toMatchObject({ refusal: { code: 'not-found' } });
  });
});

describe('cancelling', () => {
  it.each([
    ['later', 'invited', null, 0],
    ['not-this-round', 'closed', 'declined', 0],
    ['never', 'closed', 'declined', 1],
  ] as const)('%s', async (reason, state, outcome, stops) => {
    const her = await one();
    expect(await as(coordinator, (tx) => cancelAppointment(tx, { ...her, reason }))).toMatchObject({ ok: true });
    expect(await rowsOf('select state, outcome from episode')).toEqual([{ state, outcome }]);
    expect(await rowsOf('select 1 from invitation_stop')).toHaveLength(stops);
    expect(await rowsOf(`select 1 from message where kind = 'cancelled'`)).toHaveLength(1);
    expect(await slotsThatDoNotAddUp(db)).toEqual([]);
  });
});

describe('taking a cancellation back', () => {
  const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code);
  const letters = () => rowsOf(`select kind, state, content ->> 'movedBy' as by from message order by kind, state`);
  const undo = (key: { personId: string; appointmentId: string; version?: number }) =>
    as(coordinator, (tx) => undoCancelling(tx, key));

  it('of any kind, sent or not, gives her round and time back, and she hears what she must', async () => {
    const plan = fc.record({ reason: fc.constantFrom(...cancelReasons), toldOfTime: fc.boolean(), told: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(plan, async ({ reason, toldOfTime, told }) => {
        await db.pool.query(`truncate person, episode, appointment, slot, message, round_plan cascade`);
        const her = await one();
        if (toldOfTime) await rowsOf(`update message set state = 'sent'`);
        const cancelled = await as(coordinator, (tx) => cancelAppointment(tx, { ...her, reason }));
        if (told) await rowsOf(`update message set state = 'sent' where kind = 'cancelled'`);
        if (!cancelled.ok) throw new Error(cancelled.refusal.what);
        const { version } = cancelled.value;
        expect(codeOf(await undo({ ...her, version: version - 1 }))).toBe('changed-by-other');
        expect(await undo({ ...her, version })).toMatchObject({ value: { status: 'invited', corrected: told } });
        expect(
          await rowsOf(
            `select unit_id, day, left(at::text, 5) as at, moved_from from appointment where status = 'invited'`,
          ),
        ).toEqual([{ unit_id: her.unitId, day: her.day, at: her.at, moved_from: her.appointmentId }]);
        expect(await rowsOf('select state, outcome from episode')).toEqual([{ state: 'invited', outcome: null }]);
        expect(await rowsOf('select 1 from invitation_stop where lifted_on is null')).toEqual([]);
        expect(await slotsThatDoNotAddUp(db)).toEqual([]);
        // What has left stays; a letter that says that the time stands, or offers it, goes only to who needs it.
        const waiting = (await letters()).filter((letter) => letter.state === 'waiting');
        const offer = { kind: 'invitation', state: 'waiting', by: null };
        const stands = { kind: 'moved', state: 'waiting', by: 'nobody' };
        expect(waiting).toEqual(told ? [stands] : toldOfTime ? [] : [offer]);
        expect(codeOf(await undo(her))).toBe('changed-by-other');
        expect(codeOf(await undo({ ...her, version }))).toBe('gone-on');
      }),
      { numRuns: 12 },
    );
  });

  it('is refused when others have the time, when it has passed, and when it was not her wish', async () => {
    const her = await one();
    const key = { personId: her.personId, appointmentId: her.appointmentId };
    expect(codeOf(await undo(key))).toBe('not-cancelled');
    await as(coordinator, (tx) => cancelAppointment(tx, { ...her, reason: 'later' }));
    await rowsOf('update slot set booked = places where unit_id = $1 and day = $2', [her.unitId, her.day]);
    expect(codeOf(await undo(key))).toBe('slot-full');
    await goTo(db, addDays(her.day, 1));
    expect(codeOf(await undo(key))).toBe('in-the-past');
    expect(await rowsOf('select status from appointment')).toEqual([{ status: 'cancelled' }]);
  });

  it('entered in the register by a slip: taken back the same day with her time, not later', async () => {
    const her = await one();
    const stop = () => as(office, (tx) => stopInvitations(tx, { personId: her.personId, reason: '' }));
    const takeBack = () => as(office, (tx) => undoStop(tx, { personId: her.personId, days: 0 }));
    expect(codeOf(await takeBack())).toBe('not-stopped');
    await stop();
    expect(await rowsOf('select state, outcome from episode')).toEqual([{ state: 'closed', outcome: 'withdrawn' }]);
    expect(await takeBack()).toMatchObject({ value: { round: true, time: { day: her.day, at: her.at } } });
    expect((await letters()).filter((letter) => letter.state === 'waiting')).toMatchObject([{ kind: 'invitation' }]);
    expect(await slotsThatDoNotAddUp(db)).toEqual([]);
    await stop();
    await rowsOf('update slot set booked = places where unit_id = $1 and day = $2', [her.unitId, her.day]);
    expect(await takeBack()).toMatchObject({ value: { round: true, time: null } });
    await stop();
    await goTo(db, addDays(testToday, 1));
    expect(codeOf(await takeBack())).toBe('too-late');
  });
});

describe('those who do not come', () => {
  it('get one reminder with a new time, and are then left in peace', async () => {
    const her = await one();
    await goTo(db, her.day);
    expect(await as(system, (tx) => markNotAttended(tx))).toEqual({ ok: true, value: { count: 1 } });
    expect(await as(system, bookReminders)).toMatchObject({ value: { booked: [] } });
    await goTo(db, '2027-01-20');
    expect(await as(system, bookReminders)).toMatchObject({ value: { booked: [{ personId: her.personId }] } });
    expect(await as(system, bookReminders)).toMatchObject({ value: { booked: [] } });
    expect(await rowsOf(`select cause from message where kind = 'reminder'`)).toHaveLength(1);
    const [reminder] = await rowsOf(`select day from appointment where kind = 'reminder'`);
    expect(reminder.day >= '2027-02-10').toBe(true);
    await goTo(db, '2027-04-01');
    await as(system, (tx) => markNotAttended(tx));
    expect(await as(system, closeMissedEpisodes)).toEqual({ ok: true, value: { count: 1 } });
    expect(await rowsOf('select state, outcome from episode')).toEqual([{ state: 'closed', outcome: 'not-attended' }]);
    expect(await as(system, bookReminders)).toMatchObject({ value: { booked: [] } });
    expect(await slotsThatDoNotAddUp(db)).toEqual([]);
  });
  it('are not those who have come', async () => {
    const her = await one();
    await goTo(db, her.day);
    expect(await as(coordinator, (tx) => checkIn(tx, her))).toMatchObject({ ok: true });
    expect(await as(system, (tx) => markNotAttended(tx))).toMatchObject({ value: { count: 0 } });
    expect(await as(coordinator, (tx) => changeAppointment(tx, her, 'screen'))).toMatchObject({
      refusal: { code: 'changed-by-other' },
    });
    const seen = { ...her, version: 2 };
    expect(await as(coordinator, (tx) => changeAppointment(tx, seen, 'screen'))).toMatchObject({
      value: { status: 'screened' },
    });
    expect(await rowsOf('select last_screened_on from person')).toEqual([{ last_screened_on: her.day }]);
  });
  it('cannot check in before the day', async () => {
    const her = await one();
    expect(await as(coordinator, (tx) => checkIn(tx, her))).toMatchObject({ refusal: { code: 'not-yet' } });
  });
  it('who put it off and missed a moved time are reminded too', async () => {
    const her = await one();
    const time = (await freeFor(her.personId)).find((each) => each.day < her.day);
    if (!time) throw new Error('no earlier time');
    await as(coordinator, (tx) => moveAppointment(tx, { ...her, ...time }));
    await goTo(db, time.day);
    await as(system, (tx) => markNotAttended(tx));
    await goTo(db, '2027-01-20');
    expect(await as(system, bookReminders)).toMatchObject({ value: { booked: [{ personId: her.personId }] } });
  });
});

describe('a pause', () => {
  it('of a unit moves those who had a time there, and tells each once which time is valid', async () => {
    await invited(6);
    const paused = await as(office, (tx) =>
      pauseUnit(tx, { unitId: 'U01', from: testToday, reason: 'Apparatet er i ustand' }),
    );
    expect(paused).toMatchObject({ ok: true, value: { affected: 6, rebooked: 6, waiting: 0 } });
    const live = await rowsOf(`select unit_id, moved_from from appointment where status = 'invited'`);
    expect(live.every((row) => row.unit_id === 'U02' && row.moved_from)).toBe(true);
    expect(await rowsOf(`select 1 from message where kind = 'moved'`)).toHaveLength(6);
    expect(await rowsOf(`select 1 from message where kind = 'cancelled'`)).toHaveLength(0);
    expect(await slotsThatDoNotAddUp(db)).toEqual([]);
    const again = await as(office, (tx) => pauseUnit(tx, { unitId: 'U01', from: testToday, reason: 'x' }));
    expect(again).toMatchObject({ refusal: { code: 'paused-already' } });
    expect(await as(office, (tx) => resumeUnit(tx, { unitId: 'U01' }))).toMatchObject({
      ok: true,
      value: { booked: [] },
    });
  });
  it('of an area stops invitations and keeps everyone; resuming catches up, the oldest first', async () => {
    await invited(4);
    const pause = { centreId: 'C01', from: testToday, reason: 'Pandemi', cancel: true };
    expect(await as(office, (tx) => pauseArea(tx, pause))).toMatchObject({
      ok: true,
      value: { affected: 4, rebooked: 0, waiting: 4 },
    });
    expect(await rowsOf(`select kind, content ->> 'day' as day from message where cause like 'waiting:%'`)).toEqual(
      Array.from({ length: 4 }, () => ({ kind: 'moved', day: null })),
    );
    expect(await rowsOf(`select 1 from message where kind = 'cancelled'`)).toEqual([]);
    await addWoman(db);
    await goTo(db, '2027-03-10');
    expect(await as(system, (tx) => planInvitations(tx, { dryRun: false }))).toMatchObject({
      value: { counts: { placed: 0 } },
    });
    expect(await as(system, bookReminders)).toMatchObject({ value: { booked: [] } });
    const resumed = await as(office, (tx) => resumeArea(tx, { centreId: 'C01' }));
    expect(resumed).toMatchObject({ ok: true, value: { unplaced: [] } });
    expect(resumed.ok && resumed.value.booked).toHaveLength(4);
    expect(await as(system, (tx) => planInvitations(tx, { dryRun: false }))).toMatchObject({
      value: { counts: { placed: 1 } },
    });
    expect(await slotsThatDoNotAddUp(db)).toEqual([]);
  });
});

describe('leaving the round', () => {
  it('gives the place back and closes the episode', async () => {
    const her = await one();
    const leave = (tx: Tx) => withdrawFromRound(tx, { personId: her.personId, reason: 'dead' });
    expect(await as(system, leave)).toEqual({ ok: true, value: { withdrawn: true } });
    expect(await rowsOf('select state, outcome from episode')).toEqual([{ state: 'closed', outcome: 'withdrawn' }]);
    expect(await as(system, leave)).toEqual({ ok: true, value: { withdrawn: false } });
    expect(await slotsThatDoNotAddUp(db)).toEqual([]);
  });
});
