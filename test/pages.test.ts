/** Every page of the staff application, for a role that may open it, in all languages and both themes; and her own page. */
import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '#core/people/access';
import { womanUserId } from '#server/auth/find-actor';
import { menuFor, staffPages } from '#web/staff/pages';
import { type PageLanguage, pageLanguages } from '#web/text/language';
import { nb } from '#web/text/nb';
import { textOf } from '#web/text/text-of';
import { aFrame, atRest, expectAccessible, withPage } from './browser.ts';
import { type CountryServer, serveCountry } from './country-server.ts';
import { addExamples } from './page-examples.ts';

const users: Readonly<Partial<Record<Role, string>>> = {
  office: 'PK-1',
  coordinator: 'K-C06-1',
  radiographer: 'R-C06-1',
  radiologist: 'L-C06-2',
  physicist: 'FY-C06-1',
  researcher: 'F-1',
  administrator: 'ADM-1',
};

/** An example record for each page with parameters in its path: a query whose columns are the parameters. */
const examples: Readonly<Record<string, string>> = {
  '/figures/$set/$indicator': `select 'programme' as set, 'discordance' as indicator`,
  '/figures/$set/$indicator/cases': `select 'programme' as set, 'recall' as indicator`,
  '/consensus/meetings/$meetingId': `select meeting_id as "meetingId" from consensus_meeting where centre_id = 'C06' limit 1`,
  '/interval-cancers/$personId/$cancerId': `select c.person_id as "personId", c.cancer_id as "cancerId" from cancer c
    join episode e on e.person_id = c.person_id and e.episode_id = c.episode_id
    where c.detection = 'interval' and e.centre_id = 'C06'
      and not exists (select from review_item i join review_set s on s.set_id = i.set_id
        where i.person_id = c.person_id and 'L-C06-2' = any (s.reviewers)) limit 1`,
  '/my-figures/$personId/$caseId': `select r.person_id as "personId", r.case_id as "caseId" from read r
    join reading_case c on c.person_id = r.person_id and c.case_id = r.case_id
    join cancer k on k.person_id = c.person_id and k.episode_id = c.episode_id
    where r.reader = 'L-C06-2' and c.state = 'closed' and k.detection in ('screen-detected', 'interval') limit 1`,
  '/image-audit/$sampleId': `select sample_id as "sampleId" from image_sample limit 1`,
  '/equipment/$equipmentId': `select equipment_id as "equipmentId" from equipment where centre_id = 'C06' and kind = 'display' order by name limit 1`,
  '/people/$personId': `select person_id as "personId" from episode where centre_id = 'C06' order by opened_on desc limit 1`,
  '/assessment/$personId/$episodeId': `select person_id as "personId", episode_id as "episodeId" from episode
    where centre_id = 'C06' order by state <> 'assessment', opened_on desc limit 1`,
  '/examination/$personId/$appointmentId': `select person_id as "personId", appointment_id as "appointmentId" from appointment
    where centre_id = 'C06' order by status <> 'invited', day limit 1`,
  '/messages/$personId/$messageId': `select person_id as "personId", message_id as "messageId" from message
    where channel = 'letter' limit 1`,
  '/appointments/$personId': `select person_id as "personId" from appointment
    where centre_id = 'C06' and status = 'invited' order by day limit 1`,
  '/replay/$runId': `select run_id as "runId" from replay_run limit 1`,
  '/replay/$runId/cases': `select run_id as "runId" from replay_run limit 1`,
  '/protocols/$id/$version': `select 'aims-1' as id, '1' as version`,
  '/studies/$studyId': `select 'demo-trial' as "studyId"`,
  '/studies/$studyId/plan': `select study_id as "studyId" from study_draft limit 1`,
  '/studies/$studyId/allocations': `select 'demo-trial' as "studyId"`,
  '/study-monitoring/$studyId/flow': `select 'demo-trial' as "studyId"`,
  '/study-monitoring/$studyId/recruitment': `select 'demo-trial' as "studyId"`,
  '/study-monitoring/$studyId/analysis': `select 'demo-trial' as "studyId"`,
  '/study-monitoring/$studyId/safety': `select 'demo-trial' as "studyId"`,
  '/study-monitoring/$studyId/board': `select 'demo-trial' as "studyId"`,
  '/study-monitoring/$studyId/reveals': `select 'demo-trial' as "studyId"`,
  '/study-monitoring/$studyId/dry-run': `select 'demo-trial' as "studyId"`,
  '/manual/$year/$centreId': `select year, 'C06' as "centreId" from manual_year limit 1`,
};

let country: CountryServer;
beforeAll(async () => {
  country = await serveCountry({ desk: { centreId: 'C06', reads: 3, consensus: 1, assessments: 1 } }, addExamples);
}, 600_000);
afterAll(() => country?.stop());

async function addressOf(path: string): Promise<string> {
  if (!path.includes('$')) return path;
  const query = examples[path];
  if (!query) throw new Error(`${path} has no example in test/pages.test.ts`);
  const { rows } = await country.db.pool.query(query);
  return path.replace(/\$(\w+)/g, (_, name: string) => String(rows[0]?.[name]));
}

/** The page has come to rest: its heading is there, nothing is being fetched any more, and nothing failed. */
async function open(page: Page, address: string): Promise<void> {
  await page.goto(country.url + address);
  await page
    .locator('main h1')
    .first()
    .waitFor()
    .catch((error: Error) => {
      throw new Error(`${address} shows no heading: ${error.message}`);
    });
  await settled(page);
}

async function settled(page: Page): Promise<void> {
  await atRest(page);
  const alerts = await page.locator('main [role=alert]').allTextContents();
  expect(
    alerts.filter((words) => words.trim() !== ''),
    page.url(),
  ).toEqual([]);
}

/** The ordinary shape of a window, and those at which a page may not scroll sideways either (WCAG 1.4.10, 1.4.4); text 16 is 100 %. */
const shapes = [
  { name: '1280 pixels', width: 1280, text: 16 },
  { name: '320 pixels', width: 320, text: 16 },
  { name: 'text at 200 %', width: 1280, text: 32 },
] as const;
const [ordinary] = shapes;
type Shape = (typeof shapes)[number];

describe('every page', () => {
  // Two side by side: while one is drawn, the other is being fetched or held to the rules.
  it.concurrent.each(staffPages.map((page) => ({ page, name: page.path })))(
    '$name is accessible in every language, light and dark, and reflows',
    async ({ page: { path, roles, title } }) => {
      const role = roles.find((one) => users[one]) ?? 'office';
      await withPage(async (page) => {
        await country.enter(page, users[role] ?? '');
        await open(page, await addressOf(path));
        expect((await page.locator('h1').textContent())?.length ?? 0).toBeGreaterThan(2);
        const browser = await page.context().newCDPSession(page);
        for (const [at, language] of pageLanguages.entries()) {
          await speak(page, language);
          expect(title(textOf[language]).length).toBeGreaterThan(2);
          // The themes by turns, and colours once in each: a theme changes nothing else, and words do not change them.
          await paint(page, at % 2 === 0 ? 'light' : 'dark');
          // To and fro, so that the window keeps its shape from one language to the next.
          for (const shape of at % 2 === 0 ? shapes : shapes.toReversed()) {
            expect(await tooWide(page, browser, shape), `${language}, ${shape.name}`).toBeLessThanOrEqual(0);
            if (shape === ordinary) await expectAccessible(page, at < 2 ? 'all' : 'all-but-contrast');
          }
        }
      });
    },
    240_000,
  );

  /** Changes the language as another tab does it, without loading the page again. */
  async function speak(page: Page, language: PageLanguage): Promise<void> {
    await page.evaluate((newValue) => {
      window.dispatchEvent(new StorageEvent('storage', { key: 'runde.language', newValue }));
    }, language);
    await page.locator(`html[lang=${language}]`).waitFor();
    await settled(page);
  }

  async function paint(page: Page, theme: 'light' | 'dark'): Promise<void> {
    await page.evaluate((chosen) => {
      document.documentElement.dataset.colorScheme = chosen;
    }, theme);
  }

  /** Pixels that the page is wider than a window of the shape. */
  async function tooWide(page: Page, browser: CDPSession, { width, text }: Shape): Promise<number> {
    await page.setViewportSize({ width, height: 800 });
    await browser.send('Page.setFontSizes', { fontSizes: { standard: text } });
    // Tables and the header answer to their new size some frames after (ResizeObserver, then a render).
    return page.evaluate<number>(`(async () => {
      const over = () => document.documentElement.scrollWidth - window.innerWidth;
      for (let frame = 0; frame < 60 && (frame < 3 || over() > 0); frame++) await ${aFrame};
      return over();
    })()`);
  }
});

describe('Northern Sámi', () => {
  it('is marked where it is Sámi, and bokmål where it is missing', async () => {
    await withPage(async (page) => {
      await country.enter(page, 'PK-1', 'se');
      await open(page, '/people');
      expect(await page.locator('body').getAttribute('lang')).toBe('nb');
      await page.locator('.today [lang=se]').waitFor();
      const languageOf = (words: string) =>
        page
          .getByText(words, { exact: true })
          .first()
          .evaluate((element) => element.closest('[lang]')?.getAttribute('lang'));
      expect(await languageOf(nb.people.searchTitle)).toBe('nb');
      await page.getByRole('button', { name: new RegExp(nb.common.roles.office) }).click();
      await page.getByText(textOf.se.shell.language, { exact: true }).waitFor();
      expect(await languageOf(textOf.se.shell.language)).toBe('se');
    });
  });
});

describe('a list', () => {
  it('sorts in its address, goes to CSV and Excel, and says so when it is printed', async () => {
    await withPage(async (page) => {
      await country.enter(page, 'PK-1');
      await open(page, '/overview');
      const list = page.locator('.data-table').filter({ hasText: nb.programme.centresTitle });
      await list.getByRole('button', { name: nb.common.centre }).click();
      await page.waitForURL(/sort=/);
      for (const [button, ending] of [
        [nb.shell.csv, 'csv'],
        [nb.shell.xlsx, 'xlsx'],
      ] as const) {
        const waits = page.waitForEvent('download');
        await list.getByRole('button', { name: button }).click();
        expect((await waits).suggestedFilename()).toMatch(new RegExp(`\\.${ending}$`));
      }
      await page.emulateMedia({ media: 'print' });
      await page.getByText(/Hentet ut programdagen/).waitFor();
      expect(await page.locator('nav.menu').isVisible()).toBe(false);
    });
  });
});

describe('the keyboard', () => {
  it('takes the focus to the heading of the page one has gone to', async () => {
    await withPage(async (page) => {
      await country.enter(page, 'PK-1');
      await open(page, '/overview');
      await page.getByRole('link', { name: nb.messaging.title, exact: true }).first().press('Enter');
      await page.locator('h1:focus', { hasText: nb.messaging.title }).waitFor();
    });
  });

  it('never takes the focus under the header or out of sight in a long list', async () => {
    await withPage(async (page) => {
      await page.setViewportSize({ width: 1280, height: 500 });
      await country.enter(page, 'PK-1');
      await open(page, '/messages');
      await page.locator('main a, main button').last().focus();
      const hidden: string[] = [];
      for (let step = 0; step < 40; step++) {
        await page.keyboard.press('Shift+Tab');
        const where = await page.evaluate(() => {
          const focused = document.activeElement?.getBoundingClientRect();
          const top = document.querySelector('header.top')?.getBoundingClientRect().bottom ?? 0;
          return { focused: focused?.toJSON(), top, height: window.innerHeight };
        });
        const tall = where.focused.height > where.height / 2;
        if (!tall && (where.focused.top < where.top || where.focused.bottom > where.height)) {
          hidden.push(`${step}: ${JSON.stringify(where)}`);
        }
      }
      expect(hidden).toEqual([]);
    });
  });
});

/** The page an address leads to; a path as it stands is meant before one with parameters that it happens to fit. */
const pageAt = (address: string) =>
  staffPages.find(({ path }) => path === address) ??
  staffPages.find(({ path }) => new RegExp(`^${path.replace(/\$\w+/g, '[^/]+')}$`).test(address));

/** Pages that the server draws; any other address gets the staff application, also where it has no such page. */
const drawn = /^\/(min-side|screening|tall|offline|api)(\/|$)/;

/** Where the links of the page lead within the service, without what stands after `?`. */
async function linksOn(page: Page): Promise<ReadonlySet<string>> {
  const all = await page.locator('a[href^="/"]').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  return new Set(all.map((href) => (href ?? '').split(/[?#]/)[0] ?? ''));
}

describe('every role', () => {
  it.each(Object.entries(users))(
    '%s can open every page of its menu, and whatever page a link leads to',
    async (role, userId) => {
      const dead: string[] = [];
      const menu = menuFor(role).map(({ path }) => path);
      // Pages that have been opened or will be, and addresses outside the application that have answered.
      const seen = new Set<string>(menu);
      await withPage(async (page) => {
        await country.enter(page, userId);
        await open(page, '/');
        for (const path of menu) {
          await page.locator(`a[href="${path}"]`).first().click();
          await page.waitForURL((url) => url.pathname === path);
          await page.locator('main h1').first().waitFor();
          await settled(page);
          await follow(page, path);
        }
      });
      expect(dead).toEqual([]);

      /** Holds each link to the list of pages, and opens the first to each page that has not been seen. */
      async function follow(page: Page, from: string): Promise<void> {
        for (const link of await linksOn(page)) {
          if (link === '/' || seen.has(link)) continue;
          const to = pageAt(link);
          if (to && (to.roles as readonly string[]).includes(role)) {
            if (seen.has(to.path)) continue;
            seen.add(to.path);
            await open(page, link);
            await follow(page, link);
          } else if (to || !drawn.test(link) || !(await page.request.get(country.url + link)).ok()) {
            dead.push(`${from} -> ${link}`);
          } else {
            seen.add(link);
          }
        }
      }
    },
    240_000,
  );

  it('meets a closed door in words where it has no access', async () => {
    const closed = staffPages.find((page) => !page.roles.includes('researcher') && !page.path.includes('$'));
    await withPage(async (page) => {
      await country.enter(page, 'F-1');
      await open(page, closed?.path ?? '/none');
      expect(await page.locator('h1').textContent()).toBe(nb.shell.noAccessTitle);
    });
  });
});

describe('the door', () => {
  it('lets one in by keyboard, finds by "/", lists keys by "?" and lets one out', async () => {
    await withPage(async (page) => {
      await page.goto(country.url);
      await page.getByRole('heading', { name: nb.shell.chooseTitle }).waitFor();
      await expectAccessible(page);
      await page
        .getByRole('button', { name: /Programkontor/ })
        .first()
        .press('Enter');
      await page.getByRole('heading', { name: nb.programme.title, level: 1 }).waitFor();
      await page.getByRole('heading', { name: nb.programme.backlogs }).waitFor();
      await page.keyboard.press('/');
      expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(nb.shell.find);
      await page.keyboard.press('?');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await page.locator('main h1').focus();
      await page.keyboard.press('?');
      await page.getByRole('dialog').getByText(nb.shell.shortcutFind).waitFor();
      await expectAccessible(page);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: new RegExp(nb.common.roles.office) }).click();
      await page.getByRole('button', { name: nb.shell.switchPersona }).click();
      await page.getByRole('heading', { name: nb.shell.chooseTitle }).waitFor();
    });
  });
});

describe('her own page', () => {
  it.each(['nb', 'en'])('in %s needs no script, whatever her standing', async (language) => {
    const { rows } = await country.db.pool.query<{ person_id: string }>(
      `select distinct on (state, outcome) person_id from episode e join person p using (person_id)
       where p.kind = 'known' and p.status = 'resident' order by state, outcome, opened_on desc`,
    );
    await withPage(async (page) => {
      for (const { person_id } of rows) {
        await country.signIn(page, womanUserId(person_id));
        const response = await page.goto(`${country.url}/min-side?lang=${language}`);
        expect(response?.status()).toBe(200);
        expect(await page.locator('html').getAttribute('lang')).toBe(language);
        expect(await page.locator('script').count()).toBe(0);
        await expectAccessible(page, language === 'nb' ? 'all' : 'all-but-contrast');
      }
    });
  });

  it('shows her letter as a PDF and her time as a calendar entry', async () => {
    const { rows } = await country.db.pool.query<{ person_id: string; reference: string }>(
      `select m.person_id, m.reference from message m join appointment a using (person_id, appointment_id)
       where m.kind = 'invitation' and m.state in ('sent', 'delivered') and a.status = 'invited'
         and a.day >= (select today from programme_clock) limit 1`,
    );
    const [{ person_id, reference } = { person_id: '', reference: '' }] = rows;
    const cookie = country.cookie(womanUserId(person_id));
    const letter = await fetch(`${country.url}/min-side/brev/${reference}`, { headers: { cookie } });
    expect(letter.headers.get('content-type')).toBe('application/pdf');
    expect((await letter.text()).startsWith('%PDF-')).toBe(true);
    const calendar = await (await fetch(`${country.url}/min-side/time.ics`, { headers: { cookie } })).text();
    expect(calendar).toMatch(/DTSTART:\d{8}T\d{6}Z/);
    expect(calendar.toLowerCase()).not.toContain('mammografi');
    const others = await fetch(`${country.url}/min-side/brev/${reference}`, { redirect: 'manual' });
    expect(others.status).toBe(302);
  });
});
