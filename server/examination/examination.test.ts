import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nothingToReport } from '#core/examination/interview';
import { allTaken } from '#core/examination/views';
import type { Result } from '#core/kernel/result';
import { invitedWoman, makeClinic, staff, type Woman } from '#test/clinic';
import { createTestDatabase, type TestDatabase } from '#test/database';
import { inTransaction } from '#server/db/transaction';
import { recordAttendedNotScreened } from './attended-not-screened.ts';
import { loadExaminationForm } from './examination-form.ts';
import { recallOnSymptoms } from './recall-on-symptoms.ts';
import { type RecordExamination, recordExamination } from './record-examination.ts';
import { listSymptoms } from './symptoms.ts';
import { unitDay, unitList } from './unit-day.ts';

let db: TestDatabase;
const radiographer = staff('radiographer', 'C06');

beforeAll(async () => {
  db = await createTestDatabase();
  await makeClinic(db);
});
afterAll(() => db.drop());

const normal = (woman: Woman): RecordExamination => ({
  ...woman,
  modality: 'DM',
  interview: nothingToReport,
  views: allTaken([]),
  cannotBeBetter: false,
});
const examine = (woman: Woman, more: Partial<RecordExamination> = {}, actor = radiographer) =>
  inTransaction(db, actor, (tx) => recordExamination(tx, { ...normal(woman), ...more }));
const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code);
const one = async (text: string, id: string) => (await db.pool.query(text, [id])).rows[0];
const standing = (woman: Woman) =>
  one(
    `select e.state, e.outcome, a.status, p.last_screened_on,
       (select count(*)::int from examination x where x.episode_id = e.episode_id) as examinations,
       (select count(*)::int from image i where i.person_id = e.person_id) as images,
       (select count(*)::int from reading_task t where t.person_id = e.person_id) as tasks
     from episode e join appointment a using (person_id, episode_id) join person p using (person_id)
     where a.appointment_id = $1`,
    woman.appointmentId,
  );

describe('recordExamination', () => {
  it('takes a normal session to reading: examination, four images, screened, two reads to do', async () => {
    const woman = await invitedWoman(db);
    const result = await examine(woman);
    expect(result).toMatchObject({ ok: true, value: { result: 'complete', quality: 'P', newTime: null } });
    expect(await standing(woman)).toMatchObject({
      state: 'reading',
      status: 'screened',
      last_screened_on: '2026-03-02',
      examinations: 1,
      images: 4,
    });
    expect((await standing(woman)).tasks).toBeGreaterThan(0);
  });

  it('refuses a second examination, and one of a woman who is not checked in; nothing is changed', async () => {
    const woman = await invitedWoman(db);
    await examine(woman);
    expect(codeOf(await examine(woman))).toBe('already-examined');
    expect((await standing(woman)).examinations).toBe(1);
    const waiting = await invitedWoman(db, { status: 'invited' });
    expect(codeOf(await examine(waiting))).toBe('not-checked-in');
    expect(await standing(waiting)).toMatchObject({ state: 'invited', examinations: 0, images: 0 });
  });

  it('lets only one of two radiographers at once examine her', async () => {
    const woman = await invitedWoman(db);
    const other = staff('radiographer', 'C06', 'R-C06-2');
    const codes = (await Promise.all([examine(woman), examine(woman, {}, other)])).map(codeOf);
    expect(codes.sort()).toEqual(['already-examined', 'ok']);
    expect((await standing(woman)).examinations).toBe(1);
  });

  it('does not show a woman of another centre', async () => {
    const woman = await invitedWoman(db, { centreId: 'C07' });
    expect(codeOf(await examine(woman))).toBe('not-found');
    expect(codeOf(await inTransaction(db, radiographer, (tx) => loadExaminationForm(tx, woman)))).toBe('not-found');
    expect(await standing(woman)).toMatchObject({ state: 'invited', status: 'checked-in', examinations: 0 });
  });

  it('refuses an old version, saying that somebody else was there', async () => {
    const woman = await invitedWoman(db);
    expect(codeOf(await examine({ ...woman, version: 7 }))).toBe('changed-by-other');
  });

  it('gives a new time with a letter after a technical recall, and opens no reading case', async () => {
    const woman = await invitedWoman(db);
    const views = allTaken([]).map((v) =>
      v.taken && v.view === 'LMLO'
        ? { ...v, deviations: [{ criterion: 'all-tissue', degree: 'not-met' as const }] }
        : v,
    );
    const result = await examine(woman, { views });
    expect(result).toMatchObject({
      ok: true,
      value: { result: 'technical-recall', quality: 'I', newTime: { day: '2026-03-09' } },
    });
    expect(await standing(woman)).toMatchObject({
      state: 'invited',
      status: 'partially-screened',
      tasks: 0,
      // She is not screened before she has come again.
      last_screened_on: null,
    });
    const message = await one('select kind, state from message where person_id = $1', woman.personId);
    expect(message).toEqual({ kind: 'technical-recall', state: 'waiting' });
    const image = await one(
      `select quality, quality_comments from image where person_id = $1 and view = 'LMLO'`,
      woman.personId,
    );
    expect(image).toEqual({ quality: 'I', quality_comments: ['all-tissue:not-met'] });
  });

  it('keeps a missing view with its reason and reads what there is', async () => {
    const woman = await invitedWoman(db);
    const views = allTaken().map((v) =>
      v.view === 'RCC' ? { view: v.view, taken: false as const, missing: 'pain' as const } : v,
    );
    expect(await examine(woman, { views })).toMatchObject({ ok: true, value: { result: 'partial', quality: null } });
    expect(await standing(woman)).toMatchObject({ state: 'reading', status: 'partially-screened' });
    const image = await one(
      `select taken, missing_reason from image where person_id = $1 and view = 'RCC'`,
      woman.personId,
    );
    expect(image).toEqual({ taken: false, missing_reason: 'pain' });
  });
});

describe('recordAttendedNotScreened', () => {
  const leave = (woman: Woman, reason: 'declined' | 'equipment-failure') =>
    inTransaction(db, radiographer, (tx) => recordAttendedNotScreened(tx, { ...woman, reason }));

  it('closes the episode when she declines', async () => {
    const woman = await invitedWoman(db);
    expect(await leave(woman, 'declined')).toEqual({ ok: true, value: { next: 'closes', newTime: null } });
    expect(await standing(woman)).toMatchObject({
      state: 'closed',
      outcome: 'not-screened',
      status: 'attended-not-screened',
    });
    expect(codeOf(await leave(woman, 'declined'))).toBe('already-examined');
  });

  it('gives a new time when the equipment failed, and tells her', async () => {
    const woman = await invitedWoman(db);
    expect(await leave(woman, 'equipment-failure')).toMatchObject({
      ok: true,
      value: { next: 'new-time', newTime: { day: '2026-03-09' } },
    });
    expect(await standing(woman)).toMatchObject({ state: 'invited' });
    expect(await one('select kind from message where person_id = $1', woman.personId)).toEqual({ kind: 'moved' });
  });
});

describe('recall on symptoms', () => {
  const interview = {
    ...nothingToReport,
    symptoms: [{ kind: 'lump' as const, side: 'left' as const, since: 'weeks' as const }],
  };
  const radiologist = staff('radiologist', 'C06');

  it('lists her while she is being read, and recalls her apart from the images', async () => {
    const woman = await invitedWoman(db);
    await examine(woman, { interview });
    const list = await inTransaction(db, radiologist, listSymptoms);
    expect(list.rows.map((row) => row.personId)).toEqual([woman.personId]);
    expect(codeOf(await inTransaction(db, radiologist, (tx) => recallOnSymptoms(tx, woman)))).toBe('ok');
    expect(await standing(woman)).toMatchObject({ state: 'assessment', tasks: 0 });
    const read = await one('select outcome from reading_case where person_id = $1', woman.personId);
    expect(read).toEqual({ outcome: 'withdrawn' });
    expect((await inTransaction(db, radiologist, listSymptoms)).rows).toEqual([]);
  });

  it('is refused without symptoms', async () => {
    const woman = await invitedWoman(db);
    await examine(woman);
    expect(codeOf(await inTransaction(db, radiologist, (tx) => recallOnSymptoms(tx, woman)))).toBe('no-symptoms');
    expect(await standing(woman)).toMatchObject({ state: 'reading' });
  });
});

describe('unit day', () => {
  it('lists by time with one status each, audits every look, and shows the own centre only', async () => {
    const late = await invitedWoman(db, { status: 'invited', at: '15:10' });
    await db.pool.query(
      `update person set needs = '{"interpreter": "pl", "wheelchair": true, "other": "Førerhund"}' where person_id = $1`,
      [late.personId],
    );
    await db.pool.query(`update appointment set also_at = '15:20' where appointment_id = $1`, [late.appointmentId]);
    await invitedWoman(db, { status: 'moved', at: '15:20' });
    const other = await invitedWoman(db, { centreId: 'C07', status: 'invited' });
    const result = await inTransaction(db, radiographer, (tx) => unitDay(tx, { unitId: 'U06' }));
    if (!result.ok) throw new Error(result.refusal.what);
    const { rows } = result.value;
    expect(rows.map((r) => r.at)).toEqual(rows.map((r) => r.at).sort());
    expect(rows.at(-1)).toMatchObject({
      personId: late.personId,
      at: '15:10',
      status: 'invited',
      flags: ['first-time'],
      needs: ['wheelchair'],
      interpreter: 'pl',
      other: 'Førerhund',
      alsoAt: '15:20',
    });
    const looks = await one(
      `select count(*)::int as n from audit_entry where action = 'look' and person_id = $1`,
      late.personId,
    );
    expect(looks).toEqual({ n: 1 });
    const foreign = await inTransaction(db, radiographer, (tx) => unitDay(tx, { unitId: 'U07' }));
    expect(foreign.ok && foreign.value.rows).toEqual([]);
    expect(rows.map((r) => r.personId)).not.toContain(other.personId);
    expect(codeOf(await inTransaction(db, radiographer, (tx) => unitDay(tx, { unitId: 'U99' })))).toBe('not-found');
    const { units } = await inTransaction(db, radiographer, unitList);
    expect(units.map((u) => u.unitId)).toEqual(['U06']);
  });
});
