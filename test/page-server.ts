/** The whole HTTP side behind a real port on a test's own database, for journeys in the browser. */
import { serve } from '@hono/node-server';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Hono } from 'hono';
import type { Page } from 'playwright-core';
import { writeTicket } from '#server/auth/cookie';
import type { SessionKey } from '#server/auth/session';
import { sessionKey } from '#server/auth/session-key';
import type { Config } from '#server/config';
import { makeApp } from '#server/http/app';
import { buildWeb, webFolder } from '#server/http/build-web';
import { routes } from '#server/http/routes';
import { withPage } from './browser.ts';
import type { TestDatabase } from './database.ts';

export type PageServer = {
  readonly url: string;
  readonly key: SessionKey;
  /** Opens an address as one who is signed in. */
  enter(page: Page, userId: string, address: string): Promise<void>;
  /** Runs `work` with a page of one who is signed in; it is at no address yet. */
  as<T>(userId: string, work: (page: Page) => Promise<T>): Promise<T>;
  stop(): void;
};

type Options = {
  readonly dataDir?: string;
  /** Pages rendered on the server. */
  readonly pages?: (parts: { readonly config: Config; readonly key: SessionKey }) => Hono;
};

/** Builds the web application if it is not, and serves everything. Call `stop()` in afterAll, and drop the database after it. */
export async function servePages(db: TestDatabase, { dataDir = '.data', pages }: Options = {}): Promise<PageServer> {
  await buildWeb();
  const config: Config = { port: 0, host: '127.0.0.1', dataDir, demo: true };
  const key = await sessionKey(db);
  const own = pages ? { pages: pages({ config, key }) } : {};
  const app = makeApp({ db, config, key, routes, webFolder, version: 'test', ...own });
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }) as Server;
  await new Promise((listening) => server.once('listening', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const signIn = (page: Page, userId: string) =>
    page
      .context()
      .addCookies([{ name: 'runde', value: writeTicket({ userId, until: Date.now() + 600_000 }, key), url }]);
  return {
    url,
    key,
    enter: async (page, userId, address) => {
      await signIn(page, userId);
      await page.goto(url + address);
    },
    as: (userId, work) =>
      withPage(async (page) => {
        await signIn(page, userId);
        return work(page);
      }),
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
