/** What a person does and sees at a page, in the words that journeys are told in. */
import type { Page } from 'playwright-core';

/** Signs in by the list of personas of a demo. */
export async function signInAs(page: Page, url: string, name: string): Promise<void> {
  await page.goto(url);
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
  await page.getByRole('navigation', { name: 'Hovedmeny' }).waitFor();
}

/** Follows a link by its whole name. */
export const open = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).click();

/** Waits for the page with this heading. */
export const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();

/** Waits for words on the page; what it says instead stands in the error. */
export async function shows(page: Page, words: string | RegExp): Promise<void> {
  try {
    await page.getByText(words).first().waitFor({ timeout: 15_000 });
  } catch {
    throw new Error(`waited for ${words}; the page says: ${await page.locator('main').textContent()}`);
  }
}
