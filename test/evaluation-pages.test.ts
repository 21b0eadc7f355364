/** A researcher asks how good a score is, in a real browser: curves, thresholds, kinds of cancer, groups; held to axe. */
import type { Page } from 'playwright-core';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { system } from '#core/people/access';
import { demoAi } from '#core/simulation/demo-ai';
import { renewSnapshot } from '#server/quality/renew-snapshot';
import { nb } from '#web/text/nb';
import { textOf } from '#web/text/text-of';
import { expectAccessible, withPage } from './browser.ts';
import { type CountryServer, serveCountry } from './country-server.ts';

vi.setConfig({ testTimeout: 240_000 });

let country: CountryServer;
beforeAll(async () => {
  country = await serveCountry({ size: 'county' });
}, 600_000);
afterAll(() => country?.stop());

const words = textOf.nb.evaluation;
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name }).waitFor();

describe('the evaluation of a score', () => {
  it('from the curve to a threshold of her own, the numbers behind, and how it is computed', async () => {
    await withPage(async (page) => {
      await country.enter(page, 'F-1');
      await page.goto(`${country.url}/evaluation`);
      await heading(page, nb.statistics.evaluationTitle);
      await heading(page, /^ROC-kurve\. AUC 0,\d{3}$/);
      const table = page.getByRole('table', { name: words.thresholds });
      await table.getByRole('rowheader', { name: 'Like mange som konsensus' }).waitFor();
      await expectAccessible(page);

      // The readers and the thresholds on the curve are one tab stop, and arrow keys go from one to the next.
      const curve = page.getByRole('group', { name: /^ROC-kurve/ });
      await curve.locator('[data-point="0"]').focus();
      await page.keyboard.press('ArrowRight');
      const focused = page.locator(':focus');
      expect(await focused.getAttribute('aria-label')).toMatch(
        /^tyder 2: Sensitivitet [\d,]+\s%, Spesifisitet [\d,]+\s%$/,
      );

      await page.getByLabel(words.specificityAim).fill('95');
      await page.getByRole('button', { name: words.show }).click();
      await table.getByRole('rowheader', { name: /^Spesifisitet minst 95\s%$/ }).waitFor();
      expect(page.url()).toContain('specificity=95');

      await page.getByLabel(words.by, { exact: true }).selectOption('round');
      await heading(page, words.groupsHeading(words.divisions.round));
      await Promise.all([
        page.waitForResponse((answer) => answer.url().includes('outcome=screen&') && answer.ok()),
        page.getByLabel(words.outcome).selectOption('screen'),
      ]);
      await page.getByText(words.definition).click();
      await page.getByText(/Obuchowski 1997/).waitFor();
      await expectAccessible(page);

      const roc = page.locator('section', { has: page.getByRole('heading', { name: /^ROC-kurve/ }) });
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        roc.getByRole('button', { name: nb.quality.svg }).click(),
      ]);
      expect(file.suggestedFilename()).toBe('roc.svg');
      expect(await readFile(await file.path(), 'utf8')).toContain('<title>ROC-kurve');
    });
  });

  it('is not for those who read: the server says no', async () => {
    const headers = { cookie: country.cookie('L-C06-2') };
    const answer = await fetch(`${country.url}/api/evaluation/choices`, { headers });
    expect(answer.status).toBe(403);
  });

  it('holds a machine that marks against the breast that the cancer was in', async () => {
    // Every second cancer gets a mark where it is, the others one in the other breast.
    const { rows } = await country.db.pool.query<{ side: string }>(
      `with found as (
         select x.person_id, x.examination_id, min(c.side) as side, row_number() over (order by x.examination_id) % 2 as even
         from cancer c join examination x using (person_id, episode_id)
         where c.detection in ('screen-detected', 'interval') group by 1, 2 having count(distinct c.side) = 1
       )
       update ai_result a set marks = jsonb_build_array(jsonb_build_object('view',
           case when (f.side = 'left') = (f.even = 0) then 'LCC' else 'RCC' end, 'kind', 'mass', 'x', 0.5, 'y', 0.5))
       from found f where f.person_id = a.person_id and f.examination_id = a.examination_id returning f.side`,
    );
    expect(rows.length).toBeGreaterThan(5);
    await renewSnapshot(country.db, { dataDir: country.dataDir }, system);
    const headers = { cookie: country.cookie('F-1') };
    const { product, version } = demoAi;
    const answer = await fetch(`${country.url}/api/evaluation?product=${product}&version=${version}`, { headers });
    const { marks } = (await answer.json()) as {
      marks: Record<'breast' | 'wrongBreast', { events: number; total: number }>;
    };
    expect(marks.breast.events + marks.wrongBreast.events).toBe(marks.breast.total);
    expect(Math.min(marks.breast.events, marks.wrongBreast.events)).toBeGreaterThan(0);
  });

  it('of a product that has no scores is refused in words', async () => {
    const answer = await fetch(`${country.url}/api/evaluation?product=nothing&version=1`, {
      headers: { cookie: country.cookie('F-1') },
    });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(await answer.json()).toMatchObject({ code: 'product-not-found' });
  });
});
