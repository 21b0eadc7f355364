/** A study followed at the pages, in a real browser: the flow, recruitment, the safety report, a frozen data set, a dry run. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { bindModels } from '#core/protocols/bind-models';
import { aims1 } from '#programmes/protocols/aims-1';
import { renewSnapshot } from '#server/quality/renew-snapshot';
import { inTransaction } from '#server/db/transaction';
import { nameMember } from '#server/studies/name-member';
import { heading, open, shows, signInAs } from './journey.ts';
import { type PageServer, servePages } from './page-server.ts';
import { expectAccessible, withPage } from './browser.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';
import { foundCentres, openCases, staff, TODAY } from './reading-world.ts';
import { twoArms } from './study-plans.ts';
import { foundStudy, openSite } from './study-world.ts';

// A journey over several pages, each held to axe.
vi.setConfig({ testTimeout: 180_000 });

const plan = {
  ...twoArms,
  protocol: bindModels(aims1.protocol, { transpara: 'demo-ai' }),
  consent: { ...twoArms.consent, design: 'opt-out' as const },
};

let db: TestDatabase;
let dataDir: string;
let server: PageServer;

beforeAll(async () => {
  [db, dataDir] = await Promise.all([createTestDatabase(), mkdtemp(join(tmpdir(), 'runde-studies-'))]);
  await foundCentres(db, 1);
  await db.pool.query(
    `insert into staff_user (id, name, role, centre_id) values ('coordinator-1', 'Klara', 'coordinator', 'C01'),
       ('board-1', 'Berit', 'researcher', null)`,
  );
  await foundStudy(db, plan);
  await openSite(db, plan);
  await inTransaction(db, staff('office'), (tx) =>
    nameMember(tx, { studyId: plan.id, userId: 'board-1', role: 'safety-board' }),
  );
  const women = await openCases(db, 24);
  await db.pool.query(
    `update reading_case set state = 'closed', outcome = 'negative', closed_on = $2 where case_id = any ($1)`,
    [women.slice(0, 16).map(({ caseId }) => caseId), TODAY],
  );
  await renewSnapshot(db, { dataDir }, staff('office'));
  server = await servePages(db, { dataDir });
}, 600_000);
afterAll(async () => {
  server.stop();
  await db.drop();
  await rm(dataDir, { recursive: true, force: true });
});

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

describe('following a study', () => {
  it('shows a centre its own women, without arms', async () => {
    await withPage(async (page) => {
      await signInAs(page, server.url, 'Klara');
      await open(page, 'Oppfølging av studier');
      await heading(page, 'Oppfølging av studier');
      await expectAccessible(page);
      await open(page, 'Prøvestudie');
      await heading(page, 'Prøvestudie: CONSORT-flyt');
      await shows(page, '24 vurdert, 24 trukket');
      await expectAccessible(page);
      expect(await page.getByText('Med maskin').count()).toBe(0);
      expect(await page.getByRole('link', { name: 'Sikkerhet', exact: true }).count()).toBe(0);
      await open(page, 'Rekruttering');
      await heading(page, 'Prøvestudie: rekruttering mot plan');
      await shows(page, 'Vises ikke før 100 er trukket');
      await expectAccessible(page);
      await open(page, 'Analyse');
      await heading(page, 'Prøvestudie: analysesett og datasett');
      await shows(page, 'Ingen avvik er ført.');
      expect(await page.getByText('Frys datasett').count()).toBe(0);
      await open(page, 'Det som er vist');
      await heading(page, 'Prøvestudie: det som er vist');
      await shows(page, 'Åpnede armer: 0 i nødstilfelle, 0 etter planen.');
      await shows(page, 'færre enn 100 ganger');
      await expectAccessible(page);
    });
  });

  it('gives the unblinded statistician the arms, a report that is kept, and a frozen data set', async () => {
    await withPage(async (page) => {
      await signInAs(page, server.url, 'Forskeren');
      await open(page, 'Oppfølging av studier');
      await open(page, 'Prøvestudie');
      await press(page, 'Vis armene hver for seg');
      await shows(page, 'At du ser armene hver for seg, er skrevet i loggen.');
      await shows(page, 'Trukket: Med maskin');
      await expectAccessible(page);
      await open(page, 'Sikkerhet');
      await heading(page, 'Prøvestudie: rapport til sikkerhetskomiteen');
      await expectAccessible(page);
      await press(page, 'Lag rapport');
      await shows(page, 'Rapport 1 er laget og kan ikke endres');
      const [pdf] = await Promise.all([page.waitForEvent('download'), press(page, 'Hent PDF 1')]);
      expect(pdf.suggestedFilename()).toBe('test-study-1.pdf');
      await open(page, 'Analyse');
      await page.getByLabel('Hva det skal brukes til').fill('Mellomanalyse nummer én');
      await press(page, 'Frys datasett');
      await shows(page, 'Datasettet er frosset: 24 undersøkelser');
      const [csv] = await Promise.all([page.waitForEvent('download'), press(page, 'participants.csv')]);
      expect(csv.suggestedFilename()).toMatch(/^test-study-2026-11-23-[0-9a-f]{8}-participants\.csv$/);
      await expectAccessible(page);
    });
    const { rows } = await db.pool.query(`select count(*)::int as n from audit_entry where action = 'study.arms-seen'`);
    expect(rows[0].n).toBeGreaterThan(3);
  });

  it('lets a member of the safety board read the report that was made, and nothing else by arm', async () => {
    await withPage(async (page) => {
      await signInAs(page, server.url, 'Berit');
      await open(page, 'Oppfølging av studier');
      await open(page, 'Prøvestudie');
      await heading(page, 'Prøvestudie: CONSORT-flyt');
      expect(await page.getByText('Med maskin').count()).toBe(0);
      expect(await page.getByRole('button', { name: 'Vis armene hver for seg' }).count()).toBe(0);
      await open(page, 'Sikkerhetskomiteen');
      await heading(page, 'Prøvestudie: sikkerhetskomiteen');
      await shows(page, 'Rapporten viser armene hver for seg');
      await shows(page, 'Med maskin');
      await expectAccessible(page);
      const [pdf] = await Promise.all([page.waitForEvent('download'), press(page, 'Hent PDF 1')]);
      expect(pdf.suggestedFilename()).toBe('test-study-1.pdf');
    });
  });

  it('runs the study on simulated women for those who plan it', async () => {
    await withPage(async (page) => {
      await signInAs(page, server.url, 'Kontoret');
      await page.goto(`${server.url}/study-monitoring/test-study/dry-run`);
      await heading(page, 'Prøvestudie: prøvekjøring på simulerte kvinner');
      await page.getByLabel('Antall studier').fill('50');
      await page.getByLabel('Simulerte kvinner å trekke fra').fill('4000');
      await press(page, 'Start prøvekjøring');
      await page.getByRole('heading', { name: /^Styrke for Med maskin/ }).waitFor({ timeout: 60_000 });
      await expectAccessible(page);
    });
  });
});
