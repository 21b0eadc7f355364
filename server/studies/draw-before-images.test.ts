/**
 * AIMS 4 as it would run: arms that take different images, drawn at check-in on the real database, imaged, read, counted and worked out
 * again from the key. And what the clinic day does to it: retries, a technical recall, other images, a bus without network.
 */
import { createHmac, randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nothingToReport } from '#core/examination/interview';
import { allTaken } from '#core/examination/views';
import { addDays } from '#core/kernel/day';
import type { Result } from '#core/kernel/result';
import { bindModels } from '#core/protocols/bind-models';
import type { Modality } from '#core/studies/images';
import type { StudyPlan } from '#core/studies/study';
import { recompute } from '#core/studies/verify-allocation';
import { aims4 } from '#programmes/protocols/aims-4';
import { inTransaction } from '#server/db/transaction';
import { loadExaminationForm } from '#server/examination/examination-form';
import { type RecordExamination, recordExamination } from '#server/examination/record-examination';
import { takeEntry } from '#server/examination/take-entry';
import { findImpossible } from '#server/programme/find-impossible';
import { claimNext } from '#server/reading/claim-next';
import { freezeAllDue } from '#server/reading/freeze-reads';
import { recordRead } from '#server/reading/record-read';
import { settleCase } from '#server/reading/settle-case';
import { renewSnapshot } from '#server/quality/renew-snapshot';
import { createTestDatabase, type TestDatabase } from '#test/database';
import { CENTRE, foundCentres, nextDay, reader, staff, TODAY } from '#test/reading-world';
import { twoArms } from '#test/study-plans';
import { foundStudy, openSite, step } from '#test/study-world';
import { drawBeforeImages } from './draw-before-images.ts';
import { exportDraws } from './export-draws.ts';
import { endingApprovals } from './held-sites.ts';
import { makeDataCut } from './make-data-cut.ts';
import { recordConsent } from './record-consent.ts';
import { showConsort } from './show-consort.ts';
import { showStudy } from './show-study.ts';
import { withdrawApproval } from './withdraw-approval.ts';

const words = (text: string) => ({ nb: text, nn: text, en: text });
const plan: StudyPlan = {
  ...twoArms,
  protocol: bindModels(aims4.protocol, { vendor: 'demo-ai' }),
  moment: 'check-in',
  control: 'mammography',
  armNames: { mammography: words('Mammografi'), tomosynthesis: words('Tomosyntese') },
  allocation: { method: 'blocks', sizes: [2], strata: ['centre'] },
};
const studyId = plan.id;
const radiographer = staff('radiographer');
const statistician = staff('researcher');

let db: TestDatabase;
let dataDir: string;
beforeAll(async () => {
  [db, dataDir] = await Promise.all([createTestDatabase(), mkdtemp(join(tmpdir(), 'runde-draws-'))]);
  await foundCentres(db, 3);
  await db.pool.query(
    `insert into staff_user (id, name, role, centre_id) values ('radiographer-1', 'Ragna', 'radiographer', '${CENTRE}')`,
  );
  await foundStudy(db, plan);
  await openSite(db, plan);
});
afterAll(async () => {
  await db.drop();
  await rm(dataDir, { recursive: true, force: true });
});

type Woman = { readonly personId: string; readonly episodeId: string; readonly appointmentId: string };
let serial = 0;

/** A woman who has checked in, and said yes on paper unless told otherwise. */
async function here(answer: 'agrees' | 'declines' | 'nothing' = 'agrees'): Promise<Woman> {
  const woman = { personId: randomUUID(), episodeId: randomUUID(), appointmentId: randomUUID() };
  const { personId, episodeId } = woman;
  const [{ today }] = (await db.pool.query('select today from programme_clock')).rows;
  await db.pool.query(
    `insert into person (person_id, identity_number, birth_date, sex, given_name, family_name, centre_id, status, status_on)
     values ($1, $2, '1966-05-04', 'female', 'Kari', $3, '${CENTRE}', 'resident', '2000-01-01')`,
    [personId, String(10000000000 + ++serial), `Prøve ${serial}`],
  );
  await db.pool.query(
    `insert into episode (person_id, episode_id, number, centre_id, due_on, opened_on, prevalent, state)
     values ($1, $2, 1, '${CENTRE}', $3, $3, true, 'invited')`,
    [personId, episodeId, today],
  );
  await time(woman, woman.appointmentId);
  if (answer !== 'nothing')
    await inTransaction(db, radiographer, (tx) =>
      recordConsent(tx, {
        personId,
        studyId,
        answer:
          answer === 'agrees' ? { answer, how: 'paper', formVersion: '1', language: 'nb' } : { answer, how: 'verbal' },
      }),
    );
  return woman;
}

async function time({ personId, episodeId }: Woman, appointmentId: string): Promise<void> {
  await db.pool.query(
    `insert into appointment (person_id, appointment_id, episode_id, centre_id, unit_id, day, at, kind, status)
     select $1, $2, $3, '${CENTRE}', 'U-${CENTRE}', today, '09:00', 'ordinary', 'checked-in' from programme_clock`,
    [personId, appointmentId, episodeId],
  );
}

const draw = (woman: Woman, implants = false) =>
  inTransaction(db, radiographer, (tx) => drawBeforeImages(tx, { ...woman, implants, symptoms: false }));
const drawn = async (woman: Woman) => {
  const found = await draw(woman);
  if (!found.ok) throw new Error(found.refusal.what);
  return found.value.modality as Modality;
};
const other = (modality: Modality): Modality => (modality === 'DM' ? 'DBT' : 'DM');
const examine = (woman: Woman, modality: Modality, more: Partial<RecordExamination> = {}) =>
  inTransaction(db, radiographer, (tx) =>
    recordExamination(tx, {
      ...woman,
      version: 1,
      modality,
      interview: nothingToReport,
      views: allTaken([]),
      cannotBeBetter: false,
      ...more,
    }),
  );
const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code);
const armOf: Readonly<Record<Modality, string>> = { DM: 'mammography', DBT: 'tomosynthesis' };
const query = async (text: string, ...values: unknown[]) => (await db.pool.query(text, values)).rows;
const allocations = ({ personId }: Woman) =>
  query('select examination_id, arm, first from allocation where person_id = $1 order by recorded_at', personId);
const casesOf = ({ personId }: Woman) =>
  query(
    `select c.person_id as "personId", c.case_id as "caseId", c.protocol_id, c.arm, c.outcome, c.examination_id, x.modality
     from reading_case c join examination x using (person_id, examination_id) where c.person_id = $1`,
    personId,
  );
const reasonsOf = async ({ personId }: Woman) =>
  (await query('select reasons from study_assessment where person_id = $1', personId))[0]?.reasons;
const form = (woman: Woman, actor = radiographer) =>
  inTransaction(db, actor, async (tx) => {
    const shown = await loadExaminationForm(tx, woman);
    if (!shown.ok) throw new Error(shown.refusal.what);
    return shown.value;
  });

describe('at check-in', () => {
  it('the radiographer is told which images to take, and nothing else of the arm', async () => {
    const woman = await here();
    expect((await form(woman)).draw).toEqual({ title: plan.title, modality: null });
    const modality = await drawn(woman);
    const shown = await form(woman);
    expect(shown.draw).toEqual({ title: plan.title, modality });
    expect(JSON.stringify(shown)).not.toMatch(/mammography|tomosynthesis/);
    for (const actor of [reader(1), staff('coordinator')]) expect((await form(woman, actor)).draw).toBeNull();
    const { rows } = await db.pool.query(`select detail from audit_entry where action = 'study.allocated'`);
    expect(JSON.stringify(rows)).not.toMatch(/mammography|tomosynthesis|DBT/);
  });

  it('asked twenty times at once it is drawn once, and the examination opens its case in that arm', async () => {
    const woman = await here();
    const answers = await Promise.all(Array.from({ length: 20 }, () => drawn(woman)));
    expect(new Set(answers).size).toBe(1);
    const [modality] = answers as [Modality];
    expect(codeOf(await examine(woman, modality))).toBe('ok');
    const [found] = await casesOf(woman);
    expect(found).toMatchObject({ protocol_id: 'aims-4', arm: armOf[modality], modality });
    expect(await allocations(woman)).toEqual([
      { examination_id: found.examination_id, arm: armOf[modality], first: true },
    ]);
    expect(codeOf(await draw(woman))).toBe('already-examined');
  });

  it('who has not said yes, or whose interview keeps her out, is not drawn; the reason is kept with her images', async () => {
    const [no, nothing, implants] = [await here('declines'), await here('nothing'), await here()];
    for (const woman of [no, nothing]) {
      expect((await form(woman)).draw).toBeNull();
      expect(await drawn(woman)).toBeNull();
    }
    expect(await draw(implants, true)).toEqual({ ok: true, value: { modality: null } });
    await examine(implants, 'DM', { interview: { ...nothingToReport, implants: 'both' } });
    for (const woman of [no, nothing]) await examine(woman, 'DM');
    expect(await Promise.all([no, nothing, implants].map(reasonsOf))).toEqual([
      ['declined'],
      ['not-asked'],
      ['implants'],
    ]);
    for (const woman of [no, nothing, implants]) {
      expect(await allocations(woman)).toEqual([]);
      expect(await casesOf(woman)).toMatchObject([{ protocol_id: 'no-routine' }]);
    }
  });

  it('the draw holds when the images must be taken again, and stands with those that are read', async () => {
    const woman = await here();
    const modality = await drawn(woman);
    const views = allTaken([{ criterion: 'all-tissue', degree: 'not-met' }]);
    expect(await examine(woman, modality, { views })).toMatchObject({ value: { result: 'technical-recall' } });
    await db.pool.query(
      `update appointment set status = 'cancelled' where person_id = $1 and status in ('invited', 'confirmed')`,
      [woman.personId],
    );
    const again = { ...woman, appointmentId: randomUUID() };
    await time(woman, again.appointmentId);
    expect(await drawn(again)).toBe(modality);
    expect(codeOf(await examine(again, modality))).toBe('ok');
    const [found] = await casesOf(woman);
    expect(found).toMatchObject({ arm: armOf[modality] });
    expect(await allocations(woman)).toMatchObject([{ examination_id: found.examination_id, first: true }]);
  });
});

describe('when other images are taken than those drawn', () => {
  it('it is said why, a deviation is entered, and she is read as her images are, in the arm she was drawn to', async () => {
    const woman = await here();
    const modality = await drawn(woman);
    const taken = other(modality);
    expect(codeOf(await examine(woman, taken))).toBe('not-as-drawn');
    expect(codeOf(await examine(woman, taken, { otherImagesBecause: 'Apparatet sto' }))).toBe('ok');
    expect(await casesOf(woman)).toMatchObject([{ protocol_id: 'aims-4', arm: armOf[taken], modality: taken }]);
    expect(await allocations(woman)).toMatchObject([{ arm: armOf[modality] }]);
    expect(await query('select kind, words from study_deviation where person_id = $1', woman.personId)).toEqual([
      { kind: 'images', words: `${modality} → ${taken}: Apparatet sto` },
    ]);
  });

  it('who withdraws between the draw and the images is read as routine, and stays counted where she was drawn', async () => {
    const woman = await here();
    const modality = await drawn(woman);
    const withdraws = { answer: 'withdraws', how: 'verbal', scope: 'no-further-data' } as const;
    await inTransaction(db, radiographer, (tx) => recordConsent(tx, { ...woman, studyId, answer: withdraws }));
    expect(codeOf(await examine(woman, modality))).toBe('ok');
    expect(await casesOf(woman)).toMatchObject([{ protocol_id: 'no-routine' }]);
    expect(await allocations(woman)).toHaveLength(1);
  });
});

describe('a bus without network', () => {
  const entered = (woman: Woman, modality: Modality) =>
    inTransaction(db, radiographer, (tx) =>
      takeEntry(tx, {
        entryId: randomUUID(),
        ...woman,
        source: 'offline',
        performedBy: 'radiographer-1',
        arrivedAt: '09:02',
        doneAt: '09:10',
        content: { kind: 'examined', modality, interview: nothingToReport, views: allTaken([]), cannotBeBetter: false },
      }),
    );

  it('cannot draw: she is read as routine, and counted as not drawn', async () => {
    const woman = await here();
    expect(await entered(woman, 'DM')).toMatchObject({ ok: true, value: { state: 'recorded' } });
    expect(await casesOf(woman)).toMatchObject([{ protocol_id: 'no-routine' }]);
    expect(await reasonsOf(woman)).toEqual(['not-drawn']);
    expect(await allocations(woman)).toEqual([]);
  });

  it('that lost it after the draw enters what was taken, and it is not refused', async () => {
    const woman = await here();
    const modality = await drawn(woman);
    expect(await entered(woman, other(modality))).toMatchObject({ ok: true, value: { state: 'recorded' } });
    expect(await query('select kind from study_deviation where person_id = $1', woman.personId)).toEqual([
      { kind: 'images' },
    ]);
  });
});

describe('an approval that ends', () => {
  const privacy = async () =>
    (
      await query(
        `select approval_id as id from study_approval where kind = 'privacy' and withdrawn_on is null and study_id = $1`,
        studyId,
      )
    )[0].id as string;

  it('stops the draws from that day, at check-in and after; a new one lets them go on', async () => {
    const [asked, before] = [await here(), await here()];
    const modality = await drawn(before);
    const approvalId = await privacy();
    await inTransaction(db, staff('office'), (tx) => withdrawApproval(tx, { studyId, approvalId }));
    expect((await form(asked)).draw).toBeNull();
    expect(await drawn(asked)).toBeNull();
    await examine(asked, 'DM');
    expect(await reasonsOf(asked)).toEqual(['no-approval']);
    // She who was drawn while it was in force keeps her arm.
    await examine(before, modality);
    expect(await casesOf(before)).toMatchObject([{ arm: armOf[modality] }]);
    await db.pool.query('update study_approval set withdrawn_on = null where approval_id = $1', [approvalId]);
    expect(await drawn(await here())).toMatch(/^D/);
  });

  it('is told of before it does, in the overview and on the study’s page', async () => {
    const until = (day: string | null) =>
      db.pool.query(`update study_approval set valid_until = $1 where kind = 'privacy'`, [day]);
    await until(addDays(TODAY, 20));
    const office = staff('office');
    expect(await inTransaction(db, office, endingApprovals)).toMatchObject([{ toldSince: addDays(TODAY, -40) }]);
    expect(await inTransaction(db, office, (tx) => showStudy(tx, { studyId }))).toMatchObject({
      value: { ending: [{ what: 'privacy', centreName: null, days: 20 }] },
    });
    await until(null);
    expect(await inTransaction(db, office, endingApprovals)).toEqual([]);
  });
});

describe('the whole study', () => {
  it('is read to an end in both arms: the machine is seen with tomosynthesis, and sealed with mammography', async () => {
    for (const wanted of ['DM', 'DBT'] as const) {
      await db.pool.query(`delete from reading_task`);
      let woman = await here();
      while ((await drawn(woman)) !== wanted) woman = await here();
      await examine(woman, wanted);
      const [c] = await casesOf(woman);
      await db.pool.query(
        `insert into ai_result (person_id, examination_id, product, version, analysed_on, score) values ($1, $2, 'demo-ai', '1.0', $3, 4.5)`,
        [woman.personId, c.examination_id, TODAY],
      );
      await inTransaction(db, staff('office'), (tx) => settleCase(tx, c));
      for (const n of [1, 2]) {
        const shown = await inTransaction(db, reader(n), claimNext);
        if (!shown.ok || !shown.value) throw new Error('nothing to read');
        const { value } = shown;
        expect(value.caseId).toBe(c.caseId);
        expect(value.examination.modality).toBe(wanted);
        expect(Object.keys(value.ai)).toEqual(wanted === 'DBT' ? ['a'] : []);
        await inTransaction(db, reader(n), (tx) => recordRead(tx, { ...value, left: 1, right: 1 }));
      }
    }
    await nextDay(db);
    await freezeAllDue(db);
    const rows = await query(`select arm, outcome from reading_case where outcome is not null order by arm`);
    expect(rows).toEqual([
      { arm: 'mammography', outcome: 'negative' },
      { arm: 'tomosynthesis', outcome: 'negative' },
    ]);
  });

  it('adds up: who was drawn and never imaged is allocated and not read; other images are departures', async () => {
    await drawn(await here());
    const shown = await showConsort(db, statistician, { studyId, arms: 'yes' });
    if ('ok' in shown) throw new Error('refused');
    const { flow } = shown;
    expect(flow.notDrawn).toBe(0);
    expect(flow.arms.map(({ arm }) => arm)).toEqual(['mammography', 'tomosynthesis']);
    expect(flow.allocated).toBe(flow.assessed - flow.excluded.count);
    expect(Object.fromEntries(flow.excluded.reasons.map(({ reason, count }) => [reason, count]))).toEqual({
      declined: 1,
      implants: 1,
      'no-approval': 1,
      'not-asked': 1,
      'not-drawn': 1,
    });
    const received = flow.arms.map((arm) => arm.received);
    const sum = (how: string) => received.reduce((all, counts) => all + (counts[how] ?? 0), 0);
    expect(sum('not-read')).toBeGreaterThanOrEqual(2);
    expect(sum('as-allocated')).toBe(2);
    const itt = flow.arms.reduce((all, arm) => all + (arm.analysed['intention-to-treat']?.count ?? 0), 0);
    expect(itt).toBe(flow.allocated);
    expect((await findImpossible(db)).filter(({ promise }) => /arm|drawn|position/.test(promise))).toEqual([]);
  });

  it('is frozen whole: also who was drawn and never imaged', async () => {
    await renewSnapshot(db, { dataDir }, staff('office'));
    const made = await makeDataCut(db, { dataDir }, statistician, { studyId, purpose: 'Alle som er trukket' });
    expect(made).toMatchObject({ ok: true, value: { rows: (await query('select from allocation')).length } });
    if (!made.ok) return;
    const csv = await readFile(join(dataDir, 'study-cuts', made.value.cutId, 'participants.csv'), 'utf8');
    const [header = '', ...lines] = csv.trim().split('\n');
    const at = (name: string) => header.split(',').indexOf(name);
    expect(lines).toHaveLength(made.value.rows);
    const never = lines.map((line) => line.split(',')).filter((cells) => cells[at('examined_on')] === '');
    expect(never.map((cells) => [cells[at('received')], cells[at('in_itt')], cells[at('in_modified')]])).toContainEqual(
      ['not-read', 'true', 'false'],
    );
  });

  it('follows from the key, when it is revealed', async () => {
    const office = staff('office');
    await step(db, office, studyId, { kind: 'closed', reason: 'Alle er med' });
    await step(db, office, studyId, { kind: 'key-revealed' });
    const file = await exportDraws(db, office, studyId);
    if (!file.ok) throw new Error(file.refusal.what);
    const key = Buffer.from(file.value.key, 'hex');
    const found = recompute(JSON.parse(JSON.stringify(file.value)), (message) =>
      createHmac('sha256', key).update(message).digest('hex'),
    );
    expect(found).toMatchObject({ different: [], faults: [] });
    expect(found.draws).toBe((await query('select from allocation where first')).length);
  });
});
