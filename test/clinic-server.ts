/** The small clinic with its staff behind a real server, for journeys in the browser. */
import { serve } from '@hono/node-server';
import type { Page } from 'playwright-core';
import { sessionKey } from '#server/auth/session-key';
import type { Config } from '#server/config';
import { makeApp } from '#server/http/app';
import { buildWeb, webFolder } from '#server/http/build-web';
import { routes } from '#server/http/routes';
import { makeClinic } from './clinic.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';

export type ClinicServer = { readonly db: TestDatabase; readonly url: string; stop(): Promise<void> };

/** Centre C06 with Ragna and Rut (radiographers), Klara (coordinator), Liv (radiologist) and Fredrik (physicist). */
export async function serveClinic(): Promise<ClinicServer> {
  await buildWeb();
  const db = await createTestDatabase();
  await makeClinic(db);
  await db.pool.query(`insert into staff_user (id, name, role, centre_id) values
    ('R-C06-1', 'Ragna', 'radiographer', 'C06'), ('R-C06-2', 'Rut', 'radiographer', 'C06'), ('K-C06-1', 'Klara', 'coordinator', 'C06'),
    ('L-C06-1', 'Liv', 'radiologist', 'C06'), ('FY-C06-1', 'Fredrik', 'physicist', 'C06')`);
  const config = { port: 0, host: '127.0.0.1', dataDir: '.data', demo: true } as unknown as Config;
  const app = makeApp({ db, config, key: await sessionKey(db), routes, webFolder, version: 'test' });
  return new Promise((opened) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, (info) => {
      const stop = async () => {
        server.close();
        await db.drop();
      };
      opened({ db, url: `http://127.0.0.1:${info.port}`, stop });
    });
  });
}

export async function signInAs(page: Page, url: string, name: string): Promise<void> {
  await page.goto(url);
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
  await page.getByRole('navigation', { name: 'Hovedmeny' }).waitFor();
}

/** Waits for words on the page; what it says instead stands in the error. */
export async function shows(page: Page, words: string | RegExp): Promise<void> {
  try {
    await page.getByText(words).first().waitFor({ timeout: 15_000 });
  } catch {
    throw new Error(`waited for ${words}; the page says: ${await page.locator('main').textContent()}`);
  }
}
