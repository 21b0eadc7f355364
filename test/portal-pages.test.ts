/** The centres' portal and the quality manual, as the office and a centre use them together. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inTransaction } from '#server/db/transaction';
import { loadEdition } from '#server/manual/load-edition';
import { placeholderManual } from '#programmes/manuals/placeholder';
import { type PageServer, servePages } from './page-server.ts';
import { expectAccessible } from './browser.ts';
import { makeClinic, staff } from './clinic.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';

let db: TestDatabase;
let server: PageServer;

beforeAll(async () => {
  db = await createTestDatabase();
  await makeClinic(db);
  await db.pool.query(`insert into staff_user (id, name, role, centre_id) values
    ('PK-1', 'Prøve Kontor', 'office', null), ('K-C06-1', 'Prøve Koordinator', 'coordinator', 'C06'),
    ('ADM-1', 'Prøve Drift', 'administrator', null)`);
  // Two criteria of our own, so that a whole year fits in one test.
  const edition = { ...placeholderManual, id: 'short', criteria: placeholderManual.criteria.slice(0, 2) };
  await inTransaction(db, staff('office', 'C06', 'PK-1'), (tx) => loadEdition(tx, { edition }));
  server = await servePages(db);
});
afterAll(async () => {
  server.stop();
  await db.drop();
});

const as = <T>(userId: string, path: string, work: (page: Page) => Promise<T>): Promise<T> =>
  server.as(userId, async (page) => {
    await page.goto(server.url + path);
    return work(page);
  });

it('news that must be read is read, and a meeting is answered', async () => {
  await as('PK-1', '/portal', async (page) => {
    await page.getByText('Ny nyhet').click();
    await page.getByLabel('Overskrift').fill('Ny prosedyre for omtak');
    await page.getByLabel('Tekst', { exact: true }).fill('Les prosedyren før mandag.');
    await page.getByLabel('Alle skal bekrefte at de har lest den').check();
    await page.getByRole('button', { name: 'Publiser' }).click();
    await page.getByText('0 av 2 har bekreftet', { exact: false }).waitFor();
    await page.getByText('Kall inn til møte').click();
    await page.getByLabel('Møtets navn').fill('Fagmøte');
    await page.getByLabel('Sted eller lenke').fill('Video');
    await page.getByRole('button', { name: 'Kall inn', exact: true }).click();
    await page.getByRole('heading', { name: 'Fagmøte' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: /^Trekk tilbake ?: Ny prosedyre for omtak/ }).click();
    await page.getByRole('heading', { name: 'Ny prosedyre for omtak' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Angre' }).click();
    await page.getByRole('heading', { name: 'Ny prosedyre for omtak' }).waitFor();
  });
  await as('K-C06-1', '/portal', async (page) => {
    await page.getByRole('button', { name: /^Jeg har lest dette ?: Ny prosedyre for omtak/ }).click();
    await page.getByText('Du har bekreftet at du har lest dette').waitFor();
    await page.getByRole('button', { name: 'Jeg kommer', exact: true }).click();
    await page.getByRole('button', { name: 'Du kommer', pressed: true }).waitFor();
    await expectAccessible(page);
  });
});

it('the administrator gives access and ends it, and reads what has been done', async () => {
  await as('ADM-1', '/users', async (page) => {
    await page.getByRole('button', { name: 'Gi tilgang' }).click();
    await page.getByLabel('Bruker-id').fill('ny@prove');
    await page.getByLabel('Navn', { exact: true }).fill('Ny Radiograf');
    await page.getByLabel('Brystsenter').selectOption('C06');
    await expectAccessible(page);
    await page.keyboard.press('Enter');
    await page.getByText('Ny Radiograf har fått tilgang.').waitFor();
    await page.getByRole('button', { name: 'Endre Ny Radiograf' }).click();
    await page.getByRole('button', { name: 'Avslutt tilgangen' }).click();
    await page.getByText('Ny Radiograf har ikke tilgang lenger.').waitFor();
    await page.getByRole('row', { name: /Ny Radiograf/ }).waitFor({ state: 'detached' });
    await page
      .getByRole('row', { name: /Prøve Drift/ })
      .getByRole('link', { name: /^Logg/ })
      .click();
    await page.getByRole('cell', { name: 'user.changed' }).waitFor();
    await expectAccessible(page);
  });
});

it('a document is put in the library and fetched as it was', async () => {
  await as('PK-1', '/portal', async (page) => {
    await page.getByText('Legg til dokument').click();
    await page.getByLabel('Navn', { exact: true }).fill('Rutine for omtak');
    const file = { name: 'omtak.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 rutine') };
    await page.getByLabel('Fil', { exact: true }).setInputFiles(file);
    await page.getByRole('button', { name: 'Legg til', exact: true }).click();
    await page.getByRole('button', { name: 'Rutine for omtak', exact: true }).waitFor();
  });
  await as('K-C06-1', '/portal', async (page) => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Rutine for omtak' }).click();
    expect((await download).suggestedFilename()).toBe('omtak.pdf');
  });
});

it('a centre answers the manual, is asked, answers again, and its year is accepted', async () => {
  await as('PK-1', '/manual', async (page) => {
    await page.getByText('Be om svar for et år').click();
    await page.getByRole('button', { name: 'Be om svar', exact: true }).click();
    await page
      .getByRole('row', { name: /Fylles ut/ })
      .first()
      .waitFor();
    await expectAccessible(page);
  });
  const year = '/manual/2025/C06';
  await as('K-C06-1', year, async (page) => {
    await answer(page, 'C01', 'Oppfylt');
    await answer(page, 'C02', 'Delvis oppfylt', 'Ny rutine for adresser');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Lever svarene' }).click();
    await page.getByText('Levert', { exact: true }).waitFor();
  });
  await as('PK-1', year, async (page) => {
    await page.getByText('Still et spørsmål C02').click();
    await page.getByLabel('Spørsmål fra programkontoret').last().fill('Hvem har ansvaret?');
    await page.getByRole('listitem').filter({ hasText: 'C02' }).getByRole('button', { name: 'Lagre' }).click();
    await page.getByRole('button', { name: 'Send tilbake med spørsmålene' }).click();
    await page.getByText('Sendt tilbake', { exact: true }).waitFor();
  });
  await as('K-C06-1', year, async (page) => {
    await page.getByText('Hvem har ansvaret?').waitFor();
    await answer(page, 'C02', 'Delvis oppfylt', 'Koordinator har ansvaret');
    await page.getByRole('button', { name: 'Lever svarene' }).click();
    await page.getByText('Levert', { exact: true }).waitFor();
  });
  await as('PK-1', year, async (page) => {
    await page.getByRole('button', { name: 'Godkjenn svarene' }).click();
    await page.getByText('Godkjent', { exact: true }).waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Rapport (PDF)' }).click();
    expect((await download).suggestedFilename()).toBe('C06-2025.pdf');
    await expectAccessible(page);
  });
});

async function answer(page: Page, id: string, verdict: string, measure?: string): Promise<void> {
  const criterion = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: new RegExp(`^${id}`) }) });
  await criterion.getByRole('button', { name: new RegExp(`(Svar|Endre svaret) ${id}`) }).click();
  await criterion.getByLabel(verdict, { exact: true }).check();
  await criterion.getByLabel('Hva bygger svaret på?').fill('Rutinen er gjennomgått.');
  if (measure) {
    await criterion.getByLabel('Hva skal gjøres?').fill(measure);
    await criterion.getByLabel('Ferdig innen').fill('2026-09-01');
  }
  await criterion.getByRole('button', { name: 'Lagre svaret' }).click();
  await page.getByText(`Svaret på ${id} er lagret`).waitFor();
}
