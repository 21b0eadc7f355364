/** Interval cancers reviewed blind and then informed, what the woman wishes to know, and a radiologist's own figures. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { system } from '#core/people/access';
import { recordOpinion } from '#server/cancers/record-opinion';
import { loadReviewDesk } from '#server/cancers/review-desk';
import { inTransaction } from '#server/db/transaction';
import { renewSnapshot } from '#server/quality/renew-snapshot';
import { shows } from './journey.ts';
import { type PageServer, servePages } from './page-server.ts';
import { expectAccessible, withPage } from './browser.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';
import { reader } from './reading-world.ts';
import { foundReview, type ReviewWorld } from './review-world.ts';

let db: TestDatabase;
let world: ReviewWorld;
let dataDir: string;
let server: PageServer;

beforeAll(async () => {
  db = await createTestDatabase();
  world = await foundReview(db, 4, 8);
  dataDir = await mkdtemp(join(tmpdir(), 'runde-test-'));
  server = await servePages(db, { dataDir });
});
afterAll(async () => {
  server.stop();
  await db.drop();
  await rm(dataDir, { recursive: true, force: true });
});

const press = async (page: Page, keys: string) => {
  for (const key of keys) await page.keyboard.press(key);
};

/** Reviewer 4 does her part without a page: nothing to see blind; the first cancer has minimal signs, informed. */
async function otherReviewer(): Promise<void> {
  for (let informed = 0; ; ) {
    const desk = await inTransaction(db, reader(4), loadReviewDesk);
    const next = desk.ok ? desk.value.next : null;
    if (!next) return;
    const signs = next.round === 'informed' && informed++ === 0;
    const opinion = signs
      ? { class: 'minimal-signs' as const, side: 'left' as const }
      : { class: 'true' as const, side: null };
    const { itemId, round } = next;
    const given = await inTransaction(db, reader(4), (tx) => recordOpinion(tx, { itemId, round, ...opinion }));
    expect(given.ok).toBe(true);
  }
}

describe('the review of interval cancers', () => {
  it('is made up, seen blind through the whole set, and then with the diagnosis', async () => {
    await withPage(async (page) => {
      await server.enter(page, 'L-C01-3', '/interval-cancers?from=2026-01-01');
      await shows(page, 'Ikke gransket');
      await expectAccessible(page);
      await page.getByRole('link', { name: 'Gransk bilder' }).press('Enter');
      await shows(page, '4 intervallkreft ved senteret er ikke gransket.');
      await page.getByRole('checkbox', { name: 'Reader 3' }).check();
      await page.getByRole('checkbox', { name: 'Reader 4' }).check();
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Lag settet' }).press('Enter');
      await shows(page, 'Settet har bilder av 9 kvinner. 1 venter på andre granskere.');

      await page.getByRole('heading', { name: 'Blindet gransking' }).waitFor();
      await shows(page, 'Kvinne 1 av 9.');
      expect(await page.getByText('Diagnose').count()).toBe(0);
      await expectAccessible(page);
      await press(page, 's');
      await shows(page, 'Velg hva du ser.');
      await press(page, '3s');
      await shows(page, 'Velg hvilket bryst.');
      await press(page, 'qs');
      for (let place = 2; place <= 9; place++) {
        await shows(page, `Kvinne ${place} av 9.`);
        await press(page, '1s');
      }

      await page.getByRole('heading', { name: 'Informert gransking' }).waitFor();
      await shows(page, 'Kvinne 1 av 3.');
      await page.locator('dl[aria-label="Diagnose"]').getByText('Invasiv').waitFor();
      await expectAccessible(page);
      await press(page, '3ws');
      await shows(page, 'Kvinne 2 av 3.');
      await press(page, '1s');
      await shows(page, 'Kvinne 3 av 3.');
      await press(page, '1s');
      await shows(page, '3 av 3 sett med diagnosen.');
    });
  });

  it('of which the two differ on one: a third decides, and sees the scores of the time only then', async () => {
    await otherReviewer();
    const { rows } = await db.pool.query(
      `select i.person_id, i.cancer_id from review_item i join review_opinion o using (person_id, item_id)
       where o.class = 'minimal-signs' and o.round = 'informed'`,
    );
    const [{ person_id: personId, cancer_id: cancerId } = { person_id: '', cancer_id: '' }] = rows;
    await withPage(async (page) => {
      await server.enter(page, 'L-C01-5', `/interval-cancers/${personId}/${cancerId}`);
      await shows(page, /Granskerne er uenige \(Reader 3, Reader 4\)/);
      await shows(page, 'Skårene fra den gangen vises når granskingen er avgjort.');
      await expectAccessible(page);
      await page.getByRole('radio', { name: 'Små tegn' }).check();
      await page.getByRole('radio', { name: 'Venstre' }).check();
      await page.getByRole('button', { name: 'Avgjør' }).press('Enter');
      await shows(page, 'Avgjort: Små tegn.');
      await shows(page, /høyre \d, venstre \d; høyre \d, venstre \d/);

      await page.goto(`${server.url}/interval-cancers/figures`);
      await shows(page, /2 av 3/);
      await expectAccessible(page);
    });
  });

  it('is told to the woman by people, if she wishes, and nothing is sent', async () => {
    const [{ personId, cancerId }] = world.interval as [ReviewWorld['interval'][number]];
    await withPage(async (page) => {
      await server.enter(page, 'K-C01-1', `/interval-cancers/${personId}/${cancerId}`);
      await shows(page, 'Ikke spurt');
      await shows(page, 'Ingenting sendes til kvinnen herfra.');
      await expectAccessible(page);
      const save = page.getByRole('button', { name: 'Lagre', exact: true });
      await save.press('Enter');
      await shows(page, 'Spurt, ikke svart');
      await save.press('Enter');
      await shows(page, 'Velg hva hun svarte.');
      await page.getByRole('radio', { name: 'Ønsker å vite' }).check();
      await save.press('Enter');
      await page.getByRole('checkbox', { name: /pasientskadeordningen/ }).check();
      await page.getByRole('textbox', { name: 'Hvem holdt samtalen' }).fill('Overlegen');
      await expectAccessible(page);
      await save.press('Enter');
      await shows(page, 'Samtale holdt');
      await shows(page, /holdt av Overlegen · tilbudt: Opplysning om pasientskadeordningen/);
    });
    const { rows } = await db.pool.query('select count(*)::int as n from message');
    expect(rows[0].n).toBe(0);
  });
});

describe("a radiologist's own figures", () => {
  it('say what they count and from when they mean anything, and lead to the case; the look is audited', async () => {
    await renewSnapshot(db, { dataDir }, system);
    await withPage(async (page) => {
      await server.enter(page, 'L-C01-1', '/my-figures?years=5');
      await shows(page, 'Bare du ser disse tallene.');
      await page.getByRole('row', { name: /Intervallkreft.*3 av 11/ }).waitFor();
      await shows(page, 'For få med nok saker');
      await expectAccessible(page);
      const cases = page.getByRole('table', { name: /Kreft i saker du tydet/ });
      expect(await cases.getByRole('row', { name: /Intervallkreft/ }).count()).toBe(3);
      await cases.getByRole('link').first().press('Enter');
      await shows(page, 'Du tydet denne saken.');
      await shows(page, /høyre \d, venstre 1/);
      await expectAccessible(page);
    });
    const { rows } = await db.pool.query(
      `select count(*)::int as n from audit_entry where actor = 'L-C01-1' and detail ->> 'what' = 'own case with cancer'`,
    );
    expect(rows[0].n).toBeGreaterThan(0);
  });
});
