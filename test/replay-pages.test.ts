/** A researcher tries protocols on the history, and the office goes to the women behind a number; each page is held to axe. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { nb } from '#web/text/nb';
import { heading } from './journey.ts';
import { expectAccessible, withPage } from './browser.ts';
import { type CountryServer, serveCountry } from './country-server.ts';

vi.setConfig({ testTimeout: 180_000 });

let country: CountryServer;
beforeAll(async () => {
  country = await serveCountry();
}, 600_000);
afterAll(() => country?.stop());

const words = nb.replay;

describe('replay', () => {
  it('from a question to the answer, its thresholds and what it assumes, and to the women behind a number', async () => {
    let address = '';
    await withPage(async (page) => {
      await country.enter(page, 'F-1');
      await page.goto(`${country.url}/replay`);
      await heading(page, words.title);
      await page.getByRole('button', { name: words.start }).click();
      await page.getByText(words.chooseOne).waitFor();
      await expectAccessible(page);

      await page.getByLabel('Larsen 4: 1–7 negative; 8–10 to tydere').check();
      await page.getByLabel(/^AIMS 1.*: ai$/).check();
      await page.getByRole('button', { name: words.start }).click();
      await heading(page, words.resultTitle);
      const table = page.getByRole('region', { name: words.table });
      await table.getByRole('rowheader', { name: /^Larsen 4/ }).waitFor();
      await page.getByText(/undersøkelser, svar fra demo-ai\./).waitFor();
      await expectAccessible(page);

      // The researcher has the numbers, and no way to the women.
      expect(await table.getByRole('link').count()).toBe(0);

      // The slider asks nobody: with the server's answers stopped, the sentence still follows it.
      await page.route('**/api/**', (route) => route.abort());
      const slider = page.getByLabel(words.slider);
      await slider.focus();
      await page.keyboard.press('Home');
      await page.getByText(/^Ved ingen over terskelen/).waitFor();
      await page.keyboard.press('ArrowRight');
      await page.getByText(/^Ved skår fra 10/).waitFor();
      await page.unroute('**/api/**');

      await page.getByLabel(words.by).selectOption('age');
      await page.getByRole('rowheader', { name: '55-59' }).waitFor();
      await page.getByText(/Protokollen viser tyderen KI-svaret \(tyder 1, tyder 2\)/).waitFor();
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: nb.quality.svg }).first().click(),
      ]);
      expect(file.suggestedFilename()).toBe('replay-recalls.svg');
      await expectAccessible(page);
      address = page.url();
    });
    await withPage(async (page) => {
      await country.enter(page, 'PK-1');
      await page.goto(address);
      const row = page.getByRole('region', { name: words.table }).getByRole('row', { name: /^Larsen 4/ });
      await row.getByRole('link').first().click();
      await heading(page, words.casesTitle(words.caseKinds.consensus));
      await page.getByRole('table').getByRole('link').first().waitFor();
      await expectAccessible(page);
      await page.goto(`${country.url}/replay`);
      await page
        .getByRole('table')
        .getByRole('link', { name: /Larsen 4/ })
        .waitFor();
    });
    const { rows } = await country.db.pool.query(
      `select count(*)::int as looks from audit_entry where actor = 'PK-1' and action = 'look' and detail ->> 'what' like 'figure replay%'`,
    );
    expect(rows[0].looks).toBeGreaterThan(0);
  });
});
