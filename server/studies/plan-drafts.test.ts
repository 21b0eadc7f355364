/** Plans being written, and the documents of approvals: who may, and what happens when two do. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Result } from '#core/kernel/result';
import type { Actor } from '#core/people/access';
import { draftOf, newDraft, type PlanDraft } from '#core/studies/plan-draft';
import { inTransaction, type Tx } from '#server/db/transaction';
import { createTestDatabase, type TestDatabase } from '#test/database';
import { foundCentres, reader, staff, TODAY } from '#test/reading-world';
import { twoArms } from '#test/study-plans';
import { foundStudy } from '#test/study-world';
import { attachDocument } from './attach-document.ts';
import { beginPlan } from './begin-plan.ts';
import { fetchDocument } from './fetch-document.ts';
import { putForwardPlan } from './put-forward-plan.ts';
import { recordApproval } from './record-approval.ts';
import { savePlanDraft } from './save-plan-draft.ts';
import { showPlanDraft } from './show-plan-draft.ts';
import { showStudy } from './show-study.ts';
import { takeStep } from './take-step.ts';
import { writePlan } from './write-plan.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
  await foundCentres(db, 3);
  await foundStudy(db, twoArms);
});
afterAll(() => db.drop());

const office = staff('office');
const investigator = reader(1);
const other = reader(2);
const as = <T>(actor: Actor, work: (tx: Tx) => Promise<Result<T>>) =>
  inTransaction(db, actor, work).then((result) => (result.ok ? result.value : result.refusal.code));
const save = (actor: Actor, edit: number, draft: PlanDraft) =>
  as(actor, (tx) => savePlanDraft(tx, { studyId: draft.id, edit, draft }));
const putForward = (actor: Actor, studyId: string, edit: number) =>
  as(actor, (tx) => putForwardPlan(tx, { studyId, edit }));

describe('a new study', () => {
  const studyId = 'written-here';
  const whole = { ...draftOf(twoArms), id: studyId };

  it('is begun once, and written on by whoever began it, the office and researchers', async () => {
    expect(await as(other, (tx) => beginPlan(tx, { studyId, anew: true }))).toEqual({ edit: 1 });
    expect(await as(office, (tx) => beginPlan(tx, { studyId, anew: true }))).toBe('study-exists');
    expect(await as(other, (tx) => beginPlan(tx, { studyId: twoArms.id, anew: true }))).toBe('study-exists');
    expect(await as(investigator, (tx) => showPlanDraft(tx, { studyId }))).toBe('not-yours');
    expect(await as(staff('researcher'), (tx) => showPlanDraft(tx, { studyId }))).toMatchObject({
      edit: 1,
      draft: newDraft(studyId),
      before: null,
    });
  });

  it('is kept half-written; of two who save, the later is refused and nothing is lost', async () => {
    expect(await save(other, 1, { ...newDraft(studyId), sponsor: 'Den første' })).toEqual({ edit: 2 });
    expect(await save(office, 1, { ...newDraft(studyId), sponsor: 'Den andre' })).toBe('changed-meanwhile');
    expect(await as(office, (tx) => savePlanDraft(tx, { studyId, edit: 2, draft: newDraft('else') }))).toBe(
      'other-name',
    );
    const kept = await as(office, (tx) => showPlanDraft(tx, { studyId }));
    expect(kept).toMatchObject({ edit: 2, draft: { sponsor: 'Den første' } });
  });

  it('is put forward when it has no faults, and the radiologist who did is its principal investigator', async () => {
    expect(await putForward(other, studyId, 2)).toBe('faulty-plan');
    expect(await save(other, 2, whole)).toEqual({ edit: 3 });
    expect(await putForward(office, studyId, 2)).toBe('changed-meanwhile');
    expect(await putForward(other, studyId, 3)).toEqual({ version: '1' });
    expect(await putForward(other, studyId, 3)).toBe('not-found');
    expect(await as(other, (tx) => showStudy(tx, { studyId }))).toMatchObject({
      state: 'draft',
      mayPlan: true,
      unsigned: { version: '1', edit: 1, faults: [] },
      members: [{ userId: other.userId, role: 'principal-investigator' }],
    });
  });

  it('is signed as it was seen: not when it has been written again meanwhile', async () => {
    await as(office, (tx) => writePlan(tx, { ...twoArms, id: studyId, sponsor: 'En annen' }));
    const sign = (edit: number) =>
      as(office, (tx) => takeStep(tx, { studyId, seen: 0, step: { kind: 'set-up', version: '1' }, edit }));
    expect(await sign(1)).toBe('stale-version');
    expect(await sign(2)).toEqual({ seq: 1 });
  });
});

describe('an amendment', () => {
  it('begins from the version in force, for the study’s own investigator and no other', async () => {
    const { id: studyId } = twoArms;
    const begin = (actor: Actor) => as(actor, (tx) => beginPlan(tx, { studyId, anew: false }));
    expect(await begin(other)).toBe('not-yours');
    expect(await begin(investigator)).toEqual({ edit: 1 });
    expect(await begin(office)).toEqual({ edit: 1 });
    expect(await as(investigator, (tx) => showPlanDraft(tx, { studyId }))).toMatchObject({
      draft: { version: '2', changes: { nb: '', nn: '', en: '' } },
      before: { version: '1' },
    });
  });

  it('is not put forward over what came in as a file meanwhile', async () => {
    const changes = { nb: 'Annen ansvarlig', nn: 'Annan ansvarleg', en: 'Another sponsor' };
    const next = { ...twoArms, version: '2', changes, sponsor: 'En annen' };
    await as(office, (tx) => writePlan(tx, next));
    expect(await save(investigator, 1, { ...draftOf(next), sponsor: 'En tredje' })).toEqual({ edit: 2 });
    expect(await putForward(investigator, twoArms.id, 2)).toBe('changed-meanwhile');
  });
});

describe('the document of an approval', () => {
  const pdf = (words: string) => ({
    fileName: 'vedtak.pdf',
    content: Buffer.from(`%PDF-1.4 ${words}`).toString('base64'),
  });
  const approval = {
    studyId: twoArms.id,
    kind: 'privacy' as const,
    centreId: null,
    reference: 'Sak 1',
    decidedOn: TODAY,
    validFrom: TODAY,
    validUntil: null,
  };
  const approvals = async () => (await db.pool.query('select count(*)::int as n from study_approval')).rows[0].n;

  it('is a PDF; of anything else nothing is entered', async () => {
    const before = await approvals();
    const file = { fileName: 'vedtak.pdf', content: Buffer.from('<html>').toString('base64') };
    expect(await as(office, (tx) => recordApproval(tx, { ...approval, file }))).toBe('wrong-type');
    expect(await as(office, (tx) => recordApproval(tx, { ...approval, file: { ...file, content: '' } }))).toBe(
      'empty-document',
    );
    expect(await approvals()).toBe(before);
  });

  it('is put beside an approval once, opened by the sites and the programme, and each opening is written down', async () => {
    const entered = await as(office, (tx) => recordApproval(tx, { ...approval, file: null }));
    if (typeof entered === 'string') throw new Error(entered);
    const named = { studyId: twoArms.id, ...entered };
    expect(await as(office, (tx) => attachDocument(tx, { ...named, file: pdf('ett') }))).toEqual({ done: true });
    expect(await as(office, (tx) => attachDocument(tx, { ...named, file: pdf('to') }))).toBe('has-document');
    const fetched = await as(reader(1), (tx) => fetchDocument(tx, named));
    expect(fetched).toMatchObject({ ...pdf('ett'), sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const elsewhere = { ...reader(1), userId: 'elsewhere', centres: ['C03'] };
    expect(await as(elsewhere, (tx) => fetchDocument(tx, named))).toBe('not-found');
    const { rows } = await db.pool.query(`select actor from audit_entry where action = 'study.document-opened'`);
    expect(rows).toEqual([{ actor: investigator.userId }]);
  });

  it('of a hospital is for that hospital and the office', async () => {
    const ofHospital = {
      ...approval,
      kind: 'centre-privacy-officer' as const,
      centreId: 'C02',
      file: pdf('sykehuset'),
    };
    const entered = await as(office, (tx) => recordApproval(tx, ofHospital));
    if (typeof entered === 'string') throw new Error(entered);
    const named = { studyId: twoArms.id, ...entered };
    expect(await as({ ...staff('coordinator'), centres: ['C01'] }, (tx) => fetchDocument(tx, named))).toBe('not-found');
    expect(await as({ ...staff('coordinator'), centres: ['C02'] }, (tx) => fetchDocument(tx, named))).toMatchObject(
      pdf('sykehuset'),
    );
    expect(await as(office, (tx) => fetchDocument(tx, named))).toMatchObject({ mediaType: 'application/pdf' });
  });
});
