/**
 * Pictures of the pages of a running demo, signed in as each role:
 *   npx tsx tools/screenshots.ts ADDRESS FOLDER [nb nn en se] [light dark] [1280 390] [--only WORD] [--role ROLE]
 * Without more words: bokmål, light, both widths. `--only reading` takes the pages with "reading" in their path (`woman`:
 * hers), `--role office` one role. Pages with a parameter in their path are reached by the first link to them on a page
 * before. A file is named role-page-width, and after it the language and theme that are not the first.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { Role } from '#core/people/access';
import { findChromium } from '#test/chromium';
import { menuFor, staffPages } from '#web/staff/pages';
import { pageLanguages } from '#web/text/language';

const users: Readonly<Partial<Record<Role, string>>> = {
  office: 'PK-1',
  coordinator: 'K-C06-1',
  radiographer: 'R-C06-1',
  radiologist: 'L-C06-2',
  physicist: 'FY-C06-1',
  researcher: 'F-1',
  administrator: 'ADM-1',
};

type View = { readonly language: string; readonly theme: 'light' | 'dark'; readonly width: number };

const { values: only, positionals } = parseArgs({
  options: { only: { type: 'string' }, role: { type: 'string' } },
  allowPositionals: true,
});
const [address = 'http://127.0.0.1:8080', folder = 'screenshots', ...chosen] = positionals;
const views = viewsOf(chosen);

await mkdir(folder, { recursive: true });
const { path, env } = findChromium();
const given = Object.entries({ ...process.env, ...env }).filter((entry): entry is [string, string] => !!entry[1]);
const browser = await chromium.launch({
  executablePath: path,
  args: ['--no-sandbox', '--no-zygote', '--disable-dev-shm-usage', '--use-gl=angle', '--use-angle=swiftshader'],
  env: Object.fromEntries(given),
});
try {
  for (const view of views) {
    for (const [role, userId] of Object.entries(users)) {
      if (only.role && only.role !== role) continue;
      await takeRole(browser, role, userId, view);
    }
    if (!only.role && wanted('/woman')) await takeWoman(browser, view);
  }
} finally {
  await browser.close();
}

/** Every combination of what was said of languages, themes and widths. */
function viewsOf(words: readonly string[]): readonly View[] {
  const said = <T>(all: readonly T[], first: readonly T[]): readonly T[] => {
    const some = all.filter((one) => words.includes(String(one)));
    return some.length > 0 ? some : first;
  };
  const themes = said<View['theme']>(['light', 'dark'], ['light']);
  const widths = said([1280, 390], [1280, 390]);
  return said(pageLanguages, ['nb']).flatMap((language) =>
    themes.flatMap((theme) => widths.map((width) => ({ language, theme, width }))),
  );
}

function wanted(where: string): boolean {
  return !only.only || where.includes(only.only);
}

async function takeRole(from: Browser, role: string, userId: string, view: View): Promise<void> {
  const page = await enter(from, userId, view);
  if (!page) return;
  for (const { path: where } of menuFor(role)) {
    const leads = staffPages.some((one) => one.path.includes('$') && wanted(one.path));
    if (!wanted(where) && !leads) continue;
    await page.goto(address + where);
    await rest(page);
    if (wanted(where)) await save(page, `${role}-${where.slice(1).replaceAll('/', '-')}`, view);
    await takeLinked(page, role, where, view);
  }
  await page.context().close();
}

/** Pages with parameters that the page links to: the first of each kind. */
async function takeLinked(page: Page, role: string, from: string, view: View): Promise<void> {
  const links = await page
    .locator('main a[href^="/"]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('href')));
  for (const { path: pattern } of staffPages.filter((one) => one.path.includes('$') && wanted(one.path))) {
    const form = new RegExp(`^${pattern.replace(/\$\w+/g, '[^/?]+')}(\\?|$)`);
    const link = links.find((one) => one && form.test(one));
    if (!link) continue;
    await page.goto(address + link);
    await rest(page);
    const kind = pattern
      .replace(/\/\$\w+/g, '')
      .slice(1)
      .replaceAll('/', '-');
    await save(page, `${role}-${from.slice(1).replaceAll('/', '-')}-one-${kind}`, view);
  }
}

async function takeWoman(from: Browser, view: View): Promise<void> {
  const page = await enter(from, undefined, view);
  if (!page) return;
  const { women } = (await (await page.request.get(`${address}/api/personas`)).json()) as {
    women: { userId: string; state: string }[];
  };
  for (const { userId, state } of women) {
    await page.request.post(`${address}/api/session`, { data: { userId }, headers: { 'x-requested-by': 'runde' } });
    await page.goto(`${address}/min-side?lang=${view.language}`);
    await save(page, `woman-${state}`, view);
  }
  await page.context().close();
}

/** A page signed in as the user; none when the demo has no such user. */
async function enter(from: Browser, userId: string | undefined, view: View): Promise<Page | undefined> {
  const context = await from.newContext({
    viewport: { width: view.width, height: 900 },
    locale: 'nb-NO',
    colorScheme: view.theme,
  });
  const page = await context.newPage();
  await page.addInitScript((language) => localStorage.setItem('runde.language', language), view.language);
  if (!userId) return page;
  const headers = { 'x-requested-by': 'runde' };
  const response = await page.request.post(`${address}/api/session`, { data: { userId }, headers });
  if (response.ok()) return page;
  console.error(`${userId} could not sign in: ${await response.text()}`);
  await context.close();
  return undefined;
}

async function rest(page: Page): Promise<void> {
  // A page that fails is worth a picture too.
  await page.locator('main :is(h1, [role=alert])').first().waitFor();
  await page.waitForLoadState('networkidle');
}

async function save(page: Page, name: string, { language, theme, width }: View): Promise<void> {
  const view = [width, language === 'nb' ? '' : language, theme === 'light' ? '' : theme].filter(Boolean).join('-');
  await page.screenshot({ path: join(folder, `${name}-${view}.png`), fullPage: true });
  console.log(`${name}-${view}`);
}
