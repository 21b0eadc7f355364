/** The radiographer's day in a real browser: by keys, to its end, on paper, without network, and the audit of images. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { heading, open, shows, signInAs } from './journey.ts';
import { expectAccessible, withPage } from './browser.ts';
import { clinicDay, invitedWoman, type Woman } from './clinic.ts';
import { type ClinicServer, serveClinic } from './clinic-server.ts';

// A journey over several pages, each held to axe.
vi.setConfig({ testTimeout: 180_000 });

let clinic: ClinicServer;
beforeAll(async () => {
  clinic = await serveClinic();
}, 120_000);
afterAll(() => clinic.stop());

const enter = (page: Page, name: string) => signInAs(page, clinic.url, name);
const rows = async (text: string, ...values: unknown[]) => (await clinic.db.pool.query(text, values)).rows;
const statusOf = async (woman: Woman) =>
  (await rows('select status from appointment where appointment_id = $1', woman.appointmentId))[0]?.status;

/** Presses keys and counts them. */
function keyboard(page: Page) {
  let pressed = 0;
  return {
    press: async (key: string) => {
      pressed++;
      await page.keyboard.press(key);
    },
    count: () => pressed,
  };
}

describe('a day at the unit', () => {
  it('takes three keys for a woman with nothing special, and goes on with the next', async () => {
    const first = await invitedWoman(clinic.db, { status: 'invited', at: '08:00' });
    const next = await invitedWoman(clinic.db, { status: 'invited', at: '08:10' });
    await withPage(async (page) => {
      await enter(page, 'Ragna');
      await open(page, 'Dagsliste');
      await shows(page, '2 ventes · 0 møtt · 0 ferdig');
      await page.keyboard.press('ArrowDown');
      for (const [i, woman] of [first, next].entries()) {
        const keys = keyboard(page);
        await keys.press('Enter');
        await shows(page, `${1 - i} ventes · 1 møtt · ${i} ferdig`);
        await keys.press('Enter');
        await heading(page, /^Undersøkelse – /);
        await shows(page, 'Lagre: alt normalt');
        await keys.press('n');
        await shows(page, `${1 - i} ventes · 0 møtt · ${i + 1} ferdig`);
        expect(keys.count()).toBe(3);
        expect(await statusOf(woman)).toBe('screened');
        // The next woman's button has the focus already.
        if (i === 0) await page.locator(`[data-woman="${next.appointmentId}"]:focus`).waitFor();
      }
    });
  });

  it('grades the images by keys: perfect until something is lacking', async () => {
    const woman = await invitedWoman(clinic.db, { at: '08:20' });
    await withPage(async (page) => {
      await enter(page, 'Ragna');
      await page.goto(`${clinic.url}/examination/${woman.personId}/${woman.appointmentId}`);
      await heading(page, /^Undersøkelse – /);
      await page.keyboard.press('k');
      await page.getByRole('button', { name: 'RCC, Alt brystvev er med: oppfylt' }).focus();
      for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight', '1']) await page.keyboard.press(key);
      await page.getByRole('button', { name: 'LCC, Riktig eksponering: mindre avvik' }).waitFor();
      await shows(page, 'PAI: Adekvat');
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Lagre undersøkelsen' }).press('Enter');
      await heading(page, 'Dagsliste – Enhet A');
    });
    expect(await rows('select view, quality from image where person_id = $1 order by view', woman.personId)).toEqual([
      { view: 'LCC', quality: 'A' },
      { view: 'LMLO', quality: 'P' },
      { view: 'RCC', quality: 'P' },
      { view: 'RMLO', quality: 'P' },
    ]);
  });

  it('ends: those who did not come are written off, and it can be undone', async () => {
    const absent = await invitedWoman(clinic.db, { status: 'confirmed', at: '08:30' });
    await withPage(async (page) => {
      await enter(page, 'Ragna');
      await open(page, 'Dagsliste');
      await page.getByText('Avslutt dagen: 1 har ikke møtt').click();
      // Nothing half hidden under the top of the page.
      await page.evaluate(() => window.scrollTo(0, 0));
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Før 1 som uteblitt' }).click();
      await shows(page, '1 er ført som uteblitt');
      await shows(page, 'Uteblitt');
      expect(await statusOf(absent)).toBe('did-not-attend');
      await page.getByRole('button', { name: 'Angre' }).click();
      await shows(page, '1 ventes igjen');
      await shows(page, 'Avslutt dagen: 1 har ikke møtt');
    });
    expect(['invited', 'confirmed']).toContain(await statusOf(absent));
    await clinic.db.pool.query(`update appointment set status = 'cancelled' where appointment_id = $1`, [
      absent.appointmentId,
    ]);
  });
});

describe('a day without the system', () => {
  it('goes on by the list on paper, and is entered afterwards with times and who', async () => {
    const normal = await invitedWoman(clinic.db, { status: 'invited', at: '09:00' });
    const unwell = await invitedWoman(clinic.db, { status: 'invited', at: '09:10' });
    await rows(
      `update person set needs = '{"interpreter": "so", "other": "Førerhund"}' where person_id = $1`,
      unwell.personId,
    );
    await rows(`update appointment set also_at = '09:20' where appointment_id = $1`, unwell.appointmentId);
    const special = ['Tolk: somali', 'Dobbel time, også 09.20', 'Annet: Førerhund'];
    await withPage(async (page) => {
      await enter(page, 'Klara');
      await open(page, 'Dagsliste');
      for (const words of special) await shows(page, words);
      await open(page, 'Liste på papir');
      await heading(page, /^Enhet A, mandag/);
      for (const words of special) await shows(page, words);
      await page.getByRole('columnheader', { name: 'Avvik og merknad' }).waitFor();
      await expectAccessible(page);
      await open(page, 'Før i ettertid');
      await shows(page, 'Velg hvem som undersøkte kvinnene');
      await expectAccessible(page);
      await page.getByRole('combobox', { name: 'Radiograf på arket' }).selectOption('Rut');
      const enterButtons = page.getByRole('button', { name: /^Før: / });
      await enterButtons.first().press('Enter');
      await page.getByLabel('Ferdig kl.').fill('09:08');
      await expectAccessible(page);
      await page.getByLabel('Ferdig kl.').press('Enter');
      await shows(page, /er ført i ettertid/);
      await enterButtons.first().press('Enter');
      await page.getByRole('combobox', { name: 'Ble ikke undersøkt' }).selectOption('declined');
      await page.getByRole('button', { name: 'Lagre: ikke undersøkt' }).press('Enter');
      await page.getByText('Ingen har time').or(page.getByText('Ikke undersøkt')).first().waitFor();
      await open(page, 'Dagsliste');
      await shows(page, 'Ført i ettertid');
    });
    expect(await rows('select radiographer, day::text from examination where person_id = $1', normal.personId)).toEqual(
      [{ radiographer: 'R-C06-2', day: clinicDay }],
    );
    expect(
      await rows('select kind, source, entered_by, performed_by, done_at::text from day_entry order by recorded_at'),
    ).toEqual([
      { kind: 'examined', source: 'paper', entered_by: 'K-C06-1', performed_by: 'R-C06-2', done_at: '09:08:00' },
      { kind: 'not-screened', source: 'paper', entered_by: 'K-C06-1', performed_by: 'R-C06-2', done_at: null },
    ]);
    expect(await statusOf(unwell)).toBe('attended-not-screened');
  });

  it('goes on on the bus without network, and comes together again without loss or doubling', async () => {
    const examined = await invitedWoman(clinic.db, { status: 'invited', at: '10:00' });
    const moved = await invitedWoman(clinic.db, { status: 'invited', at: '10:10' });
    const arrived = await invitedWoman(clinic.db, { status: 'invited', at: '10:20' });
    await withPage(async (page) => {
      await enter(page, 'Rut');
      await open(page, 'Dagsliste');
      await open(page, 'Ta med uten nett');
      await heading(page, /^Ta dagens liste med/);
      await page.getByLabel('Kode du velger selv').fill('kort');
      await page.getByRole('button', { name: 'Lagre listen på maskinen' }).click();
      await shows(page, 'Koden må ha minst 8 tegn.');
      await expectAccessible(page);
      await page.getByLabel('Kode du velger selv').fill('blåbær på fjellet');
      await page.getByRole('button', { name: 'Lagre listen på maskinen' }).click();
      await shows(page, /^Klar: /);
      expect(await keptOpenly(page)).not.toMatch(/Prøve|1966/);

      await page.context().setOffline(true);
      await page.goto(`${clinic.url}/offline/`);
      await heading(page, 'Listen er låst');
      await shows(page, 'Uten nett');
      await expectAccessible(page);
      const unlock = async (tab: Page, code: string) => {
        await tab.getByLabel('Kode du velger selv').fill(code);
        await tab.keyboard.press('Enter');
      };
      await unlock(page, 'feil kode her');
      await shows(page, 'Koden er feil.');
      await unlock(page, 'blåbær på fjellet');
      await heading(page, 'Uten nett – Enhet A');
      const other = await page.context().newPage();
      await other.goto(`${clinic.url}/offline/`);
      await unlock(other, 'blåbær på fjellet');
      await heading(other, 'Uten nett – Enhet A');
      await shows(page, '3 ventes · 0 møtt');
      await expectAccessible(page);
      for (const place of [0, 1]) {
        await page.locator('.row-action').first().press('Enter');
        await page.getByRole('button', { name: /^Undersøk: / }).press('Enter');
        await heading(page, /^Undersøkelse – /);
        if (place === 0) await expectAccessible(page);
        await page.keyboard.press('n');
        await shows(page, `${place + 1} ikke sendt`);
      }
      // The second tab was opened before any of this, and loses none of it.
      await other.locator('.row-action').last().press('Enter');
      await shows(other, '3 føringer sendes når det er nett.');
      await other.close();
      await page.reload();
      await shows(page, '3 kvinner er ført og ikke sendt.');
      await unlock(page, 'blåbær på fjellet');

      // Meanwhile at home: one is moved, and the end of the day writes another off.
      await clinic.db.pool.query(`update appointment set status = 'moved', version = 2 where appointment_id = $1`, [
        moved.appointmentId,
      ]);
      await clinic.db.pool.query(
        `insert into appointment (person_id, appointment_id, episode_id, centre_id, unit_id, day, at, kind, status)
         values ($1, gen_random_uuid(), $2, 'C06', 'U06', '2026-03-20', '09:00', 'ordinary', 'invited')`,
        [moved.personId, moved.episodeId],
      );
      await clinic.db.pool.query(
        `update appointment set status = 'did-not-attend', version = 2 where appointment_id = $1`,
        [examined.appointmentId],
      );

      await page.context().setOffline(false);
      await page.getByRole('button', { name: 'Send 3 føringer' }).click();
      await shows(page, '2 er ført, 1 venter på avklaring. Alt er sendt. Listen og føringene er slettet fra maskinen.');
      expect(await keptOpenly(page)).toBe('nothing');
      expect(await statusOf(examined)).toBe('screened');
      expect(await statusOf(arrived)).toBe('checked-in');
      expect(await statusOf(moved)).toBe('moved');

      await open(page, 'Gå til føringer å avklare');
      await shows(page, 'Timen var flyttet');
      await shows(page, /har time 20\.\smars\s2026/);
      await expectAccessible(page);
      await page.getByRole('button', { name: /^Avklar: / }).click();
      await shows(page, /^Skrevet ned: Undersøkt · .*alle bildene tatt/);
      await page.getByLabel('Hva du har funnet ut').fill('Hun møtte på bussen likevel');
      await page.getByRole('button', { name: 'Før den likevel' }).click();
      await shows(page, 'Undersøkelsen er ført');
      await shows(page, 'Ingen føringer venter på avklaring.');
    });
    expect(await statusOf(moved)).toBe('screened');
    expect(
      await rows('select count(*)::int as n from examination where person_id = any ($1)', [
        examined.personId,
        moved.personId,
      ]),
    ).toEqual([{ n: 2 }]);
    // Whoever took the list along is who did it, unless she says another.
    expect(await rows(`select distinct performed_by from day_entry where source = 'offline'`)).toEqual([
      { performed_by: 'R-C06-2' },
    ]);
  });
});

/** Everything that lies on the device, as somebody without the code would find it. */
async function keptOpenly(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const asked = indexedDB.open('runde-offline', 1);
        asked.onerror = () => reject(asked.error);
        asked.onsuccess = () => {
          const kept = asked.result.transaction('day').objectStore('day').get('now');
          kept.onsuccess = () => {
            asked.result.close();
            const bytes = (value: unknown): unknown =>
              value instanceof ArrayBuffer || ArrayBuffer.isView(value)
                ? new TextDecoder().decode(value as ArrayBuffer)
                : value;
            resolve(kept.result ? JSON.stringify(kept.result, (_, value) => bytes(value)) : 'nothing');
          };
        };
      }),
  );
}

describe('the audit of image quality', () => {
  it('lets a colleague grade a sample blind, and each see her own figures', async () => {
    await withPage(async (page) => {
      await enter(page, 'Klara');
      await open(page, 'Kontroll av bildekvalitet');
      await shows(page, 'Ingen utvalg er trukket.');
      await page.getByRole('button', { name: 'Trekk et utvalg' }).click();
      await shows(page, /undersøkelse(r)? er trukket/);
      await expectAccessible(page);
    });
    await withPage(async (page) => {
      await enter(page, 'Rut');
      await open(page, 'Kontroll av bildekvalitet');
      await page.getByRole('link', { name: /^Vurder \(/ }).click();
      await heading(page, 'Vurder bilder');
      expect(await page.locator('main').textContent()).not.toContain('Ragna');
      await page.getByRole('button', { name: 'RMLO, Symmetriske bilder: oppfylt' }).press('Space');
      await page.getByRole('button', { name: 'RMLO, Symmetriske bilder: mindre avvik' }).waitFor();
      await expectAccessible(page);
      await page.keyboard.press('l');
      await shows(page, /^Lagret: /);
      await shows(page, 'Radiografens egen');
      await expectAccessible(page);
    });
    await withPage(async (page) => {
      await enter(page, 'Ragna');
      await open(page, 'Egne bilder');
      await heading(page, 'Egne bilder');
      await shows(page, /samme karakter på \d+/);
      await shows(page, 'få');
      await expectAccessible(page);
    });
  });
});
