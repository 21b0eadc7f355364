/** A clinic day and an assessment day at the pages, in a real browser and by the keyboard. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { addDays } from '#core/kernel/day';
import { heading, open, shows, signInAs } from './journey.ts';
import { type PageServer, servePages } from './page-server.ts';
import { expectAccessible, withPage } from './browser.ts';
import { clinicDay, invitedWoman, makeClinic, recalledWoman, setToday } from './clinic.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';

// A journey over several pages, each held to axe.
vi.setConfig({ testTimeout: 180_000 });

let db: TestDatabase;
let server: PageServer;

beforeAll(async () => {
  db = await createTestDatabase();
  await makeClinic(db);
  await db.pool.query(`insert into staff_user (id, name, role, centre_id) values
    ('R-C06-1', 'Ragna', 'radiographer', 'C06'), ('K-C06-1', 'Klara', 'coordinator', 'C06'), ('L-C06-1', 'Liv', 'radiologist', 'C06')`);
  server = await servePages(db);
});
afterAll(async () => {
  server.stop();
  await db.drop();
});

const rows = async (text: string, ...values: unknown[]) => (await db.pool.query(text, values)).rows;

describe('the clinic day by the keyboard', () => {
  it('checks in with Enter, saves a normal examination with one key, and enters exceptions', async () => {
    const normal = await invitedWoman(db, { status: 'invited', at: '09:00' });
    const lump = await invitedWoman(db, { status: 'confirmed', at: '09:10' });
    await withPage(async (page) => {
      await signInAs(page, server.url, 'Ragna');
      await open(page, 'Dagsliste');
      await heading(page, 'Dagsliste – Enhet A');
      await shows(page, '2 ventes · 0 møtt · 0 ferdig');
      await expectAccessible(page);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await shows(page, '1 ventes · 1 møtt · 0 ferdig');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await shows(page, '0 ventes · 2 møtt · 0 ferdig');
      await expectAccessible(page);
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('Enter');
      await heading(page, /^Undersøkelse – /);
      await shows(page, 'Lagre: alt normalt');
      await expectAccessible(page);
      await page.keyboard.press('n');
      await heading(page, 'Dagsliste – Enhet A');
      await shows(page, '0 ventes · 1 møtt · 1 ferdig');

      await page.getByRole('button', { name: /^Undersøk:/ }).press('Enter');
      await heading(page, /^Undersøkelse – /);
      // A lump, and a view not taken: each key goes into what it opens, nothing is chosen beforehand, Escape goes out again.
      const type = async (...keys: string[]) => {
        for (const key of keys) await page.keyboard.press(key);
      };
      await type('s', 'Enter', 'k');
      await shows(page, 'Mangler svar: Symptomer');
      await type('Tab', 'v');
      await shows(page, 'Kan føre til innkalling på grunn av symptomer');
      await type('Escape', '4', 'Space');
      await shows(page, 'Mangler svar: Venstre MLO');
      await expectAccessible(page);
      await type('Tab', 's');
      await shows(page, 'Delvis');
      await expectAccessible(page);
      await type('Escape', 'l');
      await shows(page, '0 ventes · 0 møtt · 2 ferdig');
    });
    const kept = await rows('select person_id, result, symptoms, radiographer from examination order by result');
    expect(kept).toEqual([
      { person_id: normal.personId, result: 'complete', symptoms: false, radiographer: 'R-C06-1' },
      { person_id: lump.personId, result: 'partial', symptoms: true, radiographer: 'R-C06-1' },
    ]);
  });

  it('registers a woman who came but was not screened, with its reason', async () => {
    const woman = await invitedWoman(db, { at: '10:00' });
    await withPage(async (page) => {
      await signInAs(page, server.url, 'Ragna');
      await page.goto(`${server.url}/examination/${woman.personId}/${woman.appointmentId}`);
      await heading(page, /^Undersøkelse – /);
      await page.getByText('Ble ikke undersøkt').click();
      await page.getByRole('combobox', { name: 'Årsak' }).selectOption('unwell');
      await page.getByRole('button', { name: 'Lagre', exact: true }).click();
      await shows(page, /Hun får en ny time\. Ny time/);
    });
    expect(await rows('select state from episode where person_id = $1', woman.personId)).toEqual([
      { state: 'invited' },
    ]);
  });

  it('shows the radiologist who reported symptoms, and recalls on them', async () => {
    await withPage(async (page) => {
      await signInAs(page, server.url, 'Liv');
      await open(page, 'Symptomer meldt');
      await page.getByRole('button', { name: /^Kall inn til etterundersøkelse/ }).waitFor();
      await expectAccessible(page);
      await page.getByRole('button', { name: /^Kall inn til etterundersøkelse/ }).click();
      await shows(page, /er kalt inn på grunn av symptomer/);
    });
    expect(await rows(`select detail ->> 'because' as because from episode_event where kind = 'recalled'`)).toEqual([
      { because: 'symptoms' },
    ]);
  });
});

describe('interval cancers', () => {
  it('are listed for the period chosen', async () => {
    await withPage(async (page) => {
      await signInAs(page, server.url, 'Liv');
      await open(page, 'Intervallkreft');
      await shows(page, 'Ingen intervallkreft i tidsrommet.');
      await page.getByLabel('Påvist fra').fill('2020-01-01');
      await shows(page, /Påvist fra 1\. januar 2020/);
      await expectAccessible(page);
    });
  });
});

describe('assessment', () => {
  it('books, assesses with a biopsy, takes the answer, and closes as cancer with treatment', async () => {
    const woman = await recalledWoman(db, { on: addDays(clinicDay, -14) });
    await withPage(async (page) => {
      await signInAs(page, server.url, 'Klara');
      await open(page, 'Innkallinger uten time');
      await shows(page, /over frist/);
      await expectAccessible(page);
      await page
        .getByRole('button', { name: /^Gi time/ })
        .first()
        .click();
      await shows(page, /har fått time/);
      await page.getByRole('button', { name: 'Gi alle første ledige time' }).click();
      await shows(page, 'Alle innkalte har time.');
      await page.goto(`${server.url}/assessment/${woman.personId}/${woman.episodeId}`);
      await heading(page, /^Arbeidsark/);
      await page.getByRole('combobox', { name: 'Ledige timer' }).selectOption({ index: 5 });
      await page.getByRole('button', { name: 'Flytt timen' }).click();
      await shows(page, /Timen er flyttet til/);
      await expectAccessible(page);
    });
    const [time] = await rows(
      `select day from assessment_appointment where person_id = $1 and status = 'booked'`,
      woman.personId,
    );
    await setToday(db, time.day);
    await withPage(async (page) => {
      await signInAs(page, server.url, 'Liv');
      await open(page, 'Etterundersøkelser');
      await page
        .getByRole('button', { name: /^Åpne arbeidsark/ })
        .last()
        .waitFor();
      await expectAccessible(page);
      await page.goto(`${server.url}/assessment/${woman.personId}/${woman.episodeId}`);
      await page.getByRole('checkbox', { name: 'Ultralyd' }).check();
      await page.keyboard.press('4');
      expect(await page.getByRole('checkbox', { name: 'Grovnålsbiopsi' }).isChecked()).toBe(true);
      expect(await page.getByRole('radio', { name: /Prøve tatt/ }).isChecked()).toBe(true);
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Lagre etterundersøkelsen' }).click();
      await shows(page, 'Lagret. Svaret fra patologen ventes.');
      await open(page, 'Ubesvarte prøver');
      await page.getByRole('table').getByRole('link').waitFor();
      await expectAccessible(page);
      await page.getByRole('table').getByRole('link').click();
      await page.getByRole('button', { name: 'Lagre svaret' }).click();
      await shows(page, 'Velg side og konklusjon.');
      await page.getByRole('combobox', { name: 'Side' }).selectOption('left');
      await page.getByRole('combobox', { name: 'Konklusjon' }).selectOption('invasive');
      await page.getByRole('combobox', { name: 'Histologi' }).selectOption('ductal');
      await page.getByRole('spinbutton', { name: /Største diameter/ }).fill('12.5');
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Lagre svaret' }).click();
      await shows(page, 'Svaret er lagret. Hun får svaret i samtale, ikke i brev.');
      await page.getByRole('combobox', { name: 'Behandling' }).selectOption('conserving');
      await page.getByRole('button', { name: 'Lagre behandling' }).click();
      await shows(page, 'Behandlingen er lagret.');
      await expectAccessible(page);
    });
    expect(await rows('select state, outcome from episode where person_id = $1', woman.personId)).toEqual([
      { state: 'closed', outcome: 'cancer' },
    ]);
    expect(await rows('select histology, size_mm from pathology where person_id = $1', woman.personId)).toEqual([
      { histology: 'ductal', size_mm: 12.5 },
    ]);
  });

  it('prints the day list without its filters', async () => {
    await setToday(db, clinicDay);
    await withPage(async (page) => {
      await signInAs(page, server.url, 'Ragna');
      await open(page, 'Dagsliste');
      await shows(page, /ferdig/);
      await page.emulateMedia({ media: 'print' });
      expect(await page.getByRole('table').isVisible()).toBe(true);
      expect(await page.locator('.filters').isVisible()).toBe(false);
      await page.emulateMedia({ media: 'screen' });
    });
  });
});
