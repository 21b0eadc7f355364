import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#core/people/access';
import type { SurveyFormText } from '#core/surveys/form';
import { sessionKey } from '#server/auth/session-key';
import { inTransaction } from '#server/db/transaction';
import { LEAST_ANSWERS } from '#programmes/surveys/own-forms';
import { createTestDatabase, type TestDatabase } from '#test/database';
import { type OwnVisits, ownVisits } from '#test/own-visits';
import { CENTRE, foundCentres, openCases, reader, staff, TODAY } from '#test/reading-world';
import { textOf } from '#web/text/text-of';
import { answerSurvey } from './answer-survey.ts';
import { askedNow } from './asked-now.ts';
import { loadSurveyForm } from './load-survey-form.ts';
import { setSurveyActive } from './set-survey-active.ts';
import { surveyResults } from './survey-results.ts';
import { takeBackAnswers } from './take-back-answers.ts';

let db: TestDatabase;
let visits: (personId: string) => OwnVisits;
beforeAll(async () => {
  db = await createTestDatabase();
  await foundCentres(db, 2);
  visits = ownVisits(db, await sessionKey(db));
});
afterAll(() => db.drop());

const office = staff('office');
const answers = { welcome: '4', pain: '3', informed: '3', better: 'mer ro' };
const results = (by: Actor, form = 'experience') =>
  inTransaction(db, by, (tx) => surveyResults(tx, { form, from: '2026-11-01', to: '2026-11-30' }));

describe('a woman after her examination', () => {
  it('is asked once; her answers stand apart from her record; she may take them back', async () => {
    const [one] = await openCases(db, 1);
    if (!one) throw new Error('no case');
    const own = visits(one.personId);
    expect(await own.text('/min-side')).toContain('/min-side/sporsmal/experience');
    const missing = await own.post('/min-side/sporsmal/experience', { ...answers, welcome: '' });
    expect([missing.status, missing.text.includes('href="#welcome"')]).toEqual([422, true]);
    expect(missing.text).toContain('mer ro');
    const receipt = await own.post('/min-side/sporsmal/experience', answers);
    expect(receipt.text).toContain(textOf.nb.citizen.receipts['survey-answered'].title);
    expect(await own.text('/min-side')).not.toContain('/min-side/sporsmal/experience');
    // Sent once more, or come back to: she is thanked, and nothing is stored.
    for (const again of [
      (await own.post('/min-side/sporsmal/experience', answers)).text,
      await own.text('/min-side/sporsmal/experience'),
    ])
      expect(again).toContain(textOf.nb.citizen.receipts['survey-answered'].title);
    const { rows } = await db.pool.query('select * from survey_answer');
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(one.personId);
    expect(rows[0]).toMatchObject({ centre_id: CENTRE, answers: { welcome: 4, pain: 3, informed: 3 } });
    await own.post(`${receipt.at}/angre`);
    expect((await db.pool.query('select from survey_answer')).rowCount).toBe(0);
    expect(await own.text('/min-side')).toContain('/min-side/sporsmal/experience');
  });

  it('nobody but those who count sees answers, below the queries too', async () => {
    const women = await openCases(db, LEAST_ANSWERS);
    for (const one of women) await visits(one.personId).post('/min-side/sporsmal/experience', answers);
    const seenBy = (actor: Actor) =>
      inTransaction(db, actor, (tx) => tx.q.selectFrom('survey_answer').selectAll().execute());
    expect(await seenBy(reader(1))).toEqual([]);
    expect(await seenBy(staff('coordinator'))).toEqual([]);
    expect(await seenBy(office)).toHaveLength(LEAST_ANSWERS);
  });

  it('gives a rate with its interval, and what was answered', async () => {
    const found = await results(office);
    if (!found.ok) throw new Error(found.refusal.what);
    expect(found.value).toMatchObject({ asked: LEAST_ANSWERS + 1, answered: LEAST_ANSWERS });
    expect(found.value.rate?.value).toBeCloseTo(LEAST_ANSWERS / (LEAST_ANSWERS + 1));
    const welcome = found.value.questions.find((one) => one.id === 'welcome');
    expect(welcome?.counts.map((one) => one.count)).toEqual([LEAST_ANSWERS, 0, 0, 0]);
    expect(found.value.questions.find((one) => one.id === 'worry')?.answered).toBeNull();
  });
});

describe('a radiologist', () => {
  const me = reader(1);
  const answer = () =>
    inTransaction(db, me, (tx) =>
      answerSurvey(tx, {
        ...{ audience: 'radiologist', who: me.userId, formId: 'reading-day' },
        sent: { workload: '2', undisturbed: '4', feedback: '1' },
      }),
    );

  it('is asked in a month in which she has read, once, and few answers are not shown', async () => {
    expect((await answer()).ok).toBe(false);
    const [one] = await openCases(db, 1);
    await db.pool.query(
      `insert into read (person_id, case_id, step, reader, day, score_left, score_right) values ($1, $2, 'r1', $3, $4, 1, 1)`,
      [one?.personId, one?.caseId, me.userId, TODAY],
    );
    expect(await answer()).toMatchObject({ ok: true, value: { occasion: '2026-11' } });
    expect(await answer()).toMatchObject({ ok: false, refusal: { code: 'answered-already' } });
    expect(await results(office, 'reading-day')).toMatchObject({ value: { asked: 1, answered: null, rate: null } });
    const back = { formId: 'reading-day', occasion: '2026-11', who: me.userId };
    expect(await inTransaction(db, me, (tx) => takeBackAnswers(tx, back))).toMatchObject({ ok: true });
    expect((await answer()).ok).toBe(true);
  });
});

describe('a form from a file', () => {
  const form: SurveyFormText = {
    id: 'well-being',
    version: '2',
    audience: 'radiologist',
    standing: { kind: 'validated', source: 'A publication that describes it, 2020', licence: 'by agreement' },
    title: { nb: 'Prøveskjema' },
    intro: { nb: 'Prøve' },
    asked: { when: 'monthly-when-reading' },
    questions: [
      { kind: 'scale', id: 'one', text: { nb: 'En?' }, from: 0, to: 4, low: { nb: 'lite' }, high: { nb: 'mye' } },
    ],
  };
  const load = (text: string) => inTransaction(db, office, (tx) => loadSurveyForm(tx, { text }));
  const asked = () =>
    inTransaction(db, reader(1), (tx) => askedNow(tx, { audience: 'radiologist', id: reader(1).userId }));

  it('is asked once it is loaded, until it is stopped; a version never changes', async () => {
    expect(await load(JSON.stringify(form))).toEqual({ ok: true, value: { id: 'well-being', version: '2' } });
    expect((await asked()).map((one) => one.form.id)).toEqual(['reading-day', 'well-being']);
    expect(await load(JSON.stringify({ ...form, title: { nb: 'Annet' } }))).toMatchObject({
      refusal: { code: 'version-taken' },
    });
    await inTransaction(db, office, (tx) => setSurveyActive(tx, { id: 'well-being', active: false }));
    expect((await asked()).map((one) => one.form.id)).toEqual(['reading-day']);
  });

  it.each([
    ['is not JSON', 'x'],
    ['lacks a question', JSON.stringify({ ...form, questions: [] })],
    ['says it is validated, and not by whom', JSON.stringify({ ...form, standing: { kind: 'validated' } })],
    ['is one of our own', JSON.stringify({ ...form, id: 'reading-day', version: '1' })],
  ])('is refused when it %s', async (_, text) => {
    expect((await load(text)).ok).toBe(false);
  });

  it('leaves an entry in the audit', async () => {
    const { rows } = await db.pool.query(
      `select action from audit_entry where action like 'survey.%' and person_id is null`,
    );
    expect(rows.map((row) => row.action)).toContain('survey.form-loaded');
  });
});
