/** The physicist's work in a real browser: a machine on the register, a test that fails, what is done, and the report. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { standardLuminances } from '#core/equipment/gsdf';
import { heading, open, shows, signInAs } from './journey.ts';
import { expectAccessible, withPage } from './browser.ts';
import { type ClinicServer, serveClinic } from './clinic-server.ts';

// A journey over several pages, each held to axe.
vi.setConfig({ testTimeout: 180_000 });

let clinic: ClinicServer;
beforeAll(async () => {
  clinic = await serveClinic();
}, 120_000);
afterAll(() => clinic.stop());

const fill = (page: Page, label: RegExp | string, value: string) => page.getByLabel(label).fill(value);
const levels = (brightest: number) =>
  standardLuminances(1.4, brightest, 18)
    .map((level) => (level - 0.2).toFixed(3).replace('.', ','))
    .join(' ');

/** Writes down a measurement of a display whose brightest is as given. */
async function measure(page: Page, brightest: number): Promise<void> {
  await page.getByRole('combobox', { name: 'Test' }).selectOption('Luminans og gråtoner');
  await fill(page, /^Omgivelseslys/, '0,2');
  await fill(page, /^Luminans på 18/, levels(brightest));
  await fill(page, /^Luminans i midten/, '400 395 390 392 398');
  await fill(page, /^Mørkeste luminans/, '1,2');
  await fill(page, 'Lyseste luminans (cd/m²)', String(brightest));
  await fill(page, /^Lyseste luminans, den andre/, String(brightest + 5));
}

describe('a display', () => {
  it('is registered, fails a test, is out of use until it passes, and stands in the report', async () => {
    await withPage(async (page) => {
      await signInAs(page, clinic.url, 'Fredrik');
      await open(page, 'Utstyr');
      await shows(page, '0 forfalte tester · 0 åpne avvik · 0 ute av bruk');
      await page.getByText('Før opp nytt utstyr').click();
      await fill(page, 'Navn', 'Skjerm 1');
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Lagre', exact: true }).click();
      await shows(page, 'Skjerm 1 er ført opp');
      await shows(page, 'Aldri testet');
      await open(page, 'Skjerm 1');
      await heading(page, 'Skjerm 1');
      // A check that is not answered does not pass by being saved.
      await page.getByRole('group', { name: 'Alle felt i testmønsteret synes' }).waitFor();
      expect(await page.getByRole('button', { name: 'Lagre testen' }).isDisabled()).toBe(true);
      await measure(page, 300);
      await shows(page, 'minst 450 cd/m² (stanser bruken)');
      await page.evaluate(() => window.scrollTo(0, 0));
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Lagre testen' }).click();
      await shows(page, 'Stanset: utstyret er tatt ut av bruk.');
      await shows(page, 'Ute av bruk');
      await shows(page, 'Bruk det ikke.');
      await page.evaluate(() => window.scrollTo(0, 0));
      await expectAccessible(page);

      await page.getByRole('combobox', { name: 'Hva', exact: true }).selectOption('Satt i bruk igjen');
      await fill(page, 'Beskriv kort', 'Ser bra ut nå');
      await page.getByRole('button', { name: 'Skriv inn' }).click();
      await shows(page, 'Testen som stanset utstyret, er ikke bestått siden.');
      await measure(page, 500);
      await page.getByRole('button', { name: 'Lagre testen' }).click();
      await shows(page, 'Bestått. Neste gang er satt.');
      await page.getByRole('combobox', { name: 'Hva', exact: true }).selectOption('Satt i bruk igjen');
      await fill(page, 'Beskriv kort', 'Baklys byttet');
      await page.getByRole('button', { name: 'Skriv inn' }).click();
      await shows(page, 'Skrevet inn');
      await shows(page, /Satt i bruk igjen\. Baklys byttet/);
      await page.getByRole('img', { name: /grense/ }).waitFor();
      await page.evaluate(() => window.scrollTo(0, 0));
      await expectAccessible(page);

      await open(page, 'Utstyr');
      await open(page, 'Rapport for året');
      await heading(page, /^Utstyr ved A, 2026/);
      await shows(page, 'ny test bestått');
      await expectAccessible(page);
    });
    const { rows } = await clinic.db.pool.query('select result from equipment_test order by recorded_at');
    expect(rows).toEqual([{ result: 'suspended' }, { result: 'passed' }]);
  });
});
