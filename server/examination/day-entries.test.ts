/** Days without the system, on the real database: sent in any order, twice, in parts; and what a person settles. */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nothingToReport } from '#core/examination/interview';
import { allTaken } from '#core/examination/views';
import { addDays } from '#core/kernel/day';
import type { Result } from '#core/kernel/result';
import { system } from '#core/people/access';
import { inTransaction } from '#server/db/transaction';
import { markNotAttended } from '#server/invitation/mark-not-attended';
import { clinicDay, invitedWoman, makeClinic, setToday, staff, type Woman } from '#test/clinic';
import { createTestDatabase, type TestDatabase } from '#test/database';
import { listEntries } from './list-entries.ts';
import type { DayEntry, EntryContent } from './perform-entry.ts';
import { settleEntry } from './settle-entry.ts';
import { takeEntry } from './take-entry.ts';
import { undoNotAttended } from './undo-not-attended.ts';

let db: TestDatabase;
const coordinator = staff('coordinator', 'C06', 'K-C06-1');

beforeAll(async () => {
  db = await createTestDatabase();
  await makeClinic(db);
  await db.pool.query(`insert into staff_user (id, name, role, centre_id) values
    ('R-C06-1', 'Ragna', 'radiographer', 'C06'), ('K-C06-1', 'Klara', 'coordinator', 'C06')`);
});
afterAll(() => db.drop());

const examined: EntryContent = {
  kind: 'examined',
  modality: 'DM',
  interview: nothingToReport,
  views: allTaken([]),
  cannotBeBetter: false,
};
const entryOf = (woman: Woman, content: EntryContent = examined): DayEntry => ({
  entryId: randomUUID(),
  personId: woman.personId,
  appointmentId: woman.appointmentId,
  source: 'offline',
  performedBy: 'R-C06-1',
  arrivedAt: '09:02',
  doneAt: '09:10',
  content,
});
const take = (entry: DayEntry) => inTransaction(db, coordinator, (tx) => takeEntry(tx, entry));
const settle = (entry: DayEntry, how: 'record' | 'set-aside') =>
  inTransaction(db, coordinator, (tx) =>
    settleEntry(tx, { personId: entry.personId, entryId: entry.entryId, how, because: 'asked the bus' }),
  );
const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code);
const stateOf = async (entry: DayEntry) => {
  const taken = await take(entry);
  return taken.ok ? (taken.value.conflict ?? taken.value.state) : taken.refusal.code;
};
const rows = async (text: string, ...values: unknown[]) => (await db.pool.query(text, values)).rows;
const standing = async (woman: Woman) =>
  (
    await rows(
      `select a.status, e.state, (select count(*)::int from examination x where x.person_id = a.person_id) as examinations,
         (select count(*)::int from reading_case c where c.person_id = a.person_id) as cases
       from appointment a join episode e using (person_id, episode_id) where a.appointment_id = $1`,
      woman.appointmentId,
    )
  )[0];
/** She is given another time: as a coordinator would while the bus is away. */
async function moveHer(woman: Woman): Promise<void> {
  await db.pool.query(`update appointment set status = 'moved', version = 2 where appointment_id = $1`, [
    woman.appointmentId,
  ]);
  await db.pool.query(
    `insert into appointment (person_id, appointment_id, episode_id, centre_id, unit_id, day, at, kind, status, moved_from)
     select person_id, gen_random_uuid(), episode_id, centre_id, unit_id, day + 14, at, kind, 'invited', appointment_id
     from appointment where appointment_id = $1`,
    [woman.appointmentId],
  );
}

describe('an entry', () => {
  it('is recorded on the day it happened, by whom it was done, and says that it was entered afterwards', async () => {
    const woman = await invitedWoman(db, { status: 'invited' });
    await setToday(db, addDays(clinicDay, 2));
    expect(await stateOf({ ...entryOf(woman), source: 'paper' })).toBe('recorded');
    expect(await rows('select day::text, radiographer from examination where person_id = $1', woman.personId)).toEqual([
      { day: '2026-03-02', radiographer: 'R-C06-1' },
    ]);
    expect(
      await rows(
        `select day::text, by_user, detail ->> 'source' as source, detail ->> 'enteredOn' as entered
        from episode_event where person_id = $1 and kind = 'entered-afterwards'`,
        woman.personId,
      ),
    ).toEqual([{ day: '2026-03-02', by_user: 'K-C06-1', source: 'paper', entered: '2026-03-04' }]);
    expect(await standing(woman)).toEqual({ status: 'screened', state: 'reading', examinations: 1, cases: 1 });
    await setToday(db, clinicDay);
  });

  it('sent again is answered as the first time, also when both come at once', async () => {
    const woman = await invitedWoman(db, { status: 'invited' });
    const entry = entryOf(woman);
    const answers = await Promise.all([take(entry), take(entry), take(entry)]);
    expect(answers.map((a) => a.ok && a.value.state)).toEqual(['recorded', 'recorded', 'recorded']);
    expect(await standing(woman)).toMatchObject({ examinations: 1, cases: 1 });
  });

  it('stays with the sender when it is of another centre, of a day ahead, or by nobody we know', async () => {
    const theirs = await invitedWoman(db, { centreId: 'C07', status: 'invited' });
    const ahead = await invitedWoman(db, { status: 'invited', on: addDays(clinicDay, 1) });
    const ours = await invitedWoman(db, { status: 'invited' });
    expect(await stateOf(entryOf(theirs))).toBe('not-found');
    expect(await stateOf(entryOf(ahead))).toBe('not-yet');
    expect(await stateOf({ ...entryOf(ours), performedBy: 'K-C06-1' })).toBe('no-such-radiographer');
    expect(
      await rows('select entry_id from day_entry where person_id = any ($1)', [
        theirs.personId,
        ahead.personId,
        ours.personId,
      ]),
    ).toEqual([]);
  });

  it('gives a new time from today, not from the day on the paper, after a technical recall', async () => {
    const woman = await invitedWoman(db, { status: 'invited' });
    await setToday(db, addDays(clinicDay, 10));
    const views = allTaken([]).map((v) =>
      v.view === 'RCC' ? { view: v.view, taken: false as const, missing: 'equipment-failure' as const } : v,
    );
    expect(await stateOf(entryOf(woman, { ...examined, views }))).toBe('recorded');
    const [time] = await rows(
      `select day::text from appointment where person_id = $1 and status = 'invited'`,
      woman.personId,
    );
    expect(time.day >= addDays(clinicDay, 17)).toBe(true);
    await setToday(db, clinicDay);
  });
});

describe('entries of a bus', () => {
  const kinds = ['invited', 'checked-in', 'did-not-attend', 'moved', 'screened'] as const;
  const contents: readonly EntryContent[] = [
    { kind: 'arrived' },
    examined,
    { kind: 'not-screened', reason: 'declined' },
  ];
  const plan = fc.array(fc.record({ kind: fc.constantFrom(...kinds), what: fc.nat(2), arrived: fc.boolean() }), {
    minLength: 1,
    maxLength: 4,
  });

  it('come to the same in any order, twice, and in parts; nothing is lost and nobody examined twice', async () => {
    await fc.assert(
      fc.asyncProperty(plan, fc.array(fc.nat(20), { maxLength: 12 }), async (women, order) => {
        const outcomes = [];
        for (const shuffled of [false, true]) {
          const made: { readonly woman: Woman; readonly entries: DayEntry[] }[] = [];
          for (const one of women) {
            const woman = await invitedWoman(db, { status: one.kind === 'moved' ? 'invited' : one.kind });
            if (one.kind === 'moved') await moveHer(woman);
            if (one.kind === 'screened')
              await db.pool.query(`update episode set state = 'reading' where episode_id = $1`, [woman.episodeId]);
            const content = contents[one.what] ?? examined;
            const done = content.kind === 'arrived' ? [] : [entryOf(woman, content)];
            made.push({ woman, entries: [...(one.arrived ? [entryOf(woman, { kind: 'arrived' })] : []), ...done] });
          }
          const all = made.flatMap((one) => one.entries);
          const parts = shuffled ? order.flatMap((n) => all[n] ?? []) : [];
          for (const entry of [...parts, ...(shuffled ? all.toReversed() : all)]) await take(entry);
          const after = [];
          for (const { woman, entries } of made) {
            const kept = await rows('select entry_id from day_entry where person_id = $1', woman.personId);
            expect(kept).toHaveLength(entries.length);
            const now = await standing(woman);
            expect(now.examinations).toBeLessThanOrEqual(1);
            const done = await rows(
              `select state, conflict from day_entry where person_id = $1 and kind <> 'arrived'`,
              woman.personId,
            );
            after.push({ ...now, done });
          }
          outcomes.push(after);
        }
        expect(outcomes[1]).toEqual(outcomes[0]);
      }),
      { numRuns: 12 },
    );
  });
});

describe('a conflict', () => {
  it('moved meanwhile: recorded all the same, her later time is withdrawn', async () => {
    const woman = await invitedWoman(db, { status: 'invited' });
    await moveHer(woman);
    const entry = entryOf(woman);
    expect(await stateOf(entry)).toBe('moved');
    expect(await standing(woman)).toMatchObject({ status: 'moved', examinations: 0 });
    const listed = (await inTransaction(db, coordinator, listEntries)).rows.find(
      (one) => one.entryId === entry.entryId,
    );
    expect(listed).toMatchObject({ because: 'moved', mayRecord: true, otherDay: addDays(clinicDay, 14) });
    // What was written down is for those who settle it; the office sees that it waits.
    expect(listed?.content).toEqual(entry.content);
    const seenByOffice = (await inTransaction(db, staff('office', 'C06'), listEntries)).rows;
    expect(seenByOffice.find((one) => one.entryId === entry.entryId)?.content).toBeNull();
    expect(codeOf(await settle(entry, 'record'))).toBe('ok');
    expect(await standing(woman)).toEqual({ status: 'screened', state: 'reading', examinations: 1, cases: 1 });
    expect(await rows(`select status from appointment where person_id = $1 order by day`, woman.personId)).toEqual([
      { status: 'screened' },
      { status: 'cancelled' },
    ]);
    expect(codeOf(await settle(entry, 'record'))).toBe('already-settled');
    expect(await stateOf(entry)).toBe('moved');
  });

  it('examined elsewhere meanwhile: can only be set aside, with the reason, and its content is kept', async () => {
    const woman = await invitedWoman(db, { status: 'invited' });
    await take(entryOf(woman));
    const second = entryOf(woman);
    expect(await stateOf(second)).toBe('already-examined');
    expect(codeOf(await settle(second, 'record'))).toBe('cannot-record');
    expect(codeOf(await settle(second, 'set-aside'))).toBe('ok');
    expect(await standing(woman)).toMatchObject({ examinations: 1 });
    const [kept] = await rows(
      `select content ->> 'kind' as kind, settled_because from day_entry where entry_id = $1`,
      second.entryId,
    );
    expect(kept).toEqual({ kind: 'examined', settled_because: 'asked the bus' });
  });
});

describe('the end of the day', () => {
  it('is undone for those marked, except one who has a new time since', async () => {
    const stays = await invitedWoman(db, { status: 'confirmed', centreId: 'C07' });
    const goneOn = await invitedWoman(db, { status: 'invited', centreId: 'C07' });
    await db.pool.query(
      `insert into appointment_change (person_id, appointment_id, version, status, day, by_user) values ($1, $2, 1, 'confirmed', $3, 'x')`,
      [stays.personId, stays.appointmentId, clinicDay],
    );
    await inTransaction(db, system, (tx) => markNotAttended(tx, { unitId: 'U07' }));
    const given = randomUUID();
    await db.pool.query(
      `insert into appointment (person_id, appointment_id, episode_id, centre_id, unit_id, day, at, kind, status)
       values ($1, $3, $2, 'C07', 'U07', '2026-04-01', '09:00', 'reminder', 'invited')`,
      [goneOn.personId, goneOn.episodeId, given],
    );
    await db.pool.query(
      `insert into appointment_change (person_id, appointment_id, version, status, day, by_user) values ($1, $2, 1, 'invited', $3, 'K-C06-1')`,
      [goneOn.personId, given, clinicDay],
    );
    const undone = await inTransaction(db, staff('coordinator', 'C07'), (tx) =>
      undoNotAttended(tx, { appointments: [stays, goneOn] }),
    );
    expect(undone).toEqual({
      ok: true,
      value: { reopened: 1, left: [{ name: expect.stringMatching(/^Kari Prøve/), by: 'Klara' }] },
    });
    expect((await standing(stays)).status).toBe('confirmed');
    expect((await standing(goneOn)).status).toBe('did-not-attend');
  });
});
