import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bindModels } from '#core/protocols/bind-models';
import type { StudyPlan } from '#core/studies/study';
import { aims1 } from '#programmes/protocols/aims-1';
import { createTestDatabase, type TestDatabase } from '#test/database';
import { foundCentres, staff } from '#test/reading-world';
import { twoArms } from '#test/study-plans';
import { foundStudy, openSite } from '#test/study-world';
import { showDryRuns, startDryRun } from './dry-runs.ts';

const plan: StudyPlan = { ...twoArms, protocol: bindModels(aims1.protocol, { transpara: 'demo-ai' }) };
const studyId = plan.id;
const coordinator = staff('coordinator');

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
  await foundCentres(db, 2);
  await foundStudy(db, plan);
  await openSite(db, plan);
});
afterAll(() => db.drop());

it('a dry run runs while the server answers, and is kept', async () => {
  const asked = { studyId, repetitions: 20, women: 3000, consent: 0.8, aiFailure: 0.01, seed: 3 };
  expect(await startDryRun(db, coordinator, asked)).toMatchObject({ refusal: { code: 'not-yours' } });
  expect(await startDryRun(db, staff('office'), asked)).toMatchObject({ ok: true });
  expect(await startDryRun(db, staff('office'), asked)).toMatchObject({ refusal: { code: 'running' } });
  const newest = async () => {
    const shown = await showDryRuns(db, coordinator, studyId);
    if (!shown.ok) throw new Error(shown.refusal.what);
    return shown.value.runs[0];
  };
  const until = Date.now() + 30_000;
  while ((await newest())?.state === 'running' && Date.now() < until) await wait(50);
  const run = await newest();
  expect(run?.state).toBe('done');
  expect(run?.result?.comparisons[0]?.power.value).toBeGreaterThanOrEqual(0);
  expect(run?.result?.arms.map(({ arm }) => arm)).toEqual(['ai', 'control']);
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from study_dry_run`.execute(db.kysely);
  expect(rows).toEqual([{ n: 1 }]);
});
