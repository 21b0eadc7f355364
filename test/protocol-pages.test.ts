/** A reading protocol from a published example to what a centre reads by, at the pages, each held to axe. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { heading } from './journey.ts';
import { type PageServer, servePages } from './page-server.ts';
import { expectAccessible } from './browser.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';
import { foundCentres, openCases } from './reading-world.ts';

vi.setConfig({ testTimeout: 180_000 });

let db: TestDatabase;
let server: PageServer;

beforeAll(async () => {
  db = await createTestDatabase();
  await foundCentres(db, 2);
  await db.pool.query(
    `insert into staff_user (id, name, role) values ('office-1', 'Prøve Kontor', 'office'), ('F-1', 'Prøve Forsker', 'researcher')`,
  );
  await db.pool.query(
    `insert into ai_product (product, version, name, scale_min, scale_max, gives, registered_on, registered_by)
     values ('demo-ai', '1.0', 'Demo', 1, 11, array['examination'], '2026-01-01', 'system')`,
  );
  server = await servePages(db);
});
afterAll(async () => {
  server.stop();
  await db.drop();
});

async function inTheDark(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.documentElement.dataset.colorScheme = 'dark';
  });
  await expectAccessible(page);
}

it('a researcher reads a published protocol in words and as a flow, and makes a draft of it', async () => {
  await server.as('F-1', async (page) => {
    await page.goto(`${server.url}/protocols`);
    await heading(page, 'Tydeprotokoller');
    await page.getByRole('row', { name: /C01 Uavhengig dobbelttyding/ }).waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'AIMS 1 (Norge)' }).click();

    await heading(page, 'AIMS 1 (Norge)');
    await page.getByText('Skår 8–10: to tydere, begge ser tidligere bilder og alt maskinen gir.').waitFor();
    await page.getByRole('img', { name: /Flyten i ai/ }).waitFor();
    await page.getByText('Ingen feil. Protokollen kan godkjennes.').waitFor();
    await page.getByText('Ingen resultater fra «transpara» kommer hit', { exact: false }).waitFor();
    await expectAccessible(page);
    await inTheDark(page);

    await page.getByText('Kopier til kladd').click();
    await page.getByLabel('Navn', { exact: true }).fill('Én eller to tydere');
    await page.getByLabel('Navn i kode').fill('one-or-two');
    await page.getByLabel('Versjon', { exact: true }).fill('1');
    await page.getByLabel('Produktet «transpara» er her').selectOption('demo-ai');
    await page.getByRole('button', { name: 'Lag kladd' }).click();

    await heading(page, 'Én eller to tydere');
    await page.getByRole('heading', { name: 'Rediger' }).waitFor();
    expect(await page.getByText('Ingen resultater fra', { exact: false }).count()).toBe(0);
    await expectAccessible(page);
  });
});

it('the words, the flow and the check follow while she writes; a faulty draft can be kept but not approved', async () => {
  await server.as('F-1', async (page) => {
    await page.goto(`${server.url}/protocols/one-or-two/1`);
    await heading(page, 'Én eller to tydere');
    await page.getByLabel(/Hvis skår er 8 eller mer/).fill('9');
    await page.getByText('Skår 9–10: to tydere', { exact: false }).waitFor();

    const text = page.getByLabel('Protokollen som tekst (JSON)');
    const whole = await text.inputValue();
    await text.fill(whole.replace('"not": [\n            "r1"\n          ]', '"not": []'));
    await page.getByText("kan gjøres av tyderen fra r1: legg til not: ['r1']", { exact: false }).first().waitFor();
    await page.getByRole('button', { name: 'Lagre', exact: true }).click();
    await page.getByText('Kladden er lagret').waitFor();
    await text.fill('{');
    await page.getByText('Teksten kan ikke leses som en protokoll:').waitFor();
    expect(await page.getByRole('button', { name: 'Lagre', exact: true }).isDisabled()).toBe(true);
    await expectAccessible(page);
    await text.fill(whole);
    await page.getByRole('button', { name: 'Lagre', exact: true }).click();
    await page.getByText('Ingen feil. Protokollen kan godkjennes.').waitFor();
    // Approving is for the office.
    expect(await page.getByRole('button', { name: 'Godkjenn' }).count()).toBe(0);
  });
});

it('the office approves it and puts it into use; a new version says what it changes', async () => {
  await openCases(db, 1);
  await server.as('office-1', async (page) => {
    await page.goto(`${server.url}/protocols/one-or-two/1`);
    await page.getByRole('button', { name: 'Godkjenn' }).click();
    await page.getByRole('heading', { name: /Godkjenne denne versjonen/ }).waitFor();
    await expectAccessible(page);
    await page.getByRole('dialog').getByRole('button', { name: 'Godkjenn' }).click();

    await page.getByRole('heading', { name: 'Sentre som tyder etter denne' }).waitFor();
    await page.getByLabel('Arm', { exact: true }).selectOption('ai');
    await page.getByLabel('C01').check();
    await page.getByRole('button', { name: 'Ta i bruk' }).click();
    await page.getByText('C01 (ai): 23. november 2026').waitFor();
    await expectAccessible(page);
    await inTheDark(page);

    await page.getByText('Kopier til kladd').click();
    expect(await page.getByLabel('Versjon', { exact: true }).inputValue()).toBe('2');
    await page.getByRole('button', { name: 'Lag kladd' }).click();
    await page.getByRole('heading', { name: 'Rediger' }).waitFor();
    await page.getByLabel(/Hvis skår er 9 eller mer/).fill('8');
    await page.getByText('ai: tyder 2: hvis: var «skår er 9 eller mer», er «skår er 8 eller mer».').waitFor();
  });
  const [before] = (await db.pool.query(`select protocol_id, arm from reading_case`)).rows;
  expect(before).toEqual({ protocol_id: 'no-routine', arm: 'routine' });
});

it('a radiologist sees what she reads by, and no drafts', async () => {
  await server.as('L-C01-1', async (page) => {
    await page.goto(`${server.url}/protocols`);
    await page.getByRole('row', { name: /C01 Én eller to tydere \(ai\)/ }).waitFor();
    expect(await page.getByText('Kladd', { exact: true }).count()).toBe(0);
    await page.getByRole('link', { name: 'Én eller to tydere' }).first().click();
    await heading(page, 'Én eller to tydere');
    expect(await page.getByText('Kopier til kladd').count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Ta i bruk' }).count()).toBe(0);
    await expectAccessible(page);
  });
});
