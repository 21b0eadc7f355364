/** Monitoring of a study on the real database: what each sees, reports that are kept, data sets that are frozen, a dry run. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Result } from '#core/kernel/result';
import { bindModels } from '#core/protocols/bind-models';
import type { MemberRole, StudyPlan } from '#core/studies/study';
import { aims1 } from '#programmes/protocols/aims-1';
import { inTransaction } from '#server/db/transaction';
import { openDuck, quoted } from '#server/quality/duck';
import { latestSnapshot } from '#server/quality/latest-snapshot';
import { renewSnapshot } from '#server/quality/renew-snapshot';
import { loadHistory } from '#server/replay/load-history';
import { openSource } from '#server/replay/open-source';
import { createTestDatabase, type TestDatabase } from '#test/database';
import { CENTRE, foundCentres, type OpenedCase, openCases, reader, staff, TODAY } from '#test/reading-world';
import { twoArms } from '#test/study-plans';
import { foundStudy, openSite } from '#test/study-world';
import { showBoardReport } from './board-report.ts';
import { dataCutFile, listDataCuts } from './data-cuts.ts';
import { showDryRuns } from './dry-runs.ts';
import { listMonitored } from './list-monitored.ts';
import { listAllocations } from './list-allocations.ts';
import { listStudies } from './list-studies.ts';
import { makeDataCut } from './make-data-cut.ts';
import { nameMember } from './name-member.ts';
import { recordDeviation } from './record-deviation.ts';
import { renderSafetyReport } from './render-safety-report.ts';
import { keptReport, makeSafetyReport, showSafety } from './safety-report.ts';
import { showConsort } from './show-consort.ts';
import { showRecruitment } from './show-recruitment.ts';
import { showReveals } from './show-reveals.ts';
import { showStudy } from './show-study.ts';
import { unblind } from './unblind.ts';

const plan: StudyPlan = {
  ...twoArms,
  protocol: bindModels(aims1.protocol, { transpara: 'demo-ai' }),
  consent: { ...twoArms.consent, design: 'opt-out' },
};
const statistician = staff('researcher');
const coordinator = staff('coordinator');
const studyId = plan.id;

let db: TestDatabase;
let dataDir: string;
let women: readonly OpenedCase[];
beforeAll(async () => {
  [db, dataDir] = await Promise.all([createTestDatabase(), mkdtemp(join(tmpdir(), 'runde-cuts-'))]);
  await foundCentres(db, 2);
  await foundStudy(db, plan);
  await openSite(db, plan);
  women = await openCases(db, 30);
  await closeCases(women.slice(0, 20));
});
afterAll(async () => {
  await db.drop();
  await rm(dataDir, { recursive: true, force: true });
});

/** Read by one where the machine said low, by two else; the first woman of all is recalled with a cancer. */
async function closeCases(cases: readonly OpenedCase[]): Promise<void> {
  for (const [i, one] of cases.entries()) {
    const key = [one.personId, one.caseId];
    await db.pool.query(
      `insert into ai_result (person_id, examination_id, product, version, analysed_on, score) values ($1, $2, 'demo-ai', '1.0', $3, 4.5)`,
      [one.personId, one.examinationId, TODAY],
    );
    const { rows } = await db.pool.query('select arm from reading_case where person_id = $1 and case_id = $2', key);
    const score = i === 0 ? 4 : 1;
    for (const step of rows[0].arm === 'ai' ? ['r1'] : ['r1', 'r2'])
      await db.pool.query(
        `insert into read (person_id, case_id, step, reader, day, score_left, score_right) values ($1, $2, $3, $3, $4, $5, 1)`,
        [...key, step, TODAY, score],
      );
    if (i === 0)
      await db.pool.query(
        `insert into consensus (person_id, case_id, step, day, members, decision) values ($1, $2, 'c', $3, '{a,b}', 'recall')`,
        [...key, TODAY],
      );
    await db.pool.query(
      `update reading_case set state = 'closed', outcome = $3, closed_on = $4 where person_id = $1 and case_id = $2`,
      [...key, i === 0 ? 'recall' : 'negative', TODAY],
    );
  }
}

async function withdraw(one: OpenedCase, scope: 'no-further-data' | 'remove-from-analysis'): Promise<void> {
  await db.pool.query(
    `insert into study_consent (person_id, consent_id, study_id, answer, how, scope, day, recorded_by)
     values ($1, gen_random_uuid(), $2, 'withdraws', 'verbal', $3, $4, 'test')`,
    [one.personId, studyId, scope, TODAY],
  );
}

function given<T>(shown: T | Result<never>): T {
  if (typeof shown === 'object' && shown !== null && 'ok' in shown && shown.ok === false)
    throw new Error(shown.refusal.what);
  return shown as T;
}

const armsSeen = async () =>
  Number(
    (
      await sql<{ n: string }>`select count(*) as n from audit_entry where action = 'study.arms-seen'`.execute(
        db.kysely,
      )
    ).rows[0]?.n,
  );

describe('who sees what', () => {
  it('the flow adds up for those who may not tell the arms apart, and says nothing of them', async () => {
    for (const actor of [coordinator, staff('office')]) {
      const shown = given(await showConsort(db, actor, { studyId, arms: 'no' }));
      expect(shown.flow).toMatchObject({ assessed: 30, eligible: 30, allocated: 30, notDrawn: 0 });
      expect(shown.flow.arms).toHaveLength(1);
      expect(shown.flow.arms[0]).toMatchObject({ arm: null, received: { 'as-allocated': 20, open: 10 } });
      const recruitment = given(await showRecruitment(db, actor, studyId));
      for (const said of [shown, recruitment]) expect(JSON.stringify(said)).not.toMatch(/"(ai|control)"/);
    }
    expect(await armsSeen()).toBe(0);
  });

  it('only the unblinded statistician sees the arms, and each time is written down', async () => {
    for (const actor of [coordinator, staff('office'), reader(1)]) {
      for (const refused of [
        await showConsort(db, actor, { studyId, arms: 'yes' }),
        await showSafety(db, actor, studyId),
        await makeSafetyReport(db, actor, studyId),
        await listDataCuts(db, actor, studyId),
      ])
        expect(refused).toMatchObject({ ok: false, refusal: { code: 'not-unblinded' } });
    }
    expect(await armsSeen()).toBe(0);
    const shown = given(await showConsort(db, statistician, { studyId, arms: 'yes' }));
    expect(shown.flow.arms.map(({ arm }) => arm)).toEqual(['ai', 'control']);
    expect(shown.flow.arms.reduce((sum, { allocated }) => sum + allocated, 0)).toBe(30);
    expect(await armsSeen()).toBe(1);
  });

  it('a centre that takes no part sees no study; one that does sees its own', async () => {
    const elsewhere = { ...staff('coordinator'), centres: ['C09'] };
    expect((await listMonitored(db, elsewhere)).studies).toEqual([]);
    expect(await showRecruitment(db, elsewhere, studyId)).toMatchObject({ ok: false });
    const own = given(await showRecruitment(db, coordinator, studyId));
    expect(own.whole).toBeNull();
    expect(own.sites.map(({ centreId }) => centreId)).toEqual([CENTRE]);
    expect(own.balance).toEqual({ kind: 'too-few', least: 100 });
  });
});

describe('who has no role in it', () => {
  const other = { ...staff('researcher'), userId: 'researcher-2' };

  it('sees that the study exists and plans it, and no count of women', async () => {
    expect((await listMonitored(db, other)).studies).toEqual([]);
    for (const refused of [
      await showConsort(db, other, { studyId, arms: 'no' }),
      await showRecruitment(db, other, studyId),
      await showReveals(db, other, studyId),
      await inTransaction(db, other, (tx) => listAllocations(tx, { studyId })),
    ])
      expect(refused).toMatchObject({ ok: false, refusal: { code: 'no-role' } });
    const { studies } = await inTransaction(db, other, listStudies);
    expect(studies).toMatchObject([{ studyId, allocated: null, target: plan.recruitment.total }]);
    const shown = await inTransaction(db, other, (tx) => showStudy(tx, { studyId }));
    expect(shown).toMatchObject({ value: { sees: { counts: false, arms: false, board: false } } });
    if (shown.ok) expect(shown.value.sites.map(({ allocated }) => allocated)).toEqual([null, null]);
    expect(await showDryRuns(db, other, studyId)).toMatchObject({ ok: true, value: { head: { mayFollow: false } } });
  });

  it('sees the counts of all sites when she is given one', async () => {
    await db.pool.query(`insert into staff_user (id, name, role) values ('researcher-2', 'Anna', 'researcher')`);
    await inTransaction(db, staff('office'), (tx) =>
      nameMember(tx, { studyId, userId: 'researcher-2', role: 'monitor' }),
    );
    expect((await listMonitored(db, other)).studies).toMatchObject([{ studyId, recruited: 30, arms: false }]);
    expect(given(await showConsort(db, other, { studyId, arms: 'no' })).flow.allocated).toBe(30);
  });
});

describe('reveals', () => {
  const monitor = { ...staff('researcher'), userId: 'researcher-2' };
  const inAi = async () =>
    (await db.pool.query(`select person_id, case_id from reading_case where arm = 'ai' order by case_id`)).rows;

  it('are counted for a site in a form that tells no arm, listed for the monitor, and each told to the statistician', async () => {
    for (const one of await inAi())
      await db.pool.query(
        `insert into ai_reveal (person_id, reveal_id, case_id, step, ai, product, items, user_id, role, day)
         select $1, gen_random_uuid(), $2, 'r1', 'a', 'demo-ai', '{score}', $3, 'radiologist', d
         from unnest(array[$4::date, $4::date - 40]) d, generate_series(1, 6)`,
        [one.person_id, one.case_id, reader(1).userId, TODAY],
      );
    const opened = { kind: 'emergency', reason: 'Akutt innleggelse', told: 'Vakthavende' } as const;
    await inTransaction(db, staff('office'), (tx) =>
      unblind(tx, { studyId, personId: women[0]?.personId ?? '', ...opened }),
    );
    const site = given(await showReveals(db, coordinator, studyId));
    expect(site).toMatchObject({ opened: { emergency: 1, planned: 0 }, openings: null });
    const shown = (await inAi()).length * 6;
    expect(site.shown).toEqual({
      sees: 'counts',
      least: 100,
      atLeast: shown < 100 ? null : 100,
      until: '2026-10',
    });
    const followed = given(await showReveals(db, monitor, studyId));
    expect(followed.openings).toMatchObject([{ reason: 'Akutt innleggelse', told: 'Vakthavende', centre: CENTRE }]);
    expect(followed.shown).toMatchObject({ sees: 'list', rows: [{ times: shown }, { times: shown }] });
    for (const said of [site, followed]) expect(JSON.stringify(said)).not.toMatch(/"(ai|control|r1)"/);
    const seen = await armsSeen();
    const each = given(await showReveals(db, statistician, studyId));
    expect(each.shown).toMatchObject({ sees: 'each', total: 2 * shown, rows: expect.arrayContaining([]) });
    if (each.shown.sees === 'each') expect(new Set(each.shown.rows.map(({ arm }) => arm))).toEqual(new Set(['ai']));
    expect(await armsSeen()).toBe(seen + 1);
  });
});

describe('the deviation log', () => {
  it('takes an examination out of the per-protocol set, and takes none that is not in the study', async () => {
    const [, one] = women as [OpenedCase, OpenedCase];
    const entered = {
      studyId,
      kind: 'reading',
      words: 'Lest på en skjerm som var under service',
      happenedOn: TODAY,
    } as const;
    const at = (examinationId: string) =>
      inTransaction(db, coordinator, (tx) => recordDeviation(tx, { ...entered, examinationId }));
    expect(await at(one.examinationId)).toMatchObject({ ok: true });
    expect(await at('00000000-0000-4000-8000-000000000000')).toMatchObject({ refusal: { code: 'not-in-study' } });
    const shown = given(await showConsort(db, coordinator, { studyId, arms: 'no' }));
    expect(shown.flow.arms[0]?.received).toMatchObject({ departed: 1, 'as-allocated': 19 });
    expect(shown.deviations).toMatchObject([{ kind: 'reading', centre: CENTRE }]);
  });
});

describe('the safety report', () => {
  it('counts by arm, is kept as it was, and counts as a look', async () => {
    const shown = given(await showSafety(db, statistician, studyId));
    expect(shown.arms.reduce((sum, arm) => sum + arm.examinations, 0)).toBe(20);
    expect(shown.arms.reduce((sum, arm) => sum + (arm.counts.recall?.events ?? 0), 0)).toBe(1);
    expect(shown.standing).toMatchObject([{ arm: 'ai', information: 20 / plan.recruitment.total }]);
    expect(await makeSafetyReport(db, statistician, studyId)).toMatchObject({ ok: true, value: { number: 1 } });
    expect(await makeSafetyReport(db, statistician, studyId)).toMatchObject({ refusal: { code: 'nothing-new' } });
    const kept = await keptReport(db, statistician, { studyId, number: 1 });
    if (!kept.ok) throw new Error(kept.refusal.what);
    for (const language of ['nb', 'nn', 'en'] as const) {
      const { pdf } = renderSafetyReport(kept.value, 1, language);
      expect(Buffer.from(pdf, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
    }
    expect(given(await showSafety(db, statistician, studyId)).reports).toMatchObject([{ number: 1 }]);
  });

  it('is read by the board as it was made, by arm where the charter says so; and nothing else by arm', async () => {
    const board = { ...staff('researcher'), userId: 'board-1' };
    await db.pool.query(`insert into staff_user (id, name, role) values ('board-1', 'Berit', 'researcher')`);
    const name = (userId: string, role: MemberRole) =>
      inTransaction(db, staff('office'), (tx) => nameMember(tx, { studyId, userId, role }));
    expect(await name(reader(2).userId, 'safety-board')).toMatchObject({ refusal: { code: 'board-at-site' } });
    expect(await name('researcher-1', 'safety-board')).toMatchObject({ refusal: { code: 'roles-clash' } });
    expect(await showBoardReport(db, board, { studyId })).toMatchObject({ refusal: { code: 'no-role' } });
    expect(await name('board-1', 'safety-board')).toMatchObject({ ok: true });
    for (const refused of [
      await showSafety(db, board, studyId),
      await makeSafetyReport(db, board, studyId),
      await showConsort(db, board, { studyId, arms: 'yes' }),
      await listDataCuts(db, board, studyId),
    ])
      expect(refused).toMatchObject({ refusal: { code: 'not-unblinded' } });
    expect(await showBoardReport(db, coordinator, { studyId })).toMatchObject({ refusal: { code: 'not-unblinded' } });
    const seen = await armsSeen();
    const shown = given(await showBoardReport(db, board, { studyId }));
    expect(shown).toMatchObject({ sees: 'by-arm', number: 1, head: { mayArms: false, mayBoard: true } });
    expect(shown.report?.arms.map(({ arm }) => arm)).toEqual(['ai', 'control']);
    expect(await armsSeen()).toBe(seen + 1);
    expect(await showBoardReport(db, board, { studyId, number: 9 })).toMatchObject({ refusal: { code: 'not-found' } });
    expect(JSON.stringify(given(await showReveals(db, board, studyId)))).not.toMatch(/"(ai|control|r1)"/);

    const signed = (await db.pool.query(`select plan, signature from study_version where study_id = $1`, [studyId]))
      .rows[0];
    const charter = { ...signed.plan, version: '2', board: 'pooled' };
    await db.pool.query(
      `insert into study_version (study_id, version, plan, written_on, written_by, signed_on, signed_by, signature)
       values ($1, '2', $2, $3, 'test', $3, 'test', repeat('b', 64))`,
      [studyId, charter, TODAY],
    );
    await db.pool.query(
      `insert into study_event (study_id, seq, event, day, by_user)
       select $1, max(seq) + 1, '{"kind": "amended", "version": "2"}', $2, 'test' from study_event where study_id = $1`,
      [studyId, TODAY],
    );
    const together = given(await showBoardReport(db, board, { studyId }));
    expect(together).toMatchObject({ sees: 'pooled', report: { comparisons: [], standing: [], balance: [] } });
    expect(together.report?.arms).toMatchObject([{ arm: 'all', examinations: 20 }]);
    expect(JSON.stringify(together.report)).not.toMatch(/"ai"|:"control"/);
    const pdf = await keptReport(db, board, { studyId, number: 1 });
    if (!pdf.ok) throw new Error(pdf.refusal.what);
    expect(renderSafetyReport(pdf.value, 1, 'nb').pdf.length).toBeGreaterThan(1000);
    await db.pool.query(`delete from study_event where event ->> 'version' = '2'`);
    await db.pool.query(`delete from study_version where version = '2'`);
  });

  it('cannot be read below the use case by a request', async () => {
    await expect(
      inTransaction(db, statistician, (tx) => tx.q.selectFrom('study_safety_report').select('content').execute()),
    ).rejects.toThrow(/permission denied/);
  });
});

/** A fact of the newest snapshot. */
async function frozen(fact: string, select: string): Promise<Record<string, unknown>[]> {
  const duck = await openDuck();
  try {
    const folder = (await latestSnapshot(db))?.folder ?? '';
    return await duck.rows(`select ${select} from read_parquet(${quoted(join(folder, fact, '*.parquet'))})`);
  } finally {
    duck.close();
  }
}

describe('a snapshot', () => {
  it('has who was asked, assessed and drawn, and no arm that is concealed', async () => {
    await renewSnapshot(db, { dataDir }, staff('office'));
    expect(await frozen('study-assessment', 'count(*) as n, bool_and(eligible) as eligible')).toEqual([
      { n: 30, eligible: true },
    ]);
    const arms = 'count(*) as n, count(arm) as arms';
    expect(await frozen('study-allocation', arms)).toEqual([{ n: 30, arms: 0 }]);
    expect(await frozen('reading-case', arms)).toEqual([{ n: 30, arms: 0 }]);
    const snapshot = await latestSnapshot(db);
    const source = snapshot && (await openSource(db, snapshot.id, []));
    if (!source) throw new Error('there is no snapshot');
    expect((await loadHistory(source)).leftOut).toEqual({ 'arm-concealed': 20 });
  });
});

describe('a data set for analysis', () => {
  it('is frozen without her who asked to be removed, and handed out no more when another asks', async () => {
    await renewSnapshot(db, { dataDir }, staff('office'));
    const [, , removed, later, stopped, read] = women as OpenedCase[];
    // What is written after the snapshot is of another data set.
    await db.pool.query(
      `insert into read (person_id, case_id, step, reader, day, score_left, score_right) values ($1, $2, 'r9', 'late', $3, 5, 5)`,
      [read?.personId, read?.caseId, TODAY],
    );
    await withdraw(removed as OpenedCase, 'remove-from-analysis');
    await withdraw(stopped as OpenedCase, 'no-further-data');
    const made = await makeDataCut(db, { dataDir }, statistician, { studyId, purpose: 'Første analyse' });
    expect(made).toMatchObject({ ok: true, value: { rows: 29 } });
    const again = await makeDataCut(db, { dataDir }, statistician, { studyId, purpose: 'Den samme' });
    expect(again).toMatchObject({ refusal: { code: 'made-already' } });
    const [cut] = given(await listDataCuts(db, statistician, studyId)).cuts;
    expect(cut).toMatchObject({ leftOut: { 'asked-removal': 1 }, removedSince: 0 });
    const fetched = (file: string) => dataCutFile(db, statistician, { studyId, cutId: cut?.cutId ?? '', file });
    const csv = await fetched('participants.csv');
    if (!csv.ok) throw new Error(csv.refusal.what);
    const lines = Buffer.from(csv.value.content, 'base64').toString().trim().split('\n');
    expect(lines).toHaveLength(30);
    expect(lines.join('\n')).not.toContain(removed?.examinationId);
    const names = lines[0]?.split(',') ?? [];
    const of = (one: OpenedCase | undefined, column: string) =>
      lines.find((line) => line.includes(one?.examinationId ?? ''))?.split(',')[names.indexOf(column)];
    expect([of(read, 'highest_score'), of(read, 'received'), of(read, 'ai_score')]).toEqual([
      '1',
      'as-allocated',
      '4.5',
    ]);
    const manifest = JSON.parse(await readFile(join(dataDir, 'study-cuts', cut?.cutId ?? '', 'manifest.json'), 'utf8'));
    expect(manifest).toMatchObject({ study: studyId, dataCut: TODAY, rows: 29 });
    await withdraw(later as OpenedCase, 'remove-from-analysis');
    expect(await fetched('participants.csv')).toMatchObject({ refusal: { code: 'removed-since' } });
  });
});

describe('when the key is revealed', () => {
  it('the arms are in the next snapshot', async () => {
    await db.pool.query(
      `insert into study_event (study_id, seq, event, day, by_user)
       select $1, max(seq) + 1, '{"kind": "key-revealed"}', $2, 'test' from study_event where study_id = $1`,
      [studyId, TODAY],
    );
    await renewSnapshot(db, { dataDir }, staff('office'));
    const [drawn] = await frozen('study-allocation', 'count(distinct arm) as arms');
    const [read] = await frozen('reading-case', 'count(distinct arm) as arms');
    expect([drawn, read]).toEqual([{ arms: 2 }, { arms: 2 }]);
  });
});
