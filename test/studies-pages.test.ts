/** A study from its plan to its first woman, in a real browser: the office sets it up, the radiographer asks, the woman looks. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { sessionKey } from '#server/auth/session-key';
import type { StudyPlan } from '#core/studies/study';
import { expectAccessible, withPage } from './browser.ts';
import { type ClinicServer, serveClinic, shows, signInAs } from './clinic-server.ts';
import { invitedWoman, type Woman } from './clinic.ts';
import { ownVisits } from './own-visits.ts';
import { twoArms } from './study-plans.ts';

// Journeys over many pages, each held to axe.
vi.setConfig({ testTimeout: 240_000 });

const plan: StudyPlan = {
  ...twoArms,
  title: { nb: 'Prøvestudien', nn: 'Prøvestudien', en: 'The test study' },
  sites: ['C06'],
  recruitment: { total: 100, planned: [] },
};

let clinic: ClinicServer;
let woman: Woman;
beforeAll(async () => {
  clinic = await serveClinic();
  await clinic.db.pool.query(
    `insert into staff_user (id, name, role) values ('PK-1', 'Olga', 'office'), ('F-1', 'Frida', 'researcher')`,
  );
  woman = await invitedWoman(clinic.db);
}, 180_000);
afterAll(() => clinic.stop());

const open = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).click();
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
const choose = (page: Page, label: string, option: string) =>
  page.getByRole('combobox', { name: label, exact: true }).selectOption({ label: option });
const drawn = async () => (await clinic.db.pool.query('select person_id, arm, position from allocation')).rows;

async function approve(page: Page, kind: string): Promise<void> {
  await choose(page, 'Slag', kind);
  await page.getByLabel('Referanse').fill(`Sak ${kind}`);
  await press(page, 'Før inn');
  await page.getByRole('rowheader', { name: new RegExp(`^${kind.replace(/[()]/g, '.')}`) }).waitFor();
}

async function name(page: Page, person: string, role: string): Promise<void> {
  await choose(page, 'Navn', person);
  await choose(page, 'Rolle', role);
  await press(page, 'Gi rollen');
  await page.getByRole('cell', { name: role, exact: true }).waitFor();
}

describe('a study', () => {
  it('is planned, signed, approved and opened at a site, and says on the way what is missing', async () => {
    await withPage(async (page) => {
      await signInAs(page, clinic.url, 'Olga');
      await open(page, 'Studier');
      await heading(page, 'Studier');
      await shows(page, 'Ingen studier er lagt inn.');
      await page.getByText('Legg inn en plan').click();
      const file = { name: 'plan.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(plan)) };
      await page.getByLabel('Fil', { exact: true }).setInputFiles(file);
      await press(page, 'Legg inn');
      await expectAccessible(page);
      await open(page, 'Prøvestudien');
      await heading(page, 'Prøvestudien');
      await shows(page, 'Denne studien er oppdiktet');
      await shows(page, 'Versjon 1 er uten feil og kan signeres.');
      await press(page, 'Signer planen');
      await shows(page, 'godkjenning fra etisk komité');
      expect(await page.getByRole('button', { name: 'Godkjenn studien' }).isDisabled()).toBe(true);

      await page.getByText('Før inn en godkjenning').click();
      for (const kind of ['Etisk komité', 'Personvern (DPIA)', 'Databehandleravtale']) await approve(page, kind);
      await page.getByText('Gi noen en rolle').click();
      await name(page, 'Liv, Radiolog, Brystsenteret A', 'Prosjektleder');
      await name(page, 'Frida, Forsker', 'Statistiker som ikke er blindet');
      await shows(page, 'Alt er på plass.');
      await expectAccessible(page);
      await press(page, 'Godkjenn studien');

      await shows(page, 'personvernombudet ved sykehuset, ansvarlig på stedet');
      expect(await page.getByRole('button', { name: /^Åpne\s*:/ }).isDisabled()).toBe(true);
      await approve(page, 'Personvernombud ved sykehuset');
      await name(page, 'Liv, Radiolog, Brystsenteret A', 'Ansvarlig på stedet');
      await press(page, /^Åpne\s*:/);
      await shows(page, 'Brystsenteret A åpnet');
      await expectAccessible(page);
    });
  });

  it('is asked about at the examination by one key, and the woman is drawn when the images are taken', async () => {
    await withPage(async (page) => {
      await signInAs(page, clinic.url, 'Ragna');
      await page.goto(`${clinic.url}/examination/${woman.personId}/${woman.appointmentId}`);
      await shows(page, 'Har hun svart på om hun vil være med?');
      await expectAccessible(page);
      await page.keyboard.press('j');
      await shows(page, 'Samtykket er ført inn');
      await page.getByText('Har hun svart på om hun vil være med?').waitFor({ state: 'detached' });
      await page.keyboard.press('n');
      await heading(page, /^Dagsliste/);
      expect(await drawn()).toEqual([
        { person_id: woman.personId, arm: expect.stringMatching(/^(ai|control)$/), position: 1 },
      ]);

      await open(page, 'Studier');
      await open(page, 'Prøvestudien');
      await open(page, 'Trekninger');
      await heading(page, 'Trekninger');
      await shows(page, '1/centre=C06;age=50');
      await expectAccessible(page);
      // What the page got from the server says nothing of arms.
      const answer = await page.request.get(`${clinic.url}/api/studies/test-study/allocations`);
      expect(Object.keys((await answer.json()).rows[0])).not.toContain('arm');
    });
  });

  it('stands on her own pages, where she withdraws; no arm is told while it is open', async () => {
    const hers = ownVisits(clinic.db, await sessionKey(clinic.db))(woman.personId);
    expect(await hers.text('/min-side/samtykker')).toContain('Du er med');
    const page = await hers.text('/min-side/samtykker/test-study');
    expect(page).toContain('Vil du trekke deg?');
    for (const arm of ['Som i dag', 'Med maskin']) expect(page).not.toContain(arm);
    const empty = await hers.post('/min-side/samtykker/test-study');
    expect(empty.status).toBe(422);
    const done = await hers.post('/min-side/samtykker/test-study', { answer: 'no-further-data' });
    expect(done.text).toContain('Du har trukket deg');
    const { rows } = await clinic.db.pool.query('select answer, how, scope from study_consent order by recorded_at');
    expect(rows).toEqual([
      { answer: 'agrees', how: 'paper', scope: null },
      { answer: 'withdraws', how: 'electronic', scope: 'no-further-data' },
    ]);
  });

  it('another woman says yes on her own pages, in the language she reads', async () => {
    const other = await invitedWoman(clinic.db, { at: '09:30' });
    const hers = ownVisits(clinic.db, await sessionKey(clinic.db))(other.personId);
    expect(await hers.text('/min-side/samtykker')).toContain('Studien spør om du vil være med');
    const done = await hers.post('/min-side/samtykker/test-study', { answer: 'yes' });
    expect(done.text).toContain('Du er med');
    const { rows } = await clinic.db.pool.query(
      'select how, form_version, language from study_consent where person_id = $1',
      [other.personId],
    );
    expect(rows).toEqual([{ how: 'electronic', form_version: '1', language: 'nb' }]);
  });
});
