/** The small demo country behind the real server, for journeys in the browser. */
import type { Page } from 'playwright-core';
import { writeTicket } from '#server/auth/cookie';
import { sessionKey } from '#server/auth/session-key';
import { serve } from '#server/main';
import type { PageLanguage } from '#web/text/language';
import { type SmallCountry, type SmallCountryOptions, smallCountry } from './demo-country.ts';
import type { TestDatabase } from './database.ts';

export type CountryServer = Pick<SmallCountry, 'db' | 'dataDir'> & {
  readonly url: string;
  /** The cookie of one who is signed in. */
  cookie(userId: string): string;
  /** Signs the page's browser in. */
  signIn(page: Page, userId: string): Promise<void>;
  /** Signs the page's browser in at the staff application, in a language. */
  enter(page: Page, userId: string, language?: PageLanguage): Promise<void>;
  stop(): Promise<void>;
};

/** A country of one's own, open; `prepare` has its database before the server has. Call `stop()` in afterAll. */
export async function serveCountry(
  options: SmallCountryOptions = {},
  prepare: (db: TestDatabase) => Promise<void> = async () => {},
): Promise<CountryServer> {
  const { db, dataDir, drop } = await smallCountry(options);
  await prepare(db);
  const quiet = () => ({ at: () => {}, end: () => {} });
  const { url, ready, stop } = await serve(db, { port: 0, host: '127.0.0.1', dataDir, demo: true }, quiet);
  await ready;
  const key = await sessionKey(db);
  const ticket = (userId: string) => writeTicket({ userId, until: Date.now() + 600_000 }, key);
  const signIn = (page: Page, userId: string) =>
    page.context().addCookies([{ name: 'runde', value: ticket(userId), url }]);
  return {
    db,
    dataDir,
    url,
    cookie: (userId) => `runde=${ticket(userId)}`,
    signIn,
    enter: async (page, userId, language = 'nb') => {
      await signIn(page, userId);
      await page.addInitScript((chosen) => localStorage.setItem('runde.language', chosen), language);
    },
    stop: async () => {
      await stop();
      await drop();
    },
  };
}
