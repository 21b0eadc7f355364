/** Pages in a real browser, for tests. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll } from 'vitest';
import { findChromium } from './chromium.ts';

/** Nothing is fetched from outside and nothing is drawn by a graphics card; WebGL2 runs in software. */
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
];

let shared: Promise<Browser> | undefined;

function launch(): Promise<Browser> {
  const { path, env } = findChromium();
  const given = Object.entries({ ...process.env, ...env }).filter((entry): entry is [string, string] => !!entry[1]);
  return chromium.launch({ executablePath: path, args, env: Object.fromEntries(given), headless: true });
}

afterAll(async () => {
  const browser = await shared;
  shared = undefined;
  await browser?.close();
});

/**
 * Runs `work` with a page in a fresh context (no cookies), which is closed after it. An uncaught error in the page makes
 * the test fail. The browser is started once for a test file.
 */
export async function withPage<T>(work: (page: Page) => Promise<T>, options: BrowserContextOptions = {}): Promise<T> {
  shared ??= launch();
  const browser = await shared;
  const context = await browser.newContext({ locale: 'nb-NO', timezoneId: 'Europe/Oslo', ...options });
  try {
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    const result = await work(page);
    if (faults.length > 0) throw new Error(`errors in the page: ${faults.join('; ')}`);
    return result;
  } finally {
    await context.close();
  }
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Holds a page to WCAG 2.0-2.2 level A and AA as far as axe-core can see. Throws with each rule and the elements at fault. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axeSource);
  // axe leaves out the target size rule unless it is asked for.
  const options = { runOnly: { type: 'tag', values: tags }, rules: { 'target-size': { enabled: true } } };
  const results = (await page.evaluate(`axe.run(document, ${JSON.stringify(options)})`)) as AxeResults;
  const faults = results.violations.map(
    (rule) => `${rule.id} (${rule.help}): ${rule.nodes.map((node) => node.target.join(' ')).join(' | ')}`,
  );
  if (faults.length > 0) throw new Error(`${page.url()} is not accessible:\n  ${faults.join('\n  ')}`);
}
