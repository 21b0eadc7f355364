/** A researcher asks how good a score is, in a real browser: curves, thresholds, kinds of cancer, groups; held to axe. */
import type { Page } from 'playwright-core';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { system } from '#core/people/access';
import { demoAi } from '#core/simulation/demo-ai';
import { writeTicket } from '#server/auth/cookie';
import { sessionKey } from '#server/auth/session-key';
import { type Served, serve } from '#server/main';
import { renewSnapshot } from '#server/quality/renew-snapshot';
import { nb } from '#web/text/nb';
import { expectAccessible, withPage } from './browser.ts';
import { type SmallCountry, smallCountry } from './demo-country.ts';

vi.setConfig({ testTimeout: 240_000 });

let country: SmallCountry;
let served: Served;
let key: Buffer;

beforeAll(async () => {
  country = await smallCountry({ scale: 300, years: 4 });
  const quiet = () => ({ at: () => {}, end: () => {} });
  served = await serve(country.db, { port: 0, host: '127.0.0.1', dataDir: country.dataDir, demo: true }, quiet);
  await served.ready;
  key = await sessionKey(country.db);
}, 600_000);
afterAll(async () => {
  await served?.stop();
  await country?.drop();
});

async function enter(page: Page, userId: string): Promise<void> {
  const value = writeTicket({ userId, until: Date.now() + 600_000 }, key);
  await page.context().addCookies([{ name: 'runde', value, url: served.url }]);
  await page.addInitScript(() => localStorage.setItem('runde.language', 'nb'));
}
const words = nb.evaluation;
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name }).waitFor();

describe('the evaluation of a score', () => {
  it('from the curve to a threshold of her own, the numbers behind, and how it is computed', async () => {
    await withPage(async (page) => {
      await enter(page, 'F-1');
      await page.goto(`${served.url}/evaluation`);
      await heading(page, words.title);
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
    const value = writeTicket({ userId: 'L-C06-2', until: Date.now() + 600_000 }, key);
    const answer = await fetch(`${served.url}/api/evaluation/choices`, { headers: { cookie: `runde=${value}` } });
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
    const value = writeTicket({ userId: 'F-1', until: Date.now() + 600_000 }, key);
    const headers = { cookie: `runde=${value}` };
    const { product, version } = demoAi;
    const answer = await fetch(`${served.url}/api/evaluation?product=${product}&version=${version}`, { headers });
    const { marks } = (await answer.json()) as {
      marks: Record<'breast' | 'wrongBreast', { events: number; total: number }>;
    };
    expect(marks.breast.events + marks.wrongBreast.events).toBe(marks.breast.total);
    expect(Math.min(marks.breast.events, marks.wrongBreast.events)).toBeGreaterThan(0);
  });

  it('of a product that has no scores is refused in words', async () => {
    const value = writeTicket({ userId: 'F-1', until: Date.now() + 600_000 }, key);
    const answer = await fetch(`${served.url}/api/evaluation?product=nothing&version=1`, {
      headers: { cookie: `runde=${value}` },
    });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(await answer.json()).toMatchObject({ code: 'product-not-found' });
  });
});
