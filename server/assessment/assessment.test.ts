import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, type Day, day } from '#core/kernel/day';
import type { Result } from '#core/kernel/result';
import { clinicDay, makeClinic, recalledWoman, setToday, staff, type Woman } from '#test/clinic';
import { createTestDatabase, type TestDatabase } from '#test/database';
import { inTransaction } from '#server/db/transaction';
import { loadAssessmentDay } from './assessment-day.ts';
import { bookAssessment } from './book-assessment.ts';
import { bookRecalls } from './book-recalls.ts';
import { cancelAssessment, moveAssessment, recordAssessmentNotAttended } from './change-assessment.ts';
import { closeWithoutAssessment } from './close-without-assessment.ts';
import { loadWorksheet } from './load-worksheet.ts';
import { listRecallsToBook } from './recalls-to-book.ts';
import { recordAssessment } from './record-assessment.ts';
import { type RecordPathology, recordPathology } from './record-pathology.ts';
import { recordTreatment } from './record-treatment.ts';
import { listResultsOutstanding } from './results-outstanding.ts';

let db: TestDatabase;
const coordinator = staff('coordinator', 'C06');
const radiologist = staff('radiologist', 'C06');

beforeAll(async () => {
  db = await createTestDatabase();
  await makeClinic(db);
  await db.pool.query(
    `insert into staff_user (id, name, role, centre_id) values ($1, 'Prøve Radiolog', 'radiologist', 'C06')`,
    [radiologist.userId],
  );
});
afterAll(() => db.drop());

const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code);
const granted = <Value>(result: Result<Value>): Value => {
  if (!result.ok) throw new Error(`${result.refusal.code}: ${result.refusal.what}`);
  return result.value;
};
const book = (woman: Woman, time?: { day: Day; at: string }) =>
  inTransaction(db, coordinator, (tx) => bookAssessment(tx, { ...woman, time }));
const assess = (
  woman: Woman,
  procedures: ('ultrasound' | 'needle-biopsy')[],
  imaging: 'negative' | 'benign' | 'biopsied',
) => inTransaction(db, radiologist, (tx) => recordAssessment(tx, { ...woman, procedures, imaging }));
const answer = (woman: Woman, conclusion: RecordPathology['conclusion'], more: Partial<RecordPathology> = {}) =>
  inTransaction(db, radiologist, (tx) =>
    recordPathology(tx, { ...woman, side: 'left', specimen: 'biopsy', conclusion, ...more }),
  );
const one = async (text: string, ...values: unknown[]) => (await db.pool.query(text, values)).rows[0];
const standing = (woman: Woman) => one('select state, outcome from episode where episode_id = $1', woman.episodeId);
const letters = async (woman: Woman) =>
  (await db.pool.query('select kind from message where person_id = $1 order by cause', [woman.personId])).rows.map(
    (r) => r.kind,
  );
const toBook = async () => (await inTransaction(db, coordinator, (tx) => listRecallsToBook(tx, {}))).rows;
const later = (days: number) => addDays(clinicDay, days);

/** A recalled woman who has come to her time. */
async function attending(): Promise<Woman> {
  await setToday(db, clinicDay);
  const woman = await recalledWoman(db);
  const { day } = granted(await book(woman));
  await setToday(db, day);
  return woman;
}

describe('recalls to book', () => {
  it('books the first free time with notice, tells her by letter, and takes her off the list', async () => {
    await setToday(db, clinicDay);
    const woman = await recalledWoman(db);
    const [row] = await toBook();
    expect(row).toMatchObject({ personId: woman.personId, because: 'images', waiting: { workingDays: 0 }, missed: 0 });
    const booked = granted(await book(woman));
    expect(booked).toMatchObject({ day: '2026-03-04', at: '08:30' });
    expect(row?.suggested).toEqual({ day: booked.day, at: booked.at });
    expect(await toBook()).toEqual([]);
    expect(await letters(woman)).toEqual(['recall']);
    const message = await one('select content from message where person_id = $1', woman.personId);
    expect(message.content).toMatchObject({ day: booked.day, at: booked.at, centreName: 'Brystsenteret A' });
    expect(codeOf(await book(woman))).toBe('already-booked');
  });

  it('lists who waited longest first, with the guideline’s grade', async () => {
    await setToday(db, clinicDay);
    const early = await recalledWoman(db, { on: later(-14) });
    const late = await recalledWoman(db);
    const rows = await toBook();
    expect(rows.map((r) => r.personId)).toEqual([early.personId, late.personId]);
    expect(rows.map((r) => r.waiting.grade)).toEqual(['late', 'desirable']);
    expect(new Set(rows.map((r) => `${r.suggested?.day} ${r.suggested?.at}`)).size).toBeGreaterThan(0);
    expect(await inTransaction(db, coordinator, bookRecalls)).toEqual({ booked: 2, withoutTime: 0, closed: 0 });
    expect(await inTransaction(db, coordinator, bookRecalls)).toEqual({ booked: 0, withoutTime: 0, closed: 0 });
  });

  it('never gives the last place at a time to two women who are booked at once', async () => {
    await setToday(db, clinicDay);
    const women = await Promise.all(Array.from({ length: 5 }, () => recalledWoman(db)));
    const time = { day: day('2026-03-12'), at: '13:30' };
    const codes = (await Promise.all(women.map((woman) => book(woman, time)))).map(codeOf);
    expect(codes.filter((code) => code === 'ok')).toHaveLength(2);
    expect(codes.filter((code) => code === 'time-taken')).toHaveLength(3);
  });

  it('refuses another centre’s woman, a woman who is not recalled, and a time when nobody assesses', async () => {
    await setToday(db, clinicDay);
    expect(codeOf(await book(await recalledWoman(db, { centreId: 'C07' })))).toBe('not-found');
    const woman = await recalledWoman(db);
    expect(codeOf(await book(woman, { day: day('2026-03-06'), at: '08:30' }))).toBe('time-taken');
    await db.pool.query(`update episode set state = 'reading' where episode_id = $1`, [woman.episodeId]);
    expect(codeOf(await book(woman))).toBe('not-recalled');
  });
});

describe('changes of a time', () => {
  it('moves with a new letter, cancels back to the list, and refuses what is over or seen in an old version', async () => {
    await setToday(db, clinicDay);
    const woman = await recalledWoman(db);
    const { appointmentId } = granted(await book(woman));
    const key = { personId: woman.personId, appointmentId, version: 1 };
    const time = { day: day('2026-03-16'), at: '10:00' };
    expect(codeOf(await inTransaction(db, coordinator, (tx) => moveAssessment(tx, { ...key, version: 9, time })))).toBe(
      'changed',
    );
    const moved = granted(await inTransaction(db, coordinator, (tx) => moveAssessment(tx, { ...key, time })));
    expect(moved).toMatchObject(time);
    expect(await letters(woman)).toEqual(['recall', 'recall']);
    expect(codeOf(await inTransaction(db, coordinator, (tx) => moveAssessment(tx, { ...key, time })))).toBe(
      'appointment-over',
    );
    const now = { ...key, appointmentId: moved.appointmentId };
    expect(codeOf(await inTransaction(db, coordinator, (tx) => recordAssessmentNotAttended(tx, now)))).toBe('not-yet');
    expect(codeOf(await inTransaction(db, coordinator, (tx) => cancelAssessment(tx, { ...now, reason: 'ill' })))).toBe(
      'ok',
    );
    expect((await toBook()).map((r) => r.personId)).toContain(woman.personId);
  });

  it('offers twice to a woman who does not come, waits, then closes as withdrawn', async () => {
    await setToday(db, clinicDay);
    const woman = await recalledWoman(db);
    let today = clinicDay;
    for (let offer = 1; offer <= 2; offer++) {
      await inTransaction(db, coordinator, bookRecalls);
      const row = await one(
        `select appointment_id, day from assessment_appointment where episode_id = $1 and status = 'booked'`,
        woman.episodeId,
      );
      today = row.day;
      await setToday(db, today);
      const key = { personId: woman.personId, appointmentId: row.appointment_id, version: 1 };
      expect(codeOf(await inTransaction(db, coordinator, (tx) => recordAssessmentNotAttended(tx, key)))).toBe('ok');
    }
    await inTransaction(db, coordinator, bookRecalls);
    expect((await toBook()).find((r) => r.personId === woman.personId)).toMatchObject({ missed: 2 });
    await setToday(db, addDays(today, 30));
    await inTransaction(db, coordinator, bookRecalls);
    expect(await standing(woman)).toEqual({ state: 'closed', outcome: 'withdrawn' });
    await setToday(db, clinicDay);
  });

  it('closes on her wish, but not while a time stands', async () => {
    await setToday(db, clinicDay);
    const woman = await recalledWoman(db);
    const close = () =>
      inTransaction(db, coordinator, (tx) => closeWithoutAssessment(tx, { ...woman, reason: 'her wish' }));
    const { appointmentId } = granted(await book(woman));
    expect(codeOf(await close())).toBe('already-booked');
    const key = { personId: woman.personId, appointmentId, version: 1, reason: 'her wish' };
    await inTransaction(db, coordinator, (tx) => cancelAssessment(tx, key));
    expect(granted(await close())).toEqual({ state: 'closed', outcome: 'withdrawn' });
  });
});

describe('assessment to outcome', () => {
  it('closes as negative after assessment without a biopsy, with a letter', async () => {
    const woman = await attending();
    expect(granted(await assess(woman, ['ultrasound'], 'benign'))).toMatchObject({
      result: 'benign',
      outcome: 'negative-after-assessment',
    });
    expect(await standing(woman)).toEqual({ state: 'closed', outcome: 'negative-after-assessment' });
    expect(await letters(woman)).toEqual(['assessment-result', 'recall']);
    expect(codeOf(await assess(woman, ['ultrasound'], 'benign'))).toBe('not-recalled');
  });

  it('waits for pathology after a biopsy; malignant closes as cancer without a letter, then treatment and surgery follow', async () => {
    const woman = await attending();
    expect(granted(await assess(woman, ['ultrasound', 'needle-biopsy'], 'biopsied'))).toMatchObject({
      result: 'awaiting-pathology',
      outcome: null,
    });
    const outstanding = async () =>
      (await inTransaction(db, radiologist, (tx) => listResultsOutstanding(tx, {}))).rows.map((r) => [
        r.personId,
        r.assessor,
      ]);
    expect(await outstanding()).toEqual([[woman.personId, 'Prøve Radiolog']]);
    expect(codeOf(await assess(woman, ['ultrasound'], 'negative'))).toBe('already-assessed');
    const detail = {
      histology: 'ductal',
      sizeMm: 12.5,
      grade: 2,
      nodes: 'negative',
      er: 'positive',
      pr: 'positive',
      her2: 'negative',
    } as const;
    expect(granted(await answer(woman, 'invasive', detail))).toEqual({ result: 'malignant', outcome: 'cancer' });
    expect(await outstanding()).toEqual([]);
    expect(await letters(woman)).toEqual(['recall']);
    expect(granted(await answer(woman, 'invasive', { specimen: 'surgery', sizeMm: 14 })).outcome).toBe('cancer');
    const treat = (on: Day) =>
      inTransaction(db, radiologist, (tx) => recordTreatment(tx, { ...woman, day: on, kind: 'conserving' }));
    expect(codeOf(await treat(clinicDay))).toBe('ok');
    expect(codeOf(await treat(day('2030-01-01')))).toBe('in-the-future');
    const sheet = granted(await inTransaction(db, radiologist, (tx) => loadWorksheet(tx, woman)));
    expect(sheet.assessments.map((a) => [a.result, a.assessor])).toEqual([
      ['awaiting-pathology', 'Prøve Radiolog'],
      ['malignant', 'Prøve Radiolog'],
    ]);
    expect(sheet).toMatchObject({
      outcome: 'cancer',
      appointment: { status: 'attended' },
      treatments: [{ kind: 'conserving' }],
    });
    expect(sheet.pathology.map((p) => p.sizeMm).sort()).toEqual([12.5, 14]);
  });

  it('closes as negative on a benign answer, keeps waiting on insufficient tissue or when more is awaited', async () => {
    const woman = await attending();
    await assess(woman, ['needle-biopsy'], 'biopsied');
    expect(granted(await answer(woman, 'insufficient'))).toEqual({ result: 'awaiting-pathology', outcome: null });
    expect(granted(await assess(woman, ['needle-biopsy'], 'biopsied')).result).toBe('awaiting-pathology');
    expect(granted(await answer(woman, 'benign', { moreAwaited: true })).outcome).toBeNull();
    expect(granted(await answer(woman, 'benign', { side: 'right' }))).toEqual({
      result: 'benign',
      outcome: 'negative-after-assessment',
    });
    expect(codeOf(await answer(woman, 'benign'))).toBe('nothing-awaited');
    expect(
      codeOf(
        await inTransaction(db, radiologist, (tx) => recordTreatment(tx, { ...woman, day: clinicDay, kind: 'none' })),
      ),
    ).toBe('no-cancer');
  });

  it('refuses an assessment before her time, without a time, and a result that contradicts the procedures', async () => {
    await setToday(db, clinicDay);
    const woman = await recalledWoman(db);
    expect(codeOf(await assess(woman, ['ultrasound'], 'negative'))).toBe('no-time');
    await book(woman);
    expect(codeOf(await assess(woman, ['ultrasound'], 'negative'))).toBe('no-time');
    expect(codeOf(await assess(woman, ['needle-biopsy'], 'negative'))).toBe('biopsy-awaits-pathology');
    expect(await standing(woman)).toEqual({ state: 'assessment', outcome: null });
    const elsewhere = staff('radiologist', 'C07');
    expect(codeOf(await inTransaction(db, elsewhere, (tx) => loadWorksheet(tx, woman)))).toBe('not-found');
  });

  it('shows the day by time with one status each, for the own centre only', async () => {
    const woman = await attending();
    const today = (await one('select today from programme_clock')).today;
    const list = granted(await inTransaction(db, coordinator, (tx) => loadAssessmentDay(tx, {})));
    expect(list).toMatchObject({ centreId: 'C06', day: today });
    expect(list.rows.find((r) => r.personId === woman.personId)).toMatchObject({ status: 'booked', result: null });
    expect(codeOf(await inTransaction(db, coordinator, (tx) => loadAssessmentDay(tx, { centreId: 'C07' })))).toBe(
      'not-found',
    );
  });
});
