/**
 * Pictures of every page of a running demo, signed in as each role: npx tsx tools/screenshots.ts ADDRESS FOLDER [LANGUAGE].
 * Each page is saved 1280 and 390 pixels wide, light; the overview dark too. Pages with a parameter in their path are
 * reached by the first link to them on a page before.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { Role } from '#core/people/access';
import { findChromium } from '#test/chromium';
import { menuFor, staffPages } from '#web/staff/pages';

const widths = [1280, 390] as const;
const users: Readonly<Partial<Record<Role, string>>> = {
  office: 'PK-1',
  coordinator: 'K-C06-1',
  radiographer: 'R-C06-1',
  radiologist: 'L-C06-2',
  researcher: 'F-1',
};

const [address = 'http://127.0.0.1:8080', folder = 'screenshots', language = 'nb'] = process.argv.slice(2);
await mkdir(folder, { recursive: true });
const { path, env } = findChromium();
const given = Object.entries({ ...process.env, ...env }).filter((entry): entry is [string, string] => !!entry[1]);
const browser = await chromium.launch({
  executablePath: path,
  args: ['--no-sandbox', '--no-zygote', '--disable-dev-shm-usage', '--use-gl=angle', '--use-angle=swiftshader'],
  env: Object.fromEntries(given),
});
try {
  for (const [role, userId] of Object.entries(users)) await takeRole(browser, role, userId);
  await takeWoman(browser);
} finally {
  await browser.close();
}

async function takeRole(from: Browser, role: string, userId: string): Promise<void> {
  for (const width of widths) {
    const page = await enter(from, userId, width);
    for (const { path: where } of menuFor(role)) {
      await page.goto(address + where);
      await rest(page);
      await save(page, `${role}-${where.slice(1).replaceAll('/', '-')}-${width}`);
      await takeLinked(page, role, where, width);
    }
    await page.context().close();
  }
}

/** Pages with parameters that the page links to: the first of each kind. */
async function takeLinked(page: Page, role: string, from: string, width: number): Promise<void> {
  const links = await page
    .locator('main a[href^="/"]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('href')));
  for (const { path: pattern } of staffPages.filter((one) => one.path.includes('$'))) {
    const form = new RegExp(`^${pattern.replace(/\$\w+/g, '[^/?]+')}(\\?|$)`);
    const link = links.find((one) => one && form.test(one));
    if (!link) continue;
    await page.goto(address + link);
    await rest(page);
    await save(page, `${role}-${from.slice(1).replaceAll('/', '-')}-one-${width}`);
  }
}

async function takeWoman(from: Browser): Promise<void> {
  const page = await enter(from, undefined, 390);
  const { women } = (await (await page.request.get(`${address}/api/personas`)).json()) as {
    women: { userId: string; state: string }[];
  };
  for (const { userId, state } of women) {
    await page.request.post(`${address}/api/session`, { data: { userId }, headers: { 'x-requested-by': 'runde' } });
    await page.goto(`${address}/min-side?lang=${language}`);
    await save(page, `woman-${state}-390`);
  }
}

async function enter(from: Browser, userId: string | undefined, width: number): Promise<Page> {
  const context = await from.newContext({ viewport: { width, height: 900 }, locale: 'nb-NO', colorScheme: 'light' });
  const page = await context.newPage();
  await page.addInitScript((chosen) => localStorage.setItem('runde.language', chosen), language);
  if (!userId) return page;
  const headers = { 'x-requested-by': 'runde' };
  const response = await page.request.post(`${address}/api/session`, { data: { userId }, headers });
  if (!response.ok()) throw new Error(`${userId} could not sign in: ${await response.text()}`);
  return page;
}

async function rest(page: Page): Promise<void> {
  // A page that fails is worth a picture too.
  await page.locator('main :is(h1, [role=alert])').first().waitFor();
  await page.waitForLoadState('networkidle');
}

async function save(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
  console.log(name);
}
