/** A radiologist's day by the keyboard alone, in a real browser: reading, changing, setting aside, consensus. */
import { serve } from '@hono/node-server';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes as auth } from '#server/auth/routes';
import { sessionKey } from '#server/auth/session-key';
import type { Config } from '#server/config';
import { makeApp } from '#server/http/app';
import { buildWeb, webFolder } from '#server/http/build-web';
import { inTransaction } from '#server/db/transaction';
import { claimNext } from '#server/reading/claim-next';
import { freezeAllDue } from '#server/reading/freeze-reads';
import { recordRead } from '#server/reading/record-read';
import { routes as reading } from '#server/reading/routes';
import { expectAccessible, withPage } from './browser.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';
import { foundCentres, nextDay, openCases, reader } from './reading-world.ts';

let db: TestDatabase;
let url: string;
let close: () => void;

beforeAll(async () => {
  await buildWeb();
  db = await createTestDatabase();
  await foundCentres(db, 3);
  const config = { port: 0, host: '127.0.0.1', dataDir: '.data', demo: true } as unknown as Config;
  const app = makeApp({
    db,
    config,
    key: await sessionKey(db),
    routes: [...auth, ...reading],
    webFolder,
    version: 'test',
  });
  const server = await new Promise<ReturnType<typeof serve>>((opened) => {
    const made = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, (info) => {
      url = `http://127.0.0.1:${info.port}`;
      opened(made);
    });
  });
  close = () => server.close();
});
afterAll(async () => {
  close();
  await db.drop();
});

async function signInAs(page: Page, name: string): Promise<void> {
  await page.goto(url);
  await page.getByRole('button', { name: `${name} Radiolog, C01` }).click();
  await page.getByRole('navigation', { name: 'Hovedmeny' }).waitFor();
}
const open = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).click();
const ready = (page: Page) => page.getByText('Klar for tyding').waitFor();
const shows = (page: Page, words: string | RegExp) => page.getByText(words).first().waitFor();
const picture = (page: Page, name: string) =>
  process.env.RUNDE_PICTURES ? page.screenshot({ path: `${process.env.RUNDE_PICTURES}/${name}.png` }) : undefined;

describe('reading by the keyboard', () => {
  it('takes one key for a normal case, and none while the case has only just opened', async () => {
    await openCases(db, 5);
    await withPage(async (page) => {
      await signInAs(page, 'Reader 1');
      await open(page, 'Tyding');
      await shows(page, '0 tydet i dag, 0 venter på tidligere bilder, 0 satt til side, 5 igjen');
      await page
        .getByText(/Låst et øyeblikk/)
        .first()
        .waitFor();
      await page.keyboard.press('n');
      await shows(page, 'Ikke lagret: saken er nettopp åpnet. Trykk igjen.');
      expect(await db.kysely.selectFrom('read').select('step').execute()).toEqual([]);
      await ready(page);
      await expectAccessible(page);
      await picture(page, 'reading');
      await page.keyboard.press('?');
      await page.getByText('Begge bryst 1, lagre', { exact: true }).waitFor();
      await page.keyboard.press('n');
      await page.keyboard.press('Escape');
      await page.keyboard.press('n');
      await shows(page, 'Lagret: høyre 1, venstre 1.');
      await shows(page, '1 tydet i dag, 0 venter på tidligere bilder, 0 satt til side, 4 igjen');

      await ready(page);
      await page.keyboard.press('3');
      await page.getByRole('checkbox', { name: 'Mikrokalk' }).check();
      await page.keyboard.press('s');
      await shows(page, 'Lagret: høyre 3, venstre 1.');

      await page.keyboard.press('b');
      await page.getByRole('heading', { name: /Endre tydingen/ }).waitFor();
      await page.keyboard.press('7');
      await page.keyboard.press('s');
      await shows(page, 'Endret til høyre 3, venstre 2.');

      await ready(page);
      await page.keyboard.press('p');
      await shows(page, '2 tydet i dag, 1 venter på tidligere bilder, 0 satt til side, 2 igjen');
      await ready(page);
      await page.keyboard.press('d');
      await page.getByRole('button', { name: 'Bildekvalitet' }).press('Enter');
      await shows(page, '2 tydet i dag, 1 venter på tidligere bilder, 1 satt til side, 1 igjen');
      await ready(page);
      await page.keyboard.press('n');
      await shows(page, 'Ingen flere saker å tyde nå.');
      await expectAccessible(page);

      await open(page, 'Mine tydinger');
      await page
        .getByRole('button', { name: /^Endre/ })
        .first()
        .waitFor();
      await expectAccessible(page);
      await picture(page, 'own-reads');
      await open(page, 'Satt til side');
      await shows(page, 'Tidligere bilder er bestilt');
      await expectAccessible(page);
      await page
        .getByRole('button', { name: /Legg tilbake i køen/ })
        .first()
        .press('Enter');
      await shows(page, 'Saken er lagt tilbake i køen.');
    });
    const kept = await db.kysely
      .selectFrom('read')
      .select(['score_right', 'score_left', 'revision', 'findings'])
      .orderBy('recorded_at')
      .execute();
    expect(kept).toMatchObject([
      { score_right: 1, score_left: 1 },
      { score_right: 3, score_left: 1, revision: 1, findings: [{ breast: 'right', kind: 'calcification' }] },
      { score_right: 3, score_left: 2, revision: 2 },
      { score_right: 1, score_left: 1 },
    ]);
  });

  it('gives the case back when the reader leaves the page', async () => {
    await withPage(async (page) => {
      await signInAs(page, 'Reader 3');
      await open(page, 'Tyding');
      await ready(page);
      await open(page, 'Mine tydinger');
      await shows(page, 'Du har ikke tydet noen saker de siste dagene.');
      await expect
        .poll(() => db.kysely.selectFrom('reading_task').select('step').where('claimed_by', 'is not', null).execute())
        .toEqual([]);
    });
  });
});

describe('consensus by the keyboard', () => {
  it('shows both reads to the members and takes a decision with a breast', async () => {
    for (;;) {
      const shown = await inTransaction(db, reader(2), claimNext);
      if (!shown.ok || !shown.value) break;
      const { value } = shown;
      await inTransaction(db, reader(2), (tx) => recordRead(tx, { ...value, left: 1, right: 1 }));
    }
    await nextDay(db);
    await freezeAllDue(db);
    await withPage(async (page) => {
      await signInAs(page, 'Reader 3');
      await open(page, 'Konsensus');
      await page.getByRole('button', { name: /Åpne saken/ }).waitFor();
      await expectAccessible(page);
      await page.keyboard.press('o');
      await page.getByRole('table', { name: 'Tydinger' }).waitFor();
      await page.keyboard.press('s');
      await shows(page, 'Velg 2–3 deltakere.');
      await page.keyboard.press('1');
      await page.keyboard.press('r');
      await page.getByRole('checkbox', { name: 'Høyre bryst' }).waitFor();
      expect(await page.getByRole('checkbox', { name: 'Høyre bryst' }).isChecked()).toBe(true);
      await expectAccessible(page);
      await picture(page, 'consensus');
      await page.keyboard.press('s');
      await shows(page, 'Lagret: innkalles til etterundersøkelse.');
      await shows(page, 'Ingen saker venter på konsensus.');
    });
    const decided = await db.kysely.selectFrom('consensus').select(['members', 'decision', 'breasts']).execute();
    expect(decided).toEqual([{ members: ['L-C01-3', 'L-C01-1'], decision: 'recall', breasts: ['right', 'left'] }]);
  });
});
