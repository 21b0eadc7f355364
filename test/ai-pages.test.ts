/** Machines' results in a real browser: a product is registered and sends, a push is refused and inspected, and a reader looks again. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { pushAiResult } from '#contracts/ai-push';
import { system } from '#core/people/access';
import { bindModels, modelsOf } from '#core/protocols/bind-models';
import { workedProtocol } from '#programmes/protocols/worked';
import { inTransaction } from '#server/db/transaction';
import { approveProtocol } from '#server/protocols/approve-protocol';
import { freezeAllDue } from '#server/reading/freeze-reads';
import { settleCase } from '#server/reading/settle-case';
import { shows } from './journey.ts';
import { type PageServer, servePages } from './page-server.ts';
import { foundProduct, push, testProduct } from './ai-world.ts';
import { expectAccessible, withPage } from './browser.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';
import { foundCentres, nextDay, type OpenedCase, openCases } from './reading-world.ts';

vi.setConfig({ testTimeout: 180_000 });

let db: TestDatabase;
let server: PageServer;
let key: string;
beforeAll(async () => {
  db = await createTestDatabase();
  await foundCentres(db, 3);
  await db.pool.query(`insert into staff_user (id, name, role) values ('ADM-1', 'Adam', 'administrator')`);
  key = await foundProduct(db, testProduct('V'));
  server = await servePages(db);
}, 120_000);
afterAll(async () => {
  server.stop();
  await db.drop();
});

async function send(run: object): Promise<number> {
  const { body, headers } = push(run, 'V', key);
  return (await fetch(server.url + pushAiResult.path, { method: 'POST', body, headers })).status;
}
const box = { x: 0.3, y: 0.4, width: 0.1, height: 0.1 };
const runOf = (c: OpenedCase, run: string, score: number) => ({
  run,
  product: 'V',
  version: '1',
  person: c.personId,
  examination: c.examinationId,
  answer: { score, normalTag: 'none', marks: [{ view: 'LMLO', kind: 'mass', x: 0.35, y: 0.45, box }] },
});

/** A case whose readers have a safety net: who finds nothing where the machine is highly suspicious, looks again. */
async function withSafetyNet(): Promise<OpenedCase> {
  const named = workedProtocol('praim');
  const praim = bindModels(named, Object.fromEntries(modelsOf(named).map((model) => [model, 'V'])));
  const [c] = (await openCases(db, 1)) as [OpenedCase];
  await inTransaction(db, system, async (tx) => {
    const approved = await approveProtocol(tx, praim);
    if (!approved.ok) throw new Error(approved.refusal.what);
    const change = { protocol_id: praim.id, protocol_version: praim.version, arm: 'ai' };
    await tx.q.updateTable('reading_case').set(change).where('case_id', '=', c.caseId).execute();
    await settleCase(tx, c);
  });
  return c;
}

describe('a second look', () => {
  it('shows the reader her own read and what the machine points at, and keeps it in one key', async () => {
    const c = await withSafetyNet();
    expect(await send(runOf(c, 'run-1', 99.2))).toBe(200);
    await withPage(async (page) => {
      await server.enter(page, 'L-C01-1', '/reading');
      await shows(page, 'Maskinens merke');
      await shows(page, 'Ikke merket normal');
      expect(await page.getByText('Maskinen peker på').count()).toBe(0);
      expect(await page.locator('main').textContent()).not.toContain('99,2');
      await shows(page, 'Klar for tyding');
      await expectAccessible(page);
      await page.keyboard.press('n');
      await shows(page, 'Lagret: høyre 1, venstre 1.');
      await server.enter(page, 'L-C01-2', '/reading');
      await shows(page, 'Klar for tyding');
      await page.keyboard.press('n');
      await shows(page, 'Lagret: høyre 1, venstre 1.');
      await nextDay(db);
      await freezeAllDue(db);
      await server.enter(page, 'L-C01-3', '/reading');
      await shows(page, 'Ingen flere saker å tyde nå.');
      await server.enter(page, 'L-C01-1', '/reading');
      await shows(page, 'Se en gang til.');
      await shows(page, 'Du ga høyre 1 og venstre 1.');
      await shows(page, 'Venstre MLO: tetthet');
      expect(await page.locator('.image-place .mark').count()).toBe(1);
      await shows(page, 'Klar for tyding');
      await expectAccessible(page);
      await page.keyboard.press('k');
      await shows(page, 'Lagret: høyre 1, venstre 1.');
    });
    const { rows } = await db.pool.query(
      'select step, reader, revises, score_left from read where revises is not null',
    );
    expect(rows).toEqual([{ step: 'r1b', reader: 'L-C01-1', revises: 'r1', score_left: 1 }]);
  });
});

describe('the administrator', () => {
  it('sees what came and was shown, registers a product, makes its key, and inspects what was refused', async () => {
    const [c] = (await openCases(db, 1)) as [OpenedCase];
    expect(await send(runOf(c, 'run-2', 140))).toBe(422);
    await withPage(async (page) => {
      await server.enter(page, 'ADM-1', '/ai');
      await shows(page, 'Hva KI-produktene har sendt siden');
      await shows(page, 'Merket normal');
      const shown = page.getByRole('region', { name: 'Vist til folk' });
      expect(await shown.getByRole('row').filter({ hasText: 'Markeringer' }).filter({ hasText: 'r1b' }).count()).toBe(
        1,
      );
      expect(await shown.getByText('Persentil').count()).toBe(0);
      await expectAccessible(page);
      await page.getByText('Registrer en versjon').first().click();
      for (const [label, value] of [
        ['Navn', 'Produkt to'],
        ['Kort navn, som produktet sender', 'to'],
        ['Versjon', '3'],
        ['Laveste skår', '0'],
        ['Høyeste skår', '1,5'],
      ] as const)
        await page.getByLabel(label, { exact: true }).first().fill(value);
      await page.getByRole('button', { name: 'Registrer en versjon' }).last().click();
      await shows(page, 'Produkt to 3 er registrert.');
      await page.getByText('Lag ny nøkkel').first().click();
      await page.getByRole('button', { name: 'Lag ny nøkkel' }).last().click();
      await shows(page, 'Skriv ned nøkkelen nå.');
      await page.evaluate(() => window.scrollTo(0, 0));
      await expectAccessible(page);
      await page.getByText('Lag en kalibrering').first().click();
      const made = page.locator('.ds-details').filter({ hasText: 'Lag en kalibrering' });
      await made.getByLabel('Navn', { exact: true }).fill('Høsten');
      await page.getByRole('button', { name: 'Lag en kalibrering' }).click();
      await shows(page, 'Det er for få undersøkelser i perioden');
      await page.getByText('Ta i bruk en kalibrering').first().click();
      const choose = page.getByRole('button', { name: 'Ta i bruk', exact: true });
      await choose.click();
      await shows(page, 'Even gjelder fra');
      await choose.click();
      await shows(page, 'En kalibrering er alt valgt for den dagen.');
      const nextYear = new Date().getFullYear() + 1;
      await page.getByLabel('Gjelder fra og med').fill(`${nextYear}-12-31`);
      await choose.click();
      const even = page.getByRole('region', { name: 'Kalibreringer' }).getByRole('row').filter({ hasText: 'Even' });
      await even.getByText(`31.12.${nextYear}, Adam`).waitFor();
      await even.getByText('I bruk', { exact: true }).waitFor();
      await page.evaluate(() => window.scrollTo(0, 0));
      await expectAccessible(page);
      await page.getByRole('link', { name: 'Avviste resultater' }).click();
      await shows(page, 'En skår er utenfor skalaen til produktet.');
      await shows(page, '0 to 100');
      expect(await page.locator('main').textContent()).not.toContain('140');
      await page.getByRole('button', { name: /^Åpne: Det som ble sendt/ }).click();
      await shows(page, '"score":140');
      await expectAccessible(page);
      await page.goto(`${server.url}/ai-drift`);
      await shows(page, 'Skårene kan sammenlignes når programmet har laget sitt første uttrekk.');
      await expectAccessible(page);
    });
  });
});
