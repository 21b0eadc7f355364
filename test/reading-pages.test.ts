/** A radiologist's day by the keyboard alone, in a real browser: reading, changing, setting aside, consensus. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction } from '#server/db/transaction';
import { claimNext } from '#server/reading/claim-next';
import { freezeAllDue } from '#server/reading/freeze-reads';
import { recordRead } from '#server/reading/record-read';
import { open, shows, signInAs } from './journey.ts';
import { type PageServer, servePages } from './page-server.ts';
import { expectAccessible, withPage } from './browser.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';
import { foundCentres, nextDay, openCases, reader } from './reading-world.ts';

let db: TestDatabase;
let server: PageServer;

beforeAll(async () => {
  db = await createTestDatabase();
  await foundCentres(db, 3);
  server = await servePages(db);
});
afterAll(async () => {
  server.stop();
  await db.drop();
});

/** Counts the keys pressed on the page from now on. */
async function countKeys(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    Object.assign(window, { keys: 0 });
    window.addEventListener('keydown', () => {
      (window as unknown as { keys: number }).keys++;
    });
  });
  return () => page.evaluate(() => (window as unknown as { keys: number }).keys);
}
const ready = (page: Page) => page.getByText('Klar for tyding').waitFor();

describe('reading by the keyboard', () => {
  it('takes one key for a normal case, and none while the case has only just opened', async () => {
    await openCases(db, 5);
    await withPage(async (page) => {
      await signInAs(page, server.url, 'Reader 1 Radiolog');
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
      await page.keyboard.press('?');
      await page.getByText('Begge bryst 1, lagre', { exact: true }).waitFor();
      await expectAccessible(page);
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
      await page.getByRole('region', { name: 'Bilder' }).waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('heading', { name: /Endre tydingen/ }).waitFor({ state: 'detached' });
      await page.keyboard.press('b');
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
      await shows(page, 'Satt til side: Bildekvalitet.');
      await page.keyboard.press('b');
      await shows(page, '2 tydet i dag, 1 venter på tidligere bilder, 0 satt til side, 2 igjen');
      await ready(page);
      await page.keyboard.press('d');
      await page.keyboard.press('1');
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
      await open(page, 'Satt til side');
      await shows(page, 'Tidligere bilder er bestilt');
      await expectAccessible(page);
      await page
        .getByRole('button', { name: /^Mottatt/ })
        .first()
        .press('Enter');
      await shows(page, 'Saken er lagt tilbake i køen.');
      await open(page, 'Tyding');
      await shows(page, /Bestilte bilder er mottatt/);
      await open(page, 'Mine tydinger');
      await expect
        .poll(() => db.kysely.selectFrom('reading_task').select('step').where('claimed_by', 'is not', null).execute())
        .toEqual([]);
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
      await signInAs(page, server.url, 'Reader 3 Radiolog');
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
      await signInAs(page, server.url, 'Reader 3 Radiolog');
      await open(page, 'Konsensus');
      await page.getByRole('heading', { name: 'Hvem sitter sammen?' }).waitFor();
      await expectAccessible(page);
      await page.keyboard.press('m');
      await shows(page, 'Velg de andre: 2–3 i alt.');
      await page.keyboard.press('1');
      await page.keyboard.press('2');
      await page.keyboard.press('m');
      await shows(page, 'Reader 3 (leder)');
      await expectAccessible(page);

      await page.keyboard.press('o');
      await page.getByRole('table', { name: 'Tydinger' }).waitFor();
      await shows(page, /3 Mikrokalk/);
      await page.keyboard.press('s');
      await shows(page, 'Velg avgjørelse.');
      await page.keyboard.press('r');
      expect(await page.getByRole('checkbox', { name: 'Innkalles' }).first().isChecked()).toBe(true);
      await page.keyboard.press('s');
      await shows(page, 'Velg årsak for hvert bryst.');
      await page.keyboard.press('2');
      await page.keyboard.press('1');
      await page.getByRole('textbox', { name: 'Merknad (valgfritt)' }).first().fill('Ny gruppe siden forrige runde');
      await expectAccessible(page);

      await page.getByRole('button', { name: 'Går Reader 2' }).press('Enter');
      await page.getByRole('button', { name: 'Går Reader 2' }).waitFor({ state: 'detached' });
      await page.getByRole('button', { name: /Lagre avgjørelsen/ }).press('Enter');
      await shows(page, 'Lagret: innkalles til etterundersøkelse.');
      await shows(page, 'Ingen saker venter på konsensus.');
      await expectAccessible(page);

      await page.keyboard.press('b');
      await page.getByRole('table', { name: 'Tydinger' }).waitFor();
      expect(await page.getByRole('radio', { name: /^Innkalles til/ }).isChecked()).toBe(true);
      expect(await page.getByRole('textbox', { name: 'Merknad (valgfritt)' }).first().inputValue()).toContain(
        'Ny gruppe',
      );
      await page.keyboard.press('s');
      await shows(page, 'Ingen saker venter på konsensus.');

      await page.getByRole('link', { name: 'Referat' }).press('Enter');
      await shows(page, /Høyre bryst: Mikrokalk. Ny gruppe siden forrige runde/);
      await shows(page, /Reader 2 \(\d\d[.:]\d\d–\d\d[.:]\d\d\)/);
      await page.getByRole('button', { name: 'Ta tilbake avgjørelsen' }).waitFor();
      await expectAccessible(page);
      await open(page, 'Konsensus');
      await page.getByRole('button', { name: 'Avslutt møtet' }).press('Enter');
      await page.getByRole('button', { name: 'Avslutt møtet' }).waitFor({ state: 'detached' });
    });
    const decided = await db.kysely
      .selectFrom('consensus')
      .select(['members', 'decision', 'breasts', 'reasons'])
      .execute();
    expect(decided).toEqual([
      {
        members: ['L-C01-3', 'L-C01-1'],
        decision: 'recall',
        breasts: ['right', 'left'],
        reasons: [
          { breast: 'right', reason: 'calcification', note: 'Ny gruppe siden forrige runde' },
          { breast: 'left', reason: 'mass', note: null },
        ],
      },
    ]);
  });
});

describe('a morning at another centre', () => {
  const readsAt = async (reader: string) =>
    (await db.kysely.selectFrom('read').select('seconds').where('reader', '=', reader).execute()).length;

  it('costs exactly one key for each normal case, the way to the next included', async () => {
    await openCases(db, 3, 'C02');
    await withPage(async (page) => {
      await server.enter(page, 'L-C02-1', '/reading');
      const keys = await countKeys(page);
      for (let n = 1; n <= 3; n++) {
        await ready(page);
        await page.keyboard.press('n');
        await shows(page, `${n} tydet i dag`);
      }
      await shows(page, 'Ingen flere saker å tyde nå.');
      expect({ keys: await keys(), reads: await readsAt('L-C02-1') }).toEqual({ keys: 3, reads: 3 });
    });
    const timed = await db.kysely.selectFrom('read').select('seconds').where('reader', '=', 'L-C02-1').execute();
    expect(timed.every((read) => read.seconds !== null)).toBe(true);
  });

  it('reads one case and no more while the key is held', async () => {
    await withPage(async (page) => {
      await server.enter(page, 'L-C02-2', '/reading');
      await ready(page);
      await page.keyboard.down('n');
      await shows(page, 'Lagret: høyre 1, venstre 1.');
      while (!(await page.getByText('Klar for tyding').isVisible())) await page.keyboard.down('n');
      await page.keyboard.down('n');
      await page.keyboard.up('n');
      expect(await readsAt('L-C02-2')).toBe(1);
    });
  });

  it('skips a case, which comes again at the end, also after a reload', async () => {
    await withPage(async (page) => {
      await server.enter(page, 'L-C02-2', '/reading');
      await shows(page, '1 tydet i dag, 0 venter på tidligere bilder, 0 satt til side, 2 igjen');
      await ready(page);
      const claimed = () =>
        db.kysely.selectFrom('reading_task').select('case_id').where('claimed_by', '=', 'L-C02-2').execute();
      const [first] = await claimed();
      await page.keyboard.press('h');
      await shows(page, /2 igjen \(1 hoppet over\)/);
      await page.reload();
      await ready(page);
      expect(await claimed()).not.toEqual([first]);
      await page.keyboard.press('n');
      await shows(page, '2 tydet i dag');
      await ready(page);
      expect(await claimed()).toEqual([first]);
    });
  });

  it('tells a viewer in another window which case is open, and takes keys pressed there', async () => {
    await withPage(async (page) => {
      await page.addInitScript(() => {
        const heard: unknown[] = [];
        const viewer = new BroadcastChannel('runde.viewer');
        viewer.onmessage = ({ data }) => heard.push(data);
        Object.assign(window, { viewer, heard });
      });
      await server.enter(page, 'L-C02-2', '/reading');
      await ready(page);
      const [task] = await db.kysely
        .selectFrom('reading_task')
        .select('case_id')
        .where('claimed_by', '=', 'L-C02-2')
        .execute();
      expect(await page.evaluate('heard.at(-1)')).toEqual({ kind: 'open', caseId: task?.case_id });
      await page.evaluate("viewer.postMessage({ kind: 'key', key: 'n' })");
      await shows(page, 'Lagret: høyre 1, venstre 1.');
      await expect.poll(() => page.evaluate('heard.at(-1)')).toEqual({ kind: 'closed' });
    });
  });

  it('loses nothing when the reader is signed out before she saves', async () => {
    await openCases(db, 1, 'C02');
    await withPage(async (page) => {
      await server.enter(page, 'L-C02-3', '/reading');
      await ready(page);
      await page.keyboard.press('4');
      const ticket = await page.context().cookies();
      await page.context().clearCookies();
      await page.keyboard.press('s');
      await page.getByRole('link', { name: 'Logg inn i et nytt vindu' }).waitFor();
      await page.context().addCookies(ticket);
      await page.keyboard.press('s');
      await shows(page, 'Lagret: høyre 4, venstre 1.');
    });
  });

  it('keeps for each reader whether single keys are used, also on another machine', async () => {
    const before = await readsAt('L-C02-3');
    await openCases(db, 1, 'C02');
    await withPage(async (page) => {
      await server.enter(page, 'L-C02-3', '/reading');
      await ready(page);
      await page.keyboard.press('?');
      await page.getByRole('switch', { name: 'Bruk hurtigtaster med én tast' }).uncheck();
      await page.keyboard.press('Escape');
      await expect
        .poll(() => db.kysely.selectFrom('staff_preference').select(['user_id', 'value']).execute())
        .toEqual([{ user_id: 'L-C02-3', value: false }]);
    });
    await withPage(async (page) => {
      await server.enter(page, 'L-C02-3', '/reading');
      await ready(page);
      await page.waitForLoadState('networkidle');
      await page.keyboard.press('n');
      await page.keyboard.press('?');
      expect(await page.getByRole('dialog').isVisible()).toBe(false);
      expect(await readsAt('L-C02-3')).toBe(before);
      await page.getByRole('button', { name: /Radiolog/ }).click();
      await page.getByRole('button', { name: 'Hurtigtaster' }).click();
      await page.getByRole('switch', { name: 'Bruk hurtigtaster med én tast' }).check();
    });
  });
});
