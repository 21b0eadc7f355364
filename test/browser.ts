/** Pages in a real browser, for tests. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AxeResults } from 'axe-core';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll } from 'vitest';
import { findChromium } from './chromium.ts';

/**
 * Nothing is fetched from outside and nothing is drawn by a graphics card. WebGL2 runs in SwiftShader; the pages themselves
 * may not, for what stands still in software takes it half a minute when it is a map of 360 municipalities.
 */
const args = [
  '--no-sandbox',
  '--no-zygote',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--ignore-gpu-blocklist',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-gpu-compositing',
];

let shared: Promise<Browser> | undefined;

function launch(): Promise<Browser> {
  const { path, env } = findChromium();
  const given = Object.entries({ ...process.env, ...env }).filter((entry): entry is [string, string] => !!entry[1]);
  return chromium.launch({ executablePath: path, args, env: Object.fromEntries(given), headless: true });
}

/** Less motion, so that a page is looked at as it stands and not while it fades in. */
const settings = { locale: 'nb-NO', timezoneId: 'Europe/Oslo', reducedMotion: 'reduce' } as const;

/** Contexts that have been used and emptied: what they have fetched and compiled of the application is still there. */
const emptied = new Map<string, BrowserContext[]>();

afterAll(async () => {
  const browser = await shared;
  shared = undefined;
  emptied.clear();
  await browser?.close();
});

/**
 * Runs `work` with a page in a context without cookies or stored values, which is emptied after it. An uncaught error in
 * the page makes the test fail. The browser is started once for a test file.
 */
export async function withPage<T>(work: (page: Page) => Promise<T>, options: BrowserContextOptions = {}): Promise<T> {
  shared ??= launch();
  const browser = await shared;
  const kind = JSON.stringify(options);
  const context = emptied.get(kind)?.pop() ?? (await browser.newContext({ ...settings, ...options }));
  let whole = false;
  try {
    const page = await context.newPage();
    countTraffic(page);
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    const result = await work(page);
    if (faults.length > 0) throw new Error(`errors in the page: ${faults.join('; ')}`);
    whole = await empty(context);
    return result;
  } finally {
    if (whole) emptied.set(kind, [...(emptied.get(kind) ?? []), context]);
    else await context.close();
  }
}

/** Closes the pages and forgets cookies and stored values. False when that cannot be done for certain. */
async function empty(context: BrowserContext): Promise<boolean> {
  for (const page of context.pages()) {
    if (!page.url().startsWith('http')) return false;
    const emptied = await page.evaluate('localStorage.clear(); sessionStorage.clear(); true').catch(() => false);
    await page.close();
    if (!emptied) return false;
  }
  await context.clearCookies();
  return true;
}

const traffic = new WeakMap<Page, { begun: number; ended: number }>();

function countTraffic(page: Page): void {
  const counts = { begun: 0, ended: 0 };
  traffic.set(page, counts);
  page.on('request', () => counts.begun++);
  page.on('requestfinished', () => counts.ended++);
  page.on('requestfailed', () => counts.ended++);
}

const REST_WITHIN_MS = 60_000;
/** In a page: a frame, or a quarter of a second when the browser draws none (a page that lies behind another). */
export const aFrame = `new Promise((next) => { requestAnimationFrame(next); setTimeout(next, 250); })`;
const idle = `${aFrame}.then(() => new Promise((idle) => requestIdleCallback(() => idle(true), { timeout: 5000 })))`;

/**
 * Waits until a page of `withPage` has come to rest: nothing is being fetched, and it has no work left. (Playwright's own
 * "networkidle" waits for half a second of silence at every page.) Throws when it has not within a minute.
 */
export async function atRest(page: Page): Promise<void> {
  const counts = traffic.get(page);
  if (!counts) throw new Error('only a page of withPage is watched');
  const deadline = performance.now() + REST_WITHIN_MS;
  for (let quiet = 0; quiet < 3; ) {
    const { begun } = counts;
    await page.evaluate(idle);
    quiet = counts.begun === begun && counts.ended === begun ? quiet + 1 : 0;
    if (quiet === 0) await sleep(10);
    if (performance.now() > deadline) throw new Error(`${page.url()} does not come to rest`);
  }
}

/** What moves into place has come there, and is painted: a dialog that is half there has no contrast. */
const painted = `Promise.all(document.getAnimations()
  .filter((one) => one.effect?.getComputedTiming().endTime < Infinity).map((one) => one.finished.catch(() => {})))
  .then(() => ${aFrame}).then(() => ${aFrame}).then(() => true)`;

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What to hold a page to: everything, only what changes with the theme, or all but that. */
export type AccessRules = 'all' | 'contrast' | 'all-but-contrast';

/** How tall a page with a save bar is, 0 without: what the bar lies over until one scrolls is not too small to hit. */
const heightUnderBar = (page: Page) =>
  page.evaluate(() => (document.querySelector('.save-bar') ? document.documentElement.scrollHeight : 0));

/** Holds a page to WCAG 2.0-2.2 level A and AA as far as axe-core can see. Throws with each rule and the elements at fault. */
export async function expectAccessible(page: Page, rules: AccessRules = 'all'): Promise<void> {
  const before = page.viewportSize();
  const tall = await heightUnderBar(page);
  if (before && tall > before.height) await page.setViewportSize({ ...before, height: tall });
  await page.evaluate(painted);
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axeSource);
  // axe leaves out the target size rule unless it is asked for.
  const switched = { 'target-size': { enabled: true }, 'color-contrast': { enabled: rules !== 'all-but-contrast' } };
  const options =
    rules === 'contrast'
      ? { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } }
      : { runOnly: { type: 'tag', values: tags }, rules: switched };
  const results = (await page.evaluate(
    `axe.run(document, ${JSON.stringify({ ...options, resultTypes: ['violations'] })})`,
  )) as AxeResults;
  if (before && tall > before.height) await page.setViewportSize(before);
  const faults = results.violations.map(
    (rule) =>
      `${rule.id} (${rule.help}): ${rule.nodes.map((node) => `${node.target.join(' ')} ${node.html.slice(0, 120)}`).join(' | ')}`,
  );
  if (faults.length > 0) throw new Error(`${page.url()} is not accessible:\n  ${faults.join('\n  ')}`);
}
