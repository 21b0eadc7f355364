/** A study from its plan to its first woman, in a real browser: the office sets it up, the radiographer asks, the woman looks. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { system } from '#core/people/access';
import { sessionKey } from '#server/auth/session-key';
import { inTransaction } from '#server/db/transaction';
import { approveProtocol } from '#server/protocols/approve-protocol';
import { heading, open, shows, signInAs } from './journey.ts';
import { expectAccessible, withPage } from './browser.ts';
import { type ClinicServer, serveClinic } from './clinic-server.ts';
import { clinicDay, invitedWoman, type Woman } from './clinic.ts';
import { openDrawFirst } from './draw-first-study.ts';
import { ownVisits } from './own-visits.ts';
import { protocolOf, twoArms } from './study-plans.ts';

// Journeys over many pages, each held to axe.
vi.setConfig({ testTimeout: 240_000 });

let clinic: ClinicServer;
let woman: Woman;
beforeAll(async () => {
  clinic = await serveClinic();
  await clinic.db.pool.query(
    `insert into staff_user (id, name, role) values ('PK-1', 'Olga', 'office'), ('F-1', 'Frida', 'researcher')`,
  );
  const words = { title: 'To armer', source: 'Oppdiktet for prøvene' };
  await inTransaction(clinic.db, system, (tx) => approveProtocol(tx, protocolOf({ control: 1, ai: 1 }), words));
  woman = await invitedWoman(clinic.db);
}, 180_000);
afterAll(() => clinic.stop());

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
const choose = (page: Page, label: string, option: string) =>
  page.getByRole('combobox', { name: label, exact: true }).selectOption({ label: option });
const drawn = async () => (await clinic.db.pool.query('select person_id, arm, position from allocation')).rows;

const fill = (page: Page, label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text);
const pdf = { name: 'vedtak.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 oppdiktet') };

/** Fills the three languages of a field. */
async function say(page: Page, label: string, text: string): Promise<void> {
  // The group's name goes on with its description.
  const group = page.getByRole('group', { name: new RegExp(`^${label}`) }).first();
  for (const language of ['Bokmål', 'Nynorsk', 'Engelsk']) await group.getByLabel(language, { exact: true }).fill(text);
}

/** Pastes as a spreadsheet does. */
const pasteInto = (page: Page, cell: string, text: string) =>
  page.getByLabel(cell, { exact: true }).evaluate((field, pasted) => {
    const data = new DataTransfer();
    data.setData('text', pasted);
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);

async function approve(page: Page, kind: string, file?: typeof pdf): Promise<void> {
  await choose(page, 'Slag', kind);
  await page.getByLabel('Referanse').fill(`Sak ${kind}`);
  if (file) await page.getByLabel('Dokument', { exact: true }).setInputFiles(file);
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
  it('is set up from nothing in a form, which one begins and another takes up', async () => {
    await withPage(async (page) => {
      await signInAs(page, clinic.url, 'Liv');
      await open(page, 'Studier');
      await shows(page, 'Ingen studier er lagt inn.');
      await page.getByText('Ny studie').click();
      await fill(page, 'Kortnavn', 'Prøve');
      await press(page, 'Begynn');
      await shows(page, 'Bruk bare små bokstaver');
      await fill(page, 'Kortnavn', 'test-study');
      await press(page, 'Begynn');
      await heading(page, 'Planen: test-study');
      await say(page, 'Navn', 'Prøvestudien');
      await press(page, 'Lagre');
      await shows(page, 'Lagret.');
      await expectAccessible(page);
    });
    await withPage(async (page) => {
      await signInAs(page, clinic.url, 'Olga');
      await open(page, 'Studier');
      await shows(page, 'Planer som skrives');
      await open(page, 'Prøvestudien');
      await heading(page, 'Planen: Prøvestudien');
      await shows(page, 'Sist lagret av Liv');
      await press(page, 'Legg fram til signering');
      await shows(page, 'Dette må rettes før planen kan legges fram');
      await page.getByRole('link', { name: 'Ansvarlig: Fyll ut' }).click();
      await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('plan-sponsor');
      await expectAccessible(page);

      await page.keyboard.type('Ingen');
      await say(page, 'Formål', 'Finner en utprøving det den skal?');
      await page.getByLabel('Studien er oppdiktet').check();
      await choose(page, 'Tydeprotokoll', 'To armer (test-arms 1)');
      await say(page, 'Navn på armen «ai»', 'Med maskin');
      await say(page, 'Navn på armen «control»', 'Som i dag');
      await fill(page, 'Blokkstørrelser', '4, 5');
      await shows(page, 'En blokk på 5 går ikke opp');
      await fill(page, 'Blokkstørrelser', '4, 6, 8');
      await page.getByLabel('alder', { exact: true }).check();
      await fill(page, 'Aldersgruppene begynner ved', '50, 60');
      await press(page, 'Legg til et vilkår');
      await shows(page, 'Minst 50 år');
      await press(page, 'Legg til et vilkår');
      const second = page
        .getByRole('group')
        .filter({ has: page.getByLabel('Hva det gjelder') })
        .last();
      await second.getByLabel('Hva det gjelder').selectOption({ label: 'implantater' });
      await shows(page, 'Ingen brystimplantater');
      await fill(page, 'Brukes fra', '2026-01-01');
      const inNorwegian = page.getByRole('group', { name: 'Bokmål', exact: true });
      await inNorwegian.getByLabel('Overskrift').fill('Vil du være med?');
      await inNorwegian.getByLabel('Tekst til kvinnen').fill('Dette er en oppdiktet studie for prøver av systemet.');
      await page.getByRole('checkbox', { name: 'A', exact: true }).check();
      await fill(page, 'Kvinner i alt', '100');
      await fill(page, 'Første måned', '2026-11');
      await fill(page, 'Antall måneder', '2');
      await pasteInto(page, 'A, nov. 2026', '60\nmange');
      await shows(page, 'Rad 2, kolonne 1: «mange» er ikke et helt tall');
      await pasteInto(page, 'A, nov. 2026', '60\n40');
      await shows(page, '100 er fordelt av 100 i alt.');
      await fill(page, 'Ventet i kontrollarmen', '6');
      await fill(page, 'Margin: så mye dårligere kan fortsatt godtas', '1,2');
      await shows(page, 'Det er 20 % av det som ventes');
      await shows(page, /Trengs: \d+\s\d+ kvinner/);
      await fill(page, 'Når tallene ses på', '50, 100');
      await shows(page, 'Planen er uten feil.');
      await expectAccessible(page);
      await press(page, 'Legg fram til signering');
      await heading(page, 'Prøvestudien');
      await shows(page, 'Versjon 1 er uten feil og kan signeres.');
    });
    const { rows } = await clinic.db.pool.query('select plan from study_version');
    const { purpose, protocol, control, armNames, allocation, consent, analysis, tellArm } = twoArms;
    expect(rows[0].plan).toMatchObject({
      purpose,
      protocol,
      control,
      armNames,
      allocation,
      consent,
      analysis,
      tellArm,
    });
    expect(rows[0].plan.recruitment.planned).toHaveLength(2);
  });

  it('is signed, approved and opened at a site, and says on the way what is missing', async () => {
    await withPage(async (page) => {
      await signInAs(page, clinic.url, 'Olga');
      await open(page, 'Studier');
      await open(page, 'Prøvestudien');
      await heading(page, 'Prøvestudien');
      await shows(page, 'Denne studien er oppdiktet');
      await press(page, 'Signer planen');
      await shows(page, 'godkjenning fra etisk komité');
      expect(await page.getByRole('button', { name: 'Godkjenn studien' }).isDisabled()).toBe(true);

      await page.getByText('Før inn en godkjenning').click();
      await approve(page, 'Etisk komité');
      await shows(page, 'godkjenning fra etisk komité mangler dokumentet');
      const wrong = { ...pdf, buffer: Buffer.from('ikke en PDF') };
      await page.getByLabel('Legg ved dokument: Etisk komité Sak Etisk komité').setInputFiles(wrong);
      await shows(page, 'Filen er ikke av det slaget som navnet sier');
      await page.getByLabel('Legg ved dokument: Etisk komité Sak Etisk komité').setInputFiles(pdf);
      await page.getByRole('button', { name: /^vedtak.pdf/ }).waitFor();
      await approve(page, 'Personvern (DPIA)');
      await approve(page, 'Databehandleravtale', pdf);
      await page.getByText('Gi noen en rolle').click();
      await name(page, 'Liv, Radiolog, Brystsenteret A', 'Prosjektleder');
      await name(page, 'Frida, Forsker', 'Ublindet statistiker');
      await shows(page, 'Alt er på plass.');
      await expectAccessible(page);
      await press(page, 'Godkjenn studien');

      await shows(page, 'personvernombudet ved sykehuset, ansvarlig på stedet');
      expect(await page.getByRole('button', { name: /^Åpne\s*:/ }).isDisabled()).toBe(true);
      await approve(page, 'Personvernombud ved sykehuset', pdf);
      await name(page, 'Liv, Radiolog, Brystsenteret A', 'Ansvarlig på stedet');
      await press(page, /^Åpne\s*:/);
      await shows(page, 'Brystsenteret A åpnet');

      await press(page, /^Stans for nå\s*:/);
      const why = page.getByRole('dialog', { name: 'Stans for nå: Brystsenteret A' });
      await why.getByRole('button', { name: 'Stans for nå' }).press('Enter');
      await why.getByText('Skriv grunnen, minst to tegn').waitFor();
      await expectAccessible(page);
      await why.getByLabel('Grunn').fill('Apparatet er til service');
      await page.keyboard.press('Enter');
      await shows(page, 'Apparatet er til service');
      await press(page, /^Åpne igjen\s*:/);
      await shows(page, 'Brystsenteret A åpnet igjen');
      await expectAccessible(page);
    });
  });

  it('is amended by its investigator, who sees what differs before the office signs; a signed version is not entered again', async () => {
    await withPage(async (page) => {
      await signInAs(page, clinic.url, 'Liv');
      await page.goto(`${clinic.url}/studies/test-study`);
      await press(page, 'Skriv en endring');
      await heading(page, 'Planen: Prøvestudien');
      await shows(page, 'Endring av versjon 1');
      await say(page, 'Hva endringen går ut på, og hvorfor', 'Flere kvinner, for styrkens skyld');
      await fill(page, 'Kvinner i alt', '120');
      await shows(page, 'Antall kvinner: 100 ble til 120');
      await shows(page, 'Trekningene fortsetter i samme serie.');
      await fill(page, 'Blokkstørrelser', '4');
      await shows(page, 'Endringen begynner en ny serie trekninger');
      await fill(page, 'Blokkstørrelser', '4, 6, 8');
      await expectAccessible(page);
      await press(page, 'Legg fram til signering');
      await shows(page, 'Versjon 2 er uten feil og kan signeres.');
    });
    await withPage(async (page) => {
      await signInAs(page, clinic.url, 'Olga');
      await page.goto(`${clinic.url}/studies/test-study`);
      await shows(page, 'Antall kvinner: 100 ble til 120');
      await press(page, 'Signer endringen');
      await shows(page, 'Endring signert: versjon 2');
      const [file] = await Promise.all([page.waitForEvent('download'), press(page, 'Last ned som JSON')]);
      await open(page, 'Studier');
      await page.getByText('Legg inn en plan fra en annen installasjon').click();
      await page.getByLabel('Fil', { exact: true }).setInputFiles(await file.path());
      await press(page, 'Legg inn');
      await shows(page, 'Versjonen er signert');
    });
    const { rows } = await clinic.db.pool.query(
      `select action from audit_entry where action like 'study.plan-%' order by seq`,
    );
    expect(rows.map(({ action }) => action)).toEqual([
      ...['study.plan-begun', 'study.plan-saved', 'study.plan-saved', 'study.plan-written'],
      ...['study.plan-begun', 'study.plan-saved', 'study.plan-written'],
    ]);
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
      await shows(page, /aldersgruppen fra 50 år/);
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

describe('a study that draws before the images', () => {
  const taken = async ({ personId }: Woman) =>
    (
      await clinic.db.pool.query(
        `select x.modality, t.modality as drawn, c.arm, (select words from study_deviation d where d.person_id = x.person_id) as deviation
         from examination x join images_to_take t using (person_id, examination_id) join reading_case c using (person_id, examination_id)
         where x.person_id = $1`,
        [personId],
      )
    ).rows;
  const examination = async (page: Page, at: string) => {
    const one = await invitedWoman(clinic.db, { at });
    await page.goto(`${clinic.url}/examination/${one.personId}/${one.appointmentId}`);
    await shows(page, 'Studie: Bildestudien');
    return one;
  };

  it('tells the radiographer which images to take, and asks why when she takes others', async () => {
    await openDrawFirst(clinic.db, clinicDay);
    await clinic.db.pool.query(`update study_site set state = 'paused' where study_id = 'test-study'`);
    await withPage(async (page) => {
      await signInAs(page, clinic.url, 'Ragna');
      const first = await examination(page, '10:00');
      await expectAccessible(page);
      await page.keyboard.press('r');
      await shows(page, 'Det gjelder også om bildene må tas om igjen.');
      await expectAccessible(page);
      expect(await page.getByText(/Arm (med|uten)/).count()).toBe(0);
      await page.keyboard.press('n');
      await heading(page, /^Dagsliste/);
      const [done] = await taken(first);
      expect(done).toMatchObject({ modality: done.drawn, deviation: null });

      const other = await examination(page, '10:10');
      await press(page, 'Trekk bildetype');
      await shows(page, 'Det gjelder også om bildene må tas om igjen.');
      await page.keyboard.press('b');
      const [drawn] = (
        await clinic.db.pool.query('select modality from images_to_take where person_id = $1', [other.personId])
      ).rows;
      await choose(page, 'Bildetype', drawn.modality === 'DM' ? 'Tomosyntese' : 'Digital mammografi');
      await press(page, 'Lagre undersøkelsen');
      await shows(page, 'Skriv hvorfor, eller rett bildetypen.');
      await fill(page, 'Hvorfor ble det tatt andre bilder enn studien trakk?', 'Apparatet sto');
      await expectAccessible(page);
      await press(page, 'Lagre undersøkelsen');
      await heading(page, /^Dagsliste/);
      const [changed] = await taken(other);
      expect(changed.modality).not.toBe(changed.drawn);
      expect(changed.deviation).toContain('Apparatet sto');
    });
  });

  it('is held at the site while an approval is wanting, and the office is told', async () => {
    await clinic.db.pool.query(
      `update study_approval set withdrawn_on = $1 where study_id = 'draw-first' and kind = 'ethics'`,
      [clinicDay],
    );
    await withPage(async (page) => {
      await signInAs(page, clinic.url, 'Olga');
      await shows(page, 'Studiesteder som holdes: godkjenning mangler');
      await open(page, 'Studier');
      await open(page, 'Bildestudien');
      await shows(page, 'Holdt: en godkjenning mangler');
      await shows(page, 'ved fremmøte, før bildene');
      await expectAccessible(page);
    });
  });
});
