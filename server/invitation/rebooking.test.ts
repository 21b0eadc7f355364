import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addDays, type Day } from '#core/kernel/day';
import type { Result } from '#core/kernel/result';
import { type Actor, system } from '#core/people/access';
import { inTransaction, type Tx } from '#server/db/transaction';
import { createTestDatabase, type TestDatabase } from '#test/database';
import { bookReplacements } from './book-replacements.ts';
import { freeTimes } from './free-times.ts';
import { listRebookings } from './list-rebookings.ts';
import { moveAppointment } from './move-appointment.ts';
import { pauseUnit } from './pause-unit.ts';
import { planInvitations } from './plan-invitations.ts';
import { setNeeds } from './set-needs.ts';
import { setUnitDays } from './set-unit-days.ts';
import { addWoman, coordinator, goTo, office, slotsThatDoNotAddUp, smallArea, testToday } from './small-area.ts';
import { tryOut } from './try-out.ts';
import { undoRebooking } from './undo-rebooking.ts';
import { unitCalendar } from './unit-calendar.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
  await smallArea(db);
});
afterAll(() => db.drop());
beforeEach(async () => {
  await db.pool.query(`truncate person, episode, appointment, slot, message, round_plan, rebooking cascade`);
  await db.pool.query(`delete from unit_closure; delete from unit_block; delete from unit_special_day`);
  await db.pool.query(`update unit set paused_on = null, step_free = null; update centre set paused_on = null`);
  await goTo(db, testToday);
});

const as = <T>(actor: Actor, work: (tx: Tx) => Promise<Result<T>>) => inTransaction(db, actor, work);
const rowsOf = async (query: string, values: unknown[] = []) => (await db.pool.query(query, values)).rows;
const must = async <T>(result: Promise<Result<T>>): Promise<T> => {
  const known = await result;
  if (!known.ok) throw new Error(known.refusal.what);
  return known.value;
};
const invite = async (count: number) => {
  for (let i = 0; i < count; i++) await addWoman(db);
  await as(system, (tx) => planInvitations(tx, { dryRun: false }));
};
const pauseBoth = async (tx: Tx) => {
  await tx.q.updateTable('unit').set({ paused_on: testToday }).where('id', '=', 'U02').execute();
  return pauseUnit(tx, { unitId: 'U01', from: testToday, reason: 'Vannskade' });
};
const standing = () =>
  rowsOf(`select unit_id, day, at from appointment where status = 'invited' order by day, at, unit_id`);

describe('a dry run', () => {
  it('counts, names and gives reasons as the act would, and keeps nothing but that one has looked', async () => {
    await invite(6);
    const before = await standing();
    const work = (tx: Tx) => pauseUnit(tx, { unitId: 'U01', from: testToday, reason: 'Apparatet er i ustand' });
    const tried = await must(tryOut(db, office, work));
    expect(tried).toMatchObject({ affected: 6, rebooked: 6, waiting: 0 });
    expect(tried.women[0]).toMatchObject({
      was: { unitId: 'U01' },
      given: { unitId: 'U02' },
      because: null,
      ring: false,
    });
    expect(await standing()).toEqual(before);
    expect(await rowsOf(`select 1 from rebooking`)).toEqual([]);
    expect(await rowsOf(`select 1 from audit_entry where detail ->> 'what' = 'dry run of a rebooking'`)).toHaveLength(
      6,
    );
    expect(await must(as(office, work))).toMatchObject({ affected: 6, rebooked: 6, waiting: 0 });
  });
});

describe('a woman whose time is taken away', () => {
  it('gets a new one at once though her day lies beyond the first weeks, in one letter that says who moved it', async () => {
    await invite(2);
    await db.pool.query(`update appointment set day = day + 56`);
    await db.pool.query(`update slot set day = day + 56`);
    await must(as(office, (tx) => pauseUnit(tx, { unitId: 'U01', from: testToday, reason: 'Service' })));
    const letters = await rowsOf(`select kind, content ->> 'movedBy' as by, content ->> 'day' as day,
      content ->> 'previousDay' as previous from message where kind <> 'invitation'`);
    expect(letters).toHaveLength(2);
    for (const letter of letters) {
      expect(letter).toMatchObject({ kind: 'moved', by: 'programme' });
      expect(Math.abs(Date.parse(letter.day) - Date.parse(letter.previous))).toBeLessThan(14 * 86_400_000);
    }
  });

  it('is told once to wait when there is no room; a time found before that letter has left takes its place', async () => {
    await invite(1);
    await must(as(office, pauseBoth));
    const told = `select state, content ->> 'day' as day from message where kind = 'moved' order by state`;
    expect(await rowsOf(told)).toEqual([{ state: 'waiting', day: null }]);
    await db.pool.query(`update unit set paused_on = null where id = 'U02'`);
    const { booked } = await must(as(system, bookReplacements));
    expect(await rowsOf(told)).toEqual([
      { state: 'waiting', day: booked[0]?.day },
      { state: 'withdrawn', day: null },
    ]);
  });
});

describe('taking a rebooking back', () => {
  it('opens the unit and gives each her old time, and nobody hears of it', async () => {
    await invite(6);
    const before = await standing();
    const { rebookingId } = await must(
      as(coordinator, (tx) => pauseUnit(tx, { unitId: 'U01', from: testToday, reason: 'Service' })),
    );
    const undo = (tx: Tx) => undoRebooking(tx, { rebookingId: rebookingId ?? '' });
    const listed = await inTransaction(db, coordinator, (tx) => listRebookings(tx, {}));
    expect(listed).toMatchObject([{ affected: 6, rebooked: 6, madeBy: 'Kari Koordinator', mayUndo: true }]);
    expect(await must(as(coordinator, undo))).toMatchObject({ restored: 6, kept: 0 });
    expect(await standing()).toEqual(before);
    expect(await rowsOf(`select paused_on from unit where id = 'U01'`)).toEqual([{ paused_on: null }]);
    expect(await rowsOf(`select distinct state from message where kind = 'moved'`)).toEqual([{ state: 'withdrawn' }]);
    expect(
      await rowsOf(`select 1 from message m join appointment a using (person_id, appointment_id)
      where m.kind = 'invitation' and a.status = 'invited'`),
    ).toHaveLength(6);
    expect(await slotsThatDoNotAddUp(db)).toEqual([]);
    expect(await as(coordinator, undo)).toMatchObject({ refusal: { code: 'undone-already' } });
  });

  it('leaves those who have been told with what they were told, and is refused after some days', async () => {
    await invite(2);
    const { rebookingId } = await must(
      as(office, (tx) => pauseUnit(tx, { unitId: 'U01', from: testToday, reason: 'Service' })),
    );
    const undo = (tx: Tx) => undoRebooking(tx, { rebookingId: rebookingId ?? '' });
    await db.pool.query(`update message set state = 'sent' where message_id = (
      select message_id from message where kind = 'moved' order by message_id limit 1)`);
    await goTo(db, addDays(testToday, 3));
    expect(await as(office, undo)).toMatchObject({ refusal: { code: 'too-late' } });
    await goTo(db, addDays(testToday, 1));
    const undone = await must(as(office, undo));
    expect(undone).toMatchObject({ restored: 1, kept: 1 });
    expect(undone.women.map((woman) => woman.kept === 'told').sort()).toEqual([false, true]);
    expect(await slotsThatDoNotAddUp(db)).toEqual([]);
  });
});

describe('days of a unit', () => {
  it('are shut, opened and blocked by a pattern; who has a time then is moved; undone they are as before', async () => {
    await invite(6);
    const [first] = await rowsOf(`select min(day) as day from appointment where unit_id = 'U01'`);
    const day = first.day as Day;
    const on = async () => {
      const { days } = await must(as(coordinator, (tx) => unitCalendar(tx, { unitId: 'U01', from: day, weeks: 2 })));
      return days.find((each) => each.day === day);
    };
    const pattern = { from: day, to: addDays(day, 8), weekdays: [1, 2, 3, 4, 5], everyWeeks: 1 };
    const blocked = { kind: 'blocked' as const, from: '08:00', to: '09:00', reason: 'Møte' };
    const block = await must(as(coordinator, (tx) => setUnitDays(tx, { unitId: 'U01', pattern, change: blocked })));
    expect(block.women.every((woman) => woman.was.at < '09:00' && woman.given)).toBe(true);
    expect(await on()).toMatchObject({ shut: null, places: 3 });
    const shut = { kind: 'closed' as const, reason: 'Service' };
    await must(as(coordinator, (tx) => setUnitDays(tx, { unitId: 'U01', pattern, change: shut })));
    expect(await on()).toMatchObject({ shut: 'closed', detail: 'Service', booked: 0 });
    expect(await rowsOf(`select 1 from appointment where status = 'invited'`)).toHaveLength(6);
    expect(await slotsThatDoNotAddUp(db)).toEqual([]);
    const [latest] = await inTransaction(db, office, (tx) => listRebookings(tx, { unitId: 'U01' })).then((all) =>
      all.filter(({ reason }) => reason === 'Service'),
    );
    await must(as(office, (tx) => undoRebooking(tx, { rebookingId: latest?.rebookingId ?? '' })));
    expect(await on()).toMatchObject({ shut: null, places: 3 });
    expect(await slotsThatDoNotAddUp(db)).toEqual([]);
    const past = { from: testToday, to: testToday, weekdays: [1], everyWeeks: 1 };
    expect(await as(office, (tx) => setUnitDays(tx, { unitId: 'U01', pattern: past, change: shut }))).toMatchObject({
      refusal: { code: 'no-days' },
    });
  });
});

describe('what a woman needs', () => {
  const her = async () => {
    const [row] =
      await rowsOf(`select person_id as "personId", appointment_id as "appointmentId", version, unit_id as "unitId",
      day, left(at::text, 5) as at, left(also_at::text, 5) as "alsoAt" from appointment where status in ('invited', 'confirmed')`);
    return row as {
      personId: string;
      appointmentId: string;
      version: number;
      unitId: string;
      day: Day;
      at: string;
      alsoAt: string | null;
    };
  };

  it('makes her time longer where there is room, and gives the room back when she does not need it', async () => {
    await invite(1);
    const { personId } = await her();
    const set = (needs: object) => must(as(coordinator, (tx) => setNeeds(tx, { personId, needs })));
    expect(await set({ interpreter: 'so' })).toEqual({ unmet: [] });
    expect(await her()).toMatchObject({ at: '08:00', alsoAt: '08:20', version: 2 });
    expect(await slotsThatDoNotAddUp(db)).toEqual([]);
    expect(await set({})).toEqual({ unmet: [] });
    expect(await her()).toMatchObject({ alsoAt: null, version: 3 });
    expect(await slotsThatDoNotAddUp(db)).toEqual([]);
  });

  it('says what the time she has does not give, and only times that do are offered and booked', async () => {
    await invite(1);
    const before = await her();
    await db.pool.query(`update unit set step_free = false where id = $1`, [before.unitId]);
    const { personId } = before;
    const set = await must(as(coordinator, (tx) => setNeeds(tx, { personId, needs: { wheelchair: true } })));
    expect(set).toEqual({ unmet: ['stairs'] });
    const { times } = await must(as(coordinator, (tx) => freeTimes(tx, { personId })));
    expect(new Set(times.map((time) => time.unitId))).toEqual(new Set(['U02']));
    // The last time of the day has none after it.
    expect(times.some((time) => time.at === '09:40')).toBe(false);
    const now = await her();
    const to = (time: object) => as(coordinator, (tx) => moveAppointment(tx, { ...now, ...time }));
    const day = times[0]?.day;
    expect(await to({ unitId: now.unitId, day, at: '08:00' })).toMatchObject({ refusal: { code: 'stairs' } });
    expect(await to({ unitId: 'U02', day, at: '09:40' })).toMatchObject({ refusal: { code: 'too-short' } });
    expect(await to({ unitId: 'U02', day, at: '09:00' })).toMatchObject({ ok: true, value: { longer: true } });
    expect(await slotsThatDoNotAddUp(db)).toEqual([]);
    const [letter] = await rowsOf(`select content from message where kind = 'moved'`);
    expect(letter.content).toMatchObject({ longer: true, stepFree: true });
  });

  it('is honoured by planning too', async () => {
    const personId = await addWoman(db);
    await db.pool.query(`update person set needs = '{"interpreter": "pl"}' where person_id = $1`, [personId]);
    await as(system, (tx) => planInvitations(tx, { dryRun: false }));
    expect((await her()).alsoAt).not.toBeNull();
    expect(await slotsThatDoNotAddUp(db)).toEqual([]);
  });
});
