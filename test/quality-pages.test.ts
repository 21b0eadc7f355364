/** The office follows a figure from the set to the women behind it, in a real browser; each page is held to axe. */
import type { Page } from 'playwright-core';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { nb } from '#web/text/nb';
import { european13 } from '#programmes/indicators/european-13';
import { heading } from './journey.ts';
import { expectAccessible, withPage } from './browser.ts';
import { type CountryServer, serveCountry } from './country-server.ts';

vi.setConfig({ testTimeout: 180_000 });

let country: CountryServer;
beforeAll(async () => {
  country = await serveCountry({ size: 'county' });
}, 600_000);
afterAll(() => country?.stop());

describe('quality figures', () => {
  it('from a set to an indicator, its funnel, definition, numbers, and the women it counts', async () => {
    await withPage(async (page) => {
      await country.enter(page, 'PK-1');
      await page.goto(`${country.url}/figures`);
      await heading(page, nb.quality.title);
      await page.getByText('Måles ikke ennå').first().waitFor();
      await expectAccessible(page);

      await page.getByLabel(nb.quality.period).selectOption('all');
      await page.getByRole('link', { name: 'Etterundersøkelse', exact: true }).click();
      await heading(page, '3 Etterundersøkelse');
      const funnel = page.getByRole('group', { name: /brystsentre/ });
      await funnel.waitFor();
      await expectAccessible(page);

      // The points of the funnel are one tab stop, and arrow keys go from centre to centre.
      await funnel.locator('[data-point="0"]').focus();
      const first = await nameOfFocused(page);
      await page.keyboard.press('ArrowRight');
      const second = await nameOfFocused(page);
      expect(first).toMatch(/: [\d,]+\s%/);
      expect(second).not.toBe(first);

      await page.getByText(nb.quality.trace).click();
      await page.getByText(/Muratov et al\. 2020/).waitFor();
      await page.getByText('Teknisk ny innkalling, og undersøkelser som ikke er ferdig lest.').waitFor();
      await page.getByText(nb.quality.asTable).first().click();
      await page.getByRole('columnheader', { name: nb.quality.standardised }).waitFor();
      const table = page.getByRole('table').filter({ hasText: nb.quality.standardised });
      expect(await table.locator('.table-note').first().textContent()).toMatch(
        /^3 Etterundersøkelse · \d{4}–\d{4}.* · Data til og med /,
      );
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: nb.quality.svg }).first().click(),
      ]);
      expect(file.suggestedFilename()).toBe('recall-centre.svg');
      const centres = page.locator('section', {
        has: page.getByRole('heading', { name: nb.quality.multiplesHeading }),
      });
      const [sheet] = await Promise.all([
        page.waitForEvent('download'),
        centres.getByRole('button', { name: nb.quality.svg }).click(),
      ]);
      expect(sheet.suggestedFilename()).toBe('recall-centre-year.svg');
      const drawn = await readFile(await sheet.path(), 'utf8');
      expect(drawn.match(/<svg /g)?.length).toBe(1 + (await centres.locator('figure svg').count()));
      expect(drawn).toContain(`<title>${nb.quality.multiplesHeading}</title>`);
      expect(drawn).not.toContain('class=');
      await expectAccessible(page);

      await page.getByRole('link', { name: nb.quality.casesLink }).click();
      await heading(page, 'Kvinnene bak: Etterundersøkelse');
      await page.getByRole('table').getByRole('link').first().waitFor();
      await expectAccessible(page);
    });
    const { rows } = await country.db.pool.query(
      `select count(*)::int as looks from audit_entry where actor = 'PK-1' and action = 'look' and detail ->> 'what' = 'figure european-13/recall counted'`,
    );
    expect(rows[0].looks).toBeGreaterThan(0);
  });

  it('a set from a file: faults are told with their place, a good one is in use at once', async () => {
    await withPage(async (page) => {
      await country.enter(page, 'PK-1');
      await page.goto(`${country.url}/figures/sets`);
      await heading(page, nb.quality.setsTitle);
      const choose = (content: unknown) =>
        page.getByLabel(nb.quality.loadFile).setInputFiles({
          name: 'set.json',
          mimeType: 'application/json',
          buffer: Buffer.from(JSON.stringify(content)),
        });
      const send = page.getByRole('button', { name: nb.quality.load });
      await choose({ ...european13, id: 'test-set', indicators: [{ id: 'half' }] });
      await send.click();
      await page.getByText(/indicator 1 \(half\)/).waitFor();
      await expectAccessible(page);
      await choose({
        ...european13,
        id: 'test-set',
        version: '1',
        name: { nb: 'Prøvesett', nn: 'Prøvesett', en: 'Trial set' },
      });
      await send.click();
      await page.getByRole('link', { name: 'Prøvesett' }).click();
      await heading(page, nb.quality.title);
      await page.getByText(/^Prøvesett · /).waitFor();
    });
  });

  it('who does not come', async () => {
    await withPage(async (page) => {
      await country.enter(page, 'F-1');
      await page.goto(`${country.url}/figures/equity?period=all`);
      await heading(page, nb.quality.equityTitle);
      await page.getByRole('heading', { name: /^Fødeland: Lavest/ }).waitFor();
      await expectAccessible(page);
    });
  });

  it('for everyone: without signing in and without script, small numbers hidden', async () => {
    await withPage(
      async (page) => {
        await page.goto(`${country.url}/tall`);
        await heading(page, nb.quality.publicTitle);
        const table = page.getByText(`${nb.quality.asTable}: brystkreft funnet ved screening`);
        await table.click();
        expect(await page.getByRole('cell', { name: nb.quality.publicHidden }).count()).toBeGreaterThan(0);
        expect(await page.locator('script').count()).toBe(0);
      },
      { javaScriptEnabled: false },
    );
    await withPage(async (page) => {
      await page.goto(`${country.url}/tall?lang=en`);
      await expectAccessible(page);
    });
  });
});

function nameOfFocused(page: Page): Promise<string | null> {
  return page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null);
}
